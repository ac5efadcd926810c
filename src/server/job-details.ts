import * as v from 'valibot';
import { readVerdict, type Verdict } from '../submission/verdict.ts';
import { jobAnswerSchema } from '../submission/wire.ts';

/** What the self-hosted service tells the holder of the access key about a job. Never for the browser. */
export interface JobDetails {
  /** Whether the service chose the gestures, and judged each image by the gesture that it had asked for. */
  readonly paced: boolean;
  /** What the analysis found, faults first, for people to read: `step-1 turn-left ×1.7, depth 0.58`. Not an interface. */
  readonly reasons: readonly string[];
}

/** A verdict as the backend reads it. `details` is absent from the vendor's cloud and from reads with a submission token. */
export type DetailedVerdict = Verdict & { readonly details?: JobDetails };

/** Far more than the service writes; a longer list is no answer of its. */
const MAX_REASONS = 200;
const MAX_REASON_LENGTH = 1000;

/** The contract's answer with the extra field. What is no `details` counts as none: the verdict does not hang on it. */
export const detailedJobAnswerSchema = v.object({
  ...jobAnswerSchema.entries,
  details: v.fallback(
    v.optional(
      v.object({
        paced: v.boolean(),
        reasons: v.pipe(
          v.array(v.pipe(v.string(), v.maxLength(MAX_REASON_LENGTH))),
          v.maxLength(MAX_REASONS),
        ),
      }),
    ),
    undefined,
  ),
});

/** Reads verdict and details out of an answer. */
export function readDetailedVerdict(
  answer: v.InferOutput<typeof detailedJobAnswerSchema>,
): DetailedVerdict {
  const verdict = readVerdict(answer);
  return answer.details ? { ...verdict, details: answer.details } : verdict;
}

/** The verdict alone, for whoever must not see the details. */
export function withoutDetails<T extends Verdict>(verdict: T & { details?: JobDetails }): T {
  const { details: _, ...rest } = verdict;
  return rest as unknown as T;
}
