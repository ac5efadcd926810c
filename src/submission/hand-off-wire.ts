/**
 * A check that is handed over to a phone, as the integrator's backend and the element speak of it
 * (`nodeflux-liveness/server` answers, the element asks). Not part of the vendor's contract.
 */
import * as v from 'valibot';
import { LINK_STATES } from './link-state.ts';
import { object } from './object-schema.ts';
import { resultAnswerSchema } from './result-answer.ts';

/** Longest address that fits into a code which cheap phones read. */
const MAX_URL_LENGTH = 1024;

/** Answer of `POST …/handoff`: the link for the phone. */
export const handOffAnswerSchema = object({
  id: v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/)),
  url: v.pipe(v.string(), v.url(), v.maxLength(MAX_URL_LENGTH)),
});

/** Answer of `GET …/handoff/:id` and `POST …/handoff/:id/end`. Job and verdict are there once it has passed. */
export const handOffStateSchema = object({
  state: v.picklist(LINK_STATES),
  jobId: v.exactOptional(v.string()),
  verdict: v.exactOptional(resultAnswerSchema),
});
