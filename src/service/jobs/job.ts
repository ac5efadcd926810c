import type { InferOutput } from 'valibot';
import type { sessionDetailsSchema } from '../../submission/details-schema.ts';
import { type JobAnswer, MESSAGES } from '../../submission/wire.ts';
import type {
  Analysis,
  AnalysisDetails,
  AnalysisRequest,
  SessionFacts,
} from '../analysis/analysis.ts';
import type { FailedJob } from './failed-job.ts';

/** How a job ended. */
export type JobOutcome = Analysis | FailedJob;

/** A submission to be kept until it is analysed. */
export interface NewJob {
  readonly id: string;
  readonly tokenHash: string;
  readonly accessKey: string;
  readonly request: AnalysisRequest;
  /** Whether its end is told by webhook. */
  readonly notifies?: boolean;
  /** The paced session that it ends: at this revision, with these frames as its first images. */
  readonly session?: { readonly revision: number; readonly frameHashes: readonly string[] };
  /** All frames of that session, which no other may bring again. Absent: they are not remembered. */
  readonly frames?: readonly BroughtFrame[];
}

/** A frame of a session, as it is remembered. */
export interface BroughtFrame {
  /** SHA-256 of the JPEG, hex. */
  readonly sha256: string;
  readonly step: number;
}

/** What is kept of a frame for days: half of its hash, which is enough to know it again. */
export function rememberedHashOf({ sha256 }: BroughtFrame): Buffer {
  return Buffer.from(sha256, 'hex').subarray(0, 16);
}

/** What can be read of a job. */
export interface StoredJob {
  readonly id: string;
  readonly tokenHash: string;
  readonly accessKey: string;
  /** There when the service chose the gestures. */
  readonly session: SessionFacts | undefined;
  /** There when the check was done by link. */
  readonly linkId?: string | undefined;
  /** Whose check it was, where somebody was named; hashed. */
  readonly subjectHash?: string | undefined;
  /** Score from which it counted as live. */
  readonly threshold?: number | undefined;
  readonly finishedAtMs?: number | undefined;
  /** Undefined while it waits or runs. */
  readonly outcome: JobOutcome | undefined;
}

/** A job that a worker holds until its lease ends. `attempt` counts from 1 and proves whose lease it is. */
export interface ClaimedJob {
  readonly id: string;
  readonly attempt: number;
  readonly request: AnalysisRequest;
}

/** Longest pause before a job whose analysis threw is tried again. */
export const LONGEST_RETRY_DELAY_MS = 60_000;

/** Who asks for a job: the holder of a submission token, or of an access key. */
export type JobReader = { readonly tokenHash: string } | { readonly accessKey: string };

/** A token reads its own job only, an access key the jobs of its own tokens. */
export function mayRead(job: StoredJob, reader: JobReader): boolean {
  return 'tokenHash' in reader
    ? job.tokenHash === reader.tokenHash
    : job.accessKey === reader.accessKey;
}

/** What only the integrator's backend is told of a job, as it is written in the extra field `details`. */
export interface WrittenDetails extends AnalysisDetails {
  /** Whether the service chose the gestures, and judged each image by the gesture that it had asked for. */
  readonly paced: boolean;
  /** The link that the check was done by. */
  readonly link_id?: string;
  /** What else is known of a paced session. */
  readonly session?: Readonly<InferOutput<typeof sessionDetailsSchema>>;
}

/** The details of a job. For holders of its access key: a fault tells an attacker what to do better. */
export function jobDetailsOf({ linkId, session, outcome }: StoredJob): WrittenDetails {
  // Outcomes that were stored before there were faults have neither list.
  const { faults = [], measurements = [] }: Partial<AnalysisDetails> = outcome ?? {};
  const link = linkId === undefined ? {} : { link_id: linkId };
  if (!session) return { paced: false, faults, measurements, ...link };
  const { cameras, consentSha256, declined, moreTime } = session;
  return {
    paced: true,
    faults,
    measurements,
    ...link,
    session: {
      cameras: [...cameras],
      declined: [...declined],
      more_time: moreTime,
      consent_sha256: consentSha256 ?? null,
    },
  };
}

/** The contract's answer for a job. The details stay on the server. */
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
