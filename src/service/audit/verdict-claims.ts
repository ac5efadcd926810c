import * as v from 'valibot';
import { sha256Hex } from '../../submission/session-wire.ts';
import type { StoredJob } from '../jobs/job.ts';

const time = v.pipe(v.string(), v.isoTimestamp());
const word = v.pipe(v.string(), v.maxLength(100));

/** What is signed of a finished job. No image, name or address; `subject_sha256` is the hash that the service counts by. */
export const verdictClaimsSchema = v.object({
  job_id: word,
  access_key: word,
  /** As in the contract's answer: `success` was judged, `incompleted` could not be, `failed` is the service's own fault. */
  status: v.picklist(['success', 'incompleted', 'failed']),
  live: v.nullable(v.boolean()),
  liveness: v.nullable(v.number()),
  threshold: v.nullable(v.number()),
  /** Codes of `details.faults`. */
  faults: v.array(word),
  paced: v.boolean(),
  subject_sha256: v.nullable(sha256Hex),
  link_id: v.nullable(word),
  consent_sha256: v.nullable(sha256Hex),
  finished_at: v.nullable(time),
  /** Which chain of evidence it was judged by, and what was asked in it; `null` without pacing. */
  evidence: v.nullable(
    v.object({
      session: word,
      attempt: v.number(),
      head: sha256Hex,
      /** What was asked, when it was told, and when its frames were committed to; by the service's clock. */
      steps: v.array(v.object({ shows: word, revealed_at: time, committed_at: time })),
    }),
  ),
});

/** What is signed of a finished job. */
export type VerdictClaims = v.InferOutput<typeof verdictClaimsSchema>;

/** The claims of a job; undefined while it has no verdict. */
export function verdictClaimsOf(job: StoredJob): VerdictClaims | undefined {
  const { accessKey, finishedAtMs, id, linkId, outcome, session, subjectHash, threshold } = job;
  if (!outcome) return undefined;
  const judged = outcome.status === 'success' ? outcome : undefined;
  const chain = session?.evidence;
  const last = chain?.steps.at(-1);
  return {
    job_id: id,
    access_key: accessKey,
    status: outcome.status,
    live: judged?.live ?? null,
    liveness: judged?.liveness ?? null,
    threshold: threshold ?? null,
    // Outcomes of an earlier version have no list.
    faults: (outcome.faults ?? []).map(({ code }) => code),
    paced: session !== undefined,
    subject_sha256: subjectHash ?? null,
    link_id: linkId ?? null,
    consent_sha256: session?.consentSha256 ?? null,
    finished_at: finishedAtMs === undefined ? null : timeOf(finishedAtMs),
    evidence:
      chain && last
        ? {
            session: chain.session,
            attempt: chain.attempt,
            head: last.head,
            steps: chain.steps.map(({ committedAtMs, revealedAtMs, shows }) => ({
              shows,
              revealed_at: timeOf(revealedAtMs),
              committed_at: timeOf(committedAtMs),
            })),
          }
        : null,
  };
}

function timeOf(epochMs: number): string {
  return new Date(epochMs).toISOString();
}
