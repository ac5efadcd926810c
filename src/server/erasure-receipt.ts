import * as v from 'valibot';
import { erasureAnswerSchema } from '../submission/job-wire.ts';

/** What was erased. Keep it: the service keeps a log line and nothing else. */
export interface ErasureReceipt {
  readonly erasedAt: Date;
  readonly jobIds: readonly string[];
  /** How many images were deleted with them. */
  readonly images: number;
  /** How many checks by link were deleted with them, used or not. */
  readonly links: number;
}

/** @internal */
export const erasureSchema = v.pipe(
  erasureAnswerSchema,
  v.transform(
    ({ erased_at, images, job_ids, links }): ErasureReceipt => ({
      erasedAt: new Date(erased_at),
      jobIds: job_ids,
      images,
      links,
    }),
  ),
);
