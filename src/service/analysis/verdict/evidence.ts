import type { AnalysisRequest, PacedFrame, SessionFacts } from '../analysis.ts';
import type { FaceFindings, ImageFindings, WayFindings } from '../faces/image-inspector.ts';
import { readSteps, type Step } from './read-steps.ts';

/** Everything that the verdict is made from. */
export interface Evidence {
  /** One for each image, in the order sent: the neutral face first. */
  readonly images: readonly ImageFindings[];
  /** Frames on the way to the gestures of a paced session; none where the client brought none. */
  readonly ways?: readonly WayFrame[] | undefined;
  /** What the service asked for, one for each image, with the times; absent when it did not choose the gestures. */
  readonly asked?: readonly PacedFrame[] | undefined;
  /** The cameras, what was declined, whether more time was asked for; there with `asked`. */
  readonly session?: SessionFacts | undefined;
  /** Steps that bring a frame of an earlier session, byte for byte. */
  readonly stepsSeenBefore?: readonly number[] | undefined;
  /** Whether pictures of a virtual camera are not live. */
  readonly refusesVirtualCameras?: true | undefined;
  /** Score from which a session counts as live, 0..1. */
  readonly livenessThreshold: number;
  /** Judge the biggest face instead of refusing several. */
  readonly mainFaceOnly: boolean;
  /** What the operator's detector says; absent where there is none. */
  readonly passive?: PassiveScore | undefined;
}

/** The evidence once it is known that every image shows a face. */
export interface FaceEvidence extends Evidence {
  /** One for each image. */
  readonly faces: readonly FaceFindings[];
  readonly neutral: FaceFindings;
  readonly steps: readonly Step[];
}

/** The score of a passive detector, and the lowest that the operator takes. Both 0..1. */
export interface PassiveScore {
  readonly score: number;
  readonly minimum: number;
}

/** A frame on the way from rest to the gesture of a step, and what it shows; `undefined` when that is no face. */
export interface WayFrame {
  readonly step: number;
  readonly findings: WayFindings | undefined;
}

/** The evidence of a request whose images were looked at. `request` is as {@link splitWays} leaves it. */
export function evidenceOf(
  request: AnalysisRequest,
  images: readonly ImageFindings[],
  ways: readonly WayFrame[],
): Evidence {
  const { paced: asked, session, livenessThreshold, mainFaceOnly } = request;
  const { refusesVirtualCameras, stepsSeenBefore } = request;
  const asItIs = { session, refusesVirtualCameras, stepsSeenBefore };
  return { images, ways, asked, ...asItIs, livenessThreshold, mainFaceOnly };
}

/** Reads faces and steps; `undefined` when an image shows no face, or there is no image. */
export function readFaces(evidence: Evidence): FaceEvidence | undefined {
  const faces = evidence.images.flatMap(({ face }) => face ?? []);
  const [neutral] = faces;
  if (!neutral || faces.length < evidence.images.length) return undefined;
  return { ...evidence, faces, neutral, steps: readSteps(faces, evidence.asked) };
}
