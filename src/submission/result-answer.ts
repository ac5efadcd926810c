/**
 * What the integrator's backend tells the browser about a job: the shared wire type of `result-url`
 * (`nodeflux-liveness/server` writes it, the element reads it). Not part of the vendor's contract.
 */
import * as v from 'valibot';
import { object } from './object-schema.ts';
import { INCOMPLETE_REASONS, type Verdict } from './verdict.ts';

/** Longest text that is taken from a backend; more is a wrong answer. */
const MAX_MESSAGE_LENGTH = 1000;
const messageSchema = v.optional(v.pipe(v.string(), v.maxLength(MAX_MESSAGE_LENGTH)), '');

/** Answer of `GET …/result/:jobId`. The score is absent unless the integrator chose to show it. @internal */
export const resultAnswerSchema = v.variant('status', [
  object({ status: v.literal('pending') }),
  object({
    status: v.literal('judged'),
    live: v.boolean(),
    liveness: v.exactOptional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
  }),
  object({
    status: v.literal('incomplete'),
    reason: v.fallback(v.picklist(INCOMPLETE_REASONS), 'other'),
    message: messageSchema,
  }),
  object({ status: v.literal('failed'), message: messageSchema }),
]);

/** Answer of `GET …/result/:jobId`, typed. */
export type ResultAnswer = Verdict;

/**
 * Reads the verdict out of a backend's answer.
 * @throws ValiError when the answer is none; an unknown status is never a pass.
 */
export function parseResultAnswer(answer: unknown): Verdict {
  return v.parse(resultAnswerSchema, answer);
}

/** The verdict as the browser may see it: without the score, unless `withScore`. */
export function resultAnswerOf(verdict: Verdict, withScore = false): ResultAnswer {
  if (verdict.status !== 'judged' || withScore) return verdict;
  return { status: 'judged', live: verdict.live };
}
