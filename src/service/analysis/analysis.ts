import type { CameraKind } from '../../camera/camera-kind.ts';
import type { GestureName } from '../../challenge/gesture.ts';
import type { Fault, Measurement } from '../../submission/details-wire.ts';
import type { EvidenceFrame, EvidencePublicKey } from '../../submission/session-wire.ts';

/** What the service itself asked for in a paced session: one entry for each image. */
export interface PacedFrame {
  /** 0 is the neutral face. */
  readonly step: number;
  readonly shows: 'neutral' | GestureName;
  /** On the client's clock. */
  readonly capturedAtMs: number;
  /** On the service's clock: when the step was revealed, and when its frames were committed to. */
  readonly revealedAtMs: number;
  readonly committedAtMs: number;
  /** Whether it is a small frame on the way to the clearest, which is the step's last. Absent: it is the clearest. */
  readonly onTheWay?: true;
}

/**
 * What is known of a paced session besides its images. It is reported to the integrator's backend; of the rules only the
 * operator's refusal of virtual cameras looks at it.
 */
export interface SessionFacts {
  /** What took each image, by the name of the camera: a hint, no proof. */
  readonly cameras: readonly CameraKind[];
  /** Gestures that the person said they cannot do. */
  readonly declined: readonly GestureName[];
  /** Whether the person asked for longer limits. */
  readonly moreTime: boolean;
  /** Hash of what the person agreed to, where the page asked for consent. */
  readonly consentSha256?: string | undefined;
  /** The signed chain, for who verifies it later. Absent in sessions of an earlier version. */
  readonly evidence?: SessionEvidence;
}

/** The chain of a session as its client signed it (docs/evidence.md). */
export interface SessionEvidence {
  readonly session: string;
  readonly attempt: number;
  readonly publicKey: EvidencePublicKey;
  /** The neutral face first. */
  readonly steps: readonly {
    readonly shows: 'neutral' | GestureName;
    readonly revealedAtMs: number;
    readonly committedAtMs: number;
    readonly frames: readonly EvidenceFrame[];
    readonly head: string;
    readonly signature: string;
  }[];
}

/** What the analysis is asked: the decoded wire request. */
export interface AnalysisRequest {
  /** JPEG files, in the order sent: the neutral face first. */
  readonly images: readonly Uint8Array[];
  /** Score from which a session counts as live, 0..1. */
  readonly livenessThreshold: number;
  /** Turn the image upright by its EXIF orientation before looking. */
  readonly autoOrientation: boolean;
  /** Judge the biggest face instead of refusing several. */
  readonly mainFaceOnly: boolean;
  /** There when the service paced the session: what each image must show. */
  readonly paced?: readonly PacedFrame[];
  /** Whether pictures of a virtual camera are not live. Absent: they may be. */
  readonly refusesVirtualCameras?: true;
  /** Steps that bring a frame of an earlier session, byte for byte; absent for none. */
  readonly stepsSeenBefore?: readonly number[];
  /** There with `paced`. */
  readonly session?: SessionFacts;
  /** The link that the check was done by. */
  readonly linkId?: string;
}

/** Why, for operators and the integrator's backend, never for the browser. */
export interface AnalysisDetails {
  /** Empty when nothing is wrong. */
  readonly faults: readonly Fault[];
  readonly measurements: readonly Measurement[];
}

/** What the analysis answers. */
export type Analysis = AnalysisDetails &
  (
    | {
        readonly status: 'success';
        readonly live: boolean;
        /** 0..1 */
        readonly liveness: number;
      }
    | {
        readonly status: 'incompleted';
        readonly message: string;
      }
  );

/** Looks at the images of one submission. */
export interface Analyst {
  /**
   * Rejects with an error named `ImageRefused` when an image cannot be decoded: the job fails at once, since trying
   * again cannot help. Any other rejection is tried again.
   */
  analyse(request: AnalysisRequest): Promise<Analysis>;
  /** Ends the threads and frees the models. */
  close(): Promise<void>;
}
