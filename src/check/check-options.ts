import type { Camera } from '../camera/open-camera.ts';
import type { JpegEncoder } from '../capture/jpeg-encoder.ts';
import type { FreeGestureName } from '../challenge/gesture.ts';
import type { RandomInt } from '../challenge/random-int.ts';
import type { Sleep } from '../edge/sleep.ts';
import type { MissingFeature } from '../face/check-support.ts';
import type { FaceTracker } from '../face/face-tracker.ts';
import type { LoadProgress } from '../face/load-progress.ts';
import type { ResultProvider } from '../submission/await-verdict.ts';
import type { Pacing } from '../submission/pacing.ts';
import type {
  PacedConnection,
  SessionBinding,
  SessionClient,
} from '../submission/session-client.ts';
import type { Submission } from '../submission/submit-images.ts';
import type { PersonRequests } from './person-requests.ts';

/** What one check is to do. */
export interface CheckOptions {
  /** Fetches the one-time token; called once. */
  readonly fetchToken: (signal: AbortSignal) => Promise<string>;
  readonly apiUrl: string;
  /** Gestures that may be asked. */
  readonly gestures: readonly FreeGestureName[];
  /** How many of them are asked; 0 for a passive check, which is never paced. */
  readonly gestureCount: number;
  /** Sent as `liveness_threshold`, 0..1. */
  readonly threshold: number;
  readonly timeoutMs: number;
  readonly gestureToleranceMs: number;
  /** Whether the neutral image must have light, sharpness and pixels enough. Absent: it must. */
  readonly imageQualityFilter?: boolean;
  /** Whether the service is to choose the gestures, and whether the check may go on where it does not. */
  readonly pacing: Pacing;
  /** The words that the person agreed to; absent where the page asked for no consent. */
  readonly consentText?: string | undefined;
  /** The camera that the person chose in an earlier check. */
  readonly cameraId?: string | undefined;
  /** What the person asks for while the check runs. */
  readonly requests: PersonRequests;
  /** Asks the integrator's backend for the verdict; without it the check ends with the job id. */
  readonly askResult: ResultProvider | undefined;
}

/** The parts of a check, so that each can be replaced in a test. */
export interface CheckParts {
  /** What the browser lacks so that no check can run. */
  readonly missingEngine: () => readonly MissingFeature[];
  readonly openCamera: (signal: AbortSignal, wantedId: string | undefined) => Promise<Camera>;
  /** The page's tracker; the caller owns it. */
  readonly acquireTracker: (onProgress: LoadProgress) => Promise<FaceTracker>;
  /** Called once per check, which closes it. */
  readonly openEncoder: () => JpegEncoder;
  readonly submit: (submission: Submission, signal: AbortSignal) => Promise<string>;
  /** Activates the token; `undefined` where the service does not pace sessions. */
  readonly openSession: (
    connection: PacedConnection,
    binding: SessionBinding,
    signal: AbortSignal,
  ) => Promise<SessionClient | undefined>;
  readonly randomInt: RandomInt;
  readonly sleep: Sleep;
}
