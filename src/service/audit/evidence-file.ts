import * as v from 'valibot';
import { findingEntries, listOf } from '../../submission/details-schema.ts';
import {
  evidenceFrameSchema,
  publicKeySchema,
  STEP_SHOWS,
  sha256Hex,
} from '../../submission/session-wire.ts';
import type { StoredJob } from '../jobs/job.ts';
import { type VerdictClaims, verdictClaimsOf, verdictClaimsSchema } from './verdict-claims.ts';

const FORMAT = 'nodeflux-liveness-evidence';
const finding = listOf(v.object(findingEntries));

/**
 * The evidence of a job as one file: what was asked, the chain that the client signed, what was found, the verdict, and the
 * service's signature over it. No image, only their hashes.
 */
export const evidenceFileSchema = v.object({
  format: v.literal(FORMAT),
  version: v.literal(1),
  verdict: verdictClaimsSchema,
  /** The verdict, signed; `null` where the service has no key for it. */
  verdict_jws: v.nullable(v.pipe(v.string(), v.maxLength(65_536))),
  faults: finding,
  measurements: finding,
  /** `null` without pacing. */
  session: v.nullable(
    v.object({
      session: v.pipe(v.string(), v.regex(/^[0-9a-f]{32}$/)),
      attempt: v.number(),
      token_sha256: sha256Hex,
      public_key: publicKeySchema,
      consent_sha256: v.nullable(sha256Hex),
      steps: v.pipe(
        v.array(
          v.object({
            shows: v.picklist(STEP_SHOWS),
            revealed_at: v.pipe(v.string(), v.isoTimestamp()),
            committed_at: v.pipe(v.string(), v.isoTimestamp()),
            frames: v.pipe(v.array(evidenceFrameSchema), v.minLength(1), v.maxLength(16)),
            head: sha256Hex,
            signature: v.pipe(v.string(), v.regex(/^[\w-]{86}$/)),
          }),
        ),
        v.minLength(1),
        v.maxLength(100),
      ),
    }),
  ),
});

/** The evidence of a job as one file. */
export type EvidenceFile = v.InferOutput<typeof evidenceFileSchema>;

/** Writes the evidence of a job; undefined while it has no verdict. */
export function evidenceFileOf(
  job: StoredJob,
  verdictJws: string | undefined,
): EvidenceFile | undefined {
  const { outcome, session, tokenHash } = job;
  const verdict: VerdictClaims | undefined = verdictClaimsOf(job);
  if (!outcome || !verdict) return undefined;
  const chain = session?.evidence;
  return {
    format: FORMAT,
    version: 1,
    verdict,
    verdict_jws: verdictJws ?? null,
    faults: [...(outcome.faults ?? [])],
    measurements: [...(outcome.measurements ?? [])],
    session: chain
      ? {
          session: chain.session,
          attempt: chain.attempt,
          token_sha256: tokenHash,
          public_key: chain.publicKey,
          consent_sha256: session.consentSha256 ?? null,
          steps: chain.steps.map(
            ({ committedAtMs, frames, head, revealedAtMs, shows, signature }) => ({
              shows,
              revealed_at: new Date(revealedAtMs).toISOString(),
              committed_at: new Date(committedAtMs).toISOString(),
              frames: [...frames],
              head,
              signature,
            }),
          ),
        }
      : null,
  };
}
