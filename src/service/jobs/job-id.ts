import { createHash } from 'node:crypto';
import { mintUuid } from '../auth/submission-token.ts';

/**
 * The id of the job that a submission becomes. It follows from the token and the body, so that a submission which is
 * sent again because its answer was lost is the same job, in every store and every process; and it cannot be guessed
 * without both.
 */
export function jobIdOf(submissionToken: string, bodySha256: string): string {
  const digest = createHash('sha256')
    .update('nodeflux-liveness job\0')
    .update(submissionToken)
    .update('\0')
    .update(bodySha256)
    .digest();
  return mintUuid((size) => digest.subarray(0, size));
}
