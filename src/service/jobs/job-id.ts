import { createHash } from 'node:crypto';
import { base32 } from '../auth/submission-token.ts';

const RANDOM_DIGITS = 48;

/**
 * The id of the job that a submission becomes. It follows from the token and the body, so that a submission which is
 * sent again because its answer was lost is the same job, in every store and every process; and it cannot be guessed
 * without both. Its shape is the vendor's: 48 hex digits, and the day of the token, `2026-01-02`, in base32.
 */
export function jobIdOf(
  submissionToken: string,
  bodySha256: string,
  tokenCreatedAtMs: number,
): string {
  const digest = createHash('sha256')
    .update('nodeflux-liveness job\0')
    .update(submissionToken)
    .update('\0')
    .update(bodySha256)
    .digest('hex');
  const day = new Date(tokenCreatedAtMs).toISOString().slice(0, 10);
  return digest.slice(0, RANDOM_DIGITS) + base32(Buffer.from(day));
}
