import type { CameraKind } from '../../camera/camera-kind.ts';
import type { GestureName } from '../../challenge/gesture.ts';
import { type JobAnswer, MESSAGES } from '../../submission/wire.ts';
import type { Analysis, AnalysisRequest, SessionFacts } from '../analysis/analysis.ts';

/** How a job ended. */
export type JobOutcome =
  | Analysis
  | { readonly status: 'failed'; readonly reasons: readonly string[] };

/** A submission to be kept until it is analysed. */
export interface NewJob {
  readonly id: string;
  readonly tokenHash: string;
  readonly accessKey: string;
  readonly request: AnalysisRequest;
  /** Whose check it is when the token does not say: the address that sent it, hashed. */
  readonly addressHash?: string | undefined;
  /** The paced session that it ends: at this revision, with these frames as its first images. */
  readonly session?: { readonly revision: number; readonly frameHashes: readonly string[] };
}

/** What can be read of a job. */
export interface StoredJob {
  readonly id: string;
  readonly tokenHash: string;
  readonly accessKey: string;
  /** There when the service chose the gestures. */
  readonly session: SessionFacts | undefined;
  /** Undefined while it waits or runs. */
  readonly outcome: JobOutcome | undefined;
}

/** A job that a worker holds until its lease ends. `attempt` counts from 1 and proves whose lease it is. */
export interface ClaimedJob {
  readonly id: string;
  readonly attempt: number;
  readonly request: AnalysisRequest;
}

/** Who asks for a job: the holder of a submission token, or of an access key. */
export type JobReader = { readonly tokenHash: string } | { readonly accessKey: string };

/** A token reads its own job only, an access key the jobs of its own tokens. */
export function mayRead(job: StoredJob, reader: JobReader): boolean {
  return 'tokenHash' in reader
    ? job.tokenHash === reader.tokenHash
    : job.accessKey === reader.accessKey;
}

/** What only the integrator's backend is told of a job, in the extra field `details`. */
export interface JobDetails {
  /** Whether the service chose the gestures, and judged each image by the gesture that it had asked for. */
  readonly paced: boolean;
  /** What the analysis found; empty while it runs. */
  readonly reasons: readonly string[];
  /** What else is known of a paced session. */
  readonly session?: {
    /** What took each image, by the name of the camera: a hint, no proof. */
    readonly cameras: readonly CameraKind[];
    /** Gestures that the person said they cannot do. */
    readonly declined: readonly GestureName[];
    /** Whether the person asked for longer limits. */
    readonly more_time: boolean;
    /** Hash of what the person agreed to; `null` where the page asked for no consent. */
    readonly consent_sha256: string | null;
  };
}

/** {@link JobDetails} of a job. For holders of its access key: a reason tells an attacker what to do better. */
export function jobDetailsOf({ session, outcome }: StoredJob): JobDetails {
  const reasons = outcome?.reasons ?? [];
  if (!session) return { paced: false, reasons };
  const { cameras, consentSha256, declined, moreTime } = session;
  const told = { cameras, declined, more_time: moreTime, consent_sha256: consentSha256 ?? null };
  return { paced: true, reasons, session: told };
}

/** The contract's answer for a job. The reasons stay on the server. */
export function jobAnswerOf({ id, outcome }: StoredJob): JobAnswer {
  const answer = (
    status: string,
    message: string,
    faces: JobAnswer['job']['result']['result'],
  ) => ({
    job: { id, result: { status, analytic_type: 'FACE_LIVENESS', result: faces } },
    message,
    ok: true,
  });
  switch (outcome?.status) {
    case undefined:
      return answer('on going', 'Face Liveness On Going', []);
    case 'success': {
      const { live, liveness } = outcome;
      return answer('success', live ? MESSAGES.live : MESSAGES.notLive, [
        { face_liveness: { live, liveness } },
      ]);
    }
    case 'incompleted':
      return answer('incompleted', outcome.message, []);
    case 'failed':
      return answer('failed', 'Face Liveness Failed', []);
  }
}
