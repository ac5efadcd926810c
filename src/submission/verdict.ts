import { type JobAnswer, MESSAGES } from './wire.ts';

/** What the analysis said of one job. */
export type Verdict =
  /** Still being analysed: ask again later. */
  | { readonly status: 'pending' }
  /**
   * Judged. `live` is the service's decision at the threshold that was sent; `liveness` is its score, 0..1.
   * The service always gives the score; it is absent where the integrator's backend keeps it from the browser.
   */
  | { readonly status: 'judged'; readonly live: boolean; readonly liveness?: number }
  /** The images could not be judged; a new attempt may succeed. */
  | { readonly status: 'incomplete'; readonly reason: IncompleteReason; readonly message: string }
  /** The analysis itself failed. */
  | { readonly status: 'failed'; readonly message: string };

/** Why images could not be judged. */
export const INCOMPLETE_REASONS = ['no-face', 'face-occluded', 'multiple-faces', 'other'] as const;

/** One of {@link INCOMPLETE_REASONS}. */
export type IncompleteReason = (typeof INCOMPLETE_REASONS)[number];

const REASON_BY_MESSAGE: Readonly<Record<string, IncompleteReason>> = {
  [MESSAGES.noFace]: 'no-face',
  [MESSAGES.occluded]: 'face-occluded',
  [MESSAGES.multipleFaces]: 'multiple-faces',
};

/**
 * Reads the verdict out of the wire's job answer. A success without a score, or in an answer that is not `ok`, is a
 * failure, never a pass.
 * @internal
 */
export function readVerdict({ job, message, ok }: JobAnswer): Verdict {
  const { status, result } = job.result;
  if (status === 'incompleted') {
    return { status: 'incomplete', reason: REASON_BY_MESSAGE[message] ?? 'other', message };
  }
  if (status === 'failed') return { status: 'failed', message };
  if (status !== 'success') return { status: 'pending' };
  if (!ok) return { status: 'failed', message: message || 'The answer is not ok.' };
  const judged = result[0]?.face_liveness;
  if (!judged) return { status: 'failed', message: message || 'The answer holds no score.' };
  return { status: 'judged', live: judged.live, liveness: judged.liveness };
}
