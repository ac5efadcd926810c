import * as v from 'valibot';
import { findingEntries, listOf, sessionDetailsSchema } from '../../submission/details-schema.ts';
import { FAULT_CODES, MEASUREMENT_CODES } from '../../submission/details-wire.ts';
import { errorBodySchema, jobAnswerSchema } from '../../submission/wire.ts';
import { REFUSAL_CODES } from '../http/refusal.ts';

/*
 * What this service answers, where that is narrower than what its clients read: they also read the vendor's cloud,
 * which leaves fields out and has a second shape for some.
 */

/** Body of every refusal. */
export const refusalSchema = v.object({
  ...errorBodySchema.entries,
  code: v.picklist(REFUSAL_CODES),
  message: v.string(),
  errors: v.array(v.object({ path: v.string(), message: v.string() })),
});

/** A submission was accepted. */
export const acceptedSchema = v.object({ job_id: v.string(), ok: v.literal(true) });

/** A job and its result. `details` and `verdict_jws` are for the holder of the access key only. */
export const jobSchema = v.object({
  ...jobAnswerSchema.entries,
  message: v.string(),
  details: v.optional(
    v.object({
      paced: v.boolean(),
      faults: listOf(v.object({ ...findingEntries, code: v.picklist(FAULT_CODES) })),
      measurements: listOf(v.object({ ...findingEntries, code: v.picklist(MEASUREMENT_CODES) })),
      link_id: v.optional(v.string()),
      session: v.optional(sessionDetailsSchema),
    }),
  ),
  verdict_jws: v.optional(v.string()),
});

/** The process answers. */
export const healthSchema = v.object({ ok: v.literal(true) });

/** The service can do its work. */
export const readinessSchema = v.object({
  checks: v.object({
    database: v.boolean(),
    analysis: v.optional(v.boolean()),
    worker: v.optional(v.boolean()),
  }),
  ok: v.literal(true),
});
