/** What a backend asks of a job besides its result, from the self-hosted service alone. */
import * as v from 'valibot';
import { object } from './object-schema.ts';

/** Path at which a backend has all of one person erased. */
export const ERASURES_PATH = '/v1/erasures';

/** Path of the public keys that verdicts are verified with, where the service signs them. */
export const SIGNING_KEYS_PATH = '/.well-known/jwks.json';

/** Answer to the question after a job's images: each as a data URI, in the order sent, the neutral face first. */
export const jobImagesAnswerSchema = object({ ok: v.literal(true), images: v.array(v.string()) });

/** Answer to the question after a job's evidence, which is to be kept whole; what stands in it is for the service to verify. */
export const jobEvidenceSchema = v.looseObject({
  format: v.literal('nodeflux-liveness-evidence'),
  version: v.number(),
});

/** Request body of {@link ERASURES_PATH}. */
export const erasureRequestSchema = object({
  subject: v.pipe(v.string(), v.minLength(1), v.maxLength(256)),
});

/** The receipt of an erasure: what was there, and is not any more. Keep it; the service keeps nothing of it but a log line. */
export const erasureAnswerSchema = object({
  ok: v.literal(true),
  erased_at: v.string(),
  job_ids: v.array(v.string()),
  images: v.number(),
  links: v.number(),
});
