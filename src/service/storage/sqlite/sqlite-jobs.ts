import type { AnalysisRequest } from '../../analysis/analysis.ts';
import { failedJob } from '../../jobs/failed-job.ts';
import {
  type ClaimedJob,
  type JobOutcome,
  LONGEST_RETRY_DELAY_MS,
  type NewJob,
  rememberedHashOf,
  type StoredJob,
} from '../../jobs/job.ts';
import type { SealedImages } from '../../jobs/kept-images.ts';
import { isFailedCheck, type Lockout, lockedUntilMs } from '../../jobs/lockout.ts';
import type { Acceptance, JobStore } from '../store.ts';
import { type SqliteDatabase, scrub, transaction, withoutWaiting } from './sqlite-database.ts';
import { prepareJobStatements } from './sqlite-job-statements.ts';

interface JobRow {
  readonly id: string;
  readonly token_hash: string;
  readonly access_key: string;
  readonly request: string;
  readonly attempts: number;
  readonly outcome: string | null;
  readonly subject_hash: string | null;
  readonly finished_at_ms: number | null;
}

interface TokenRow {
  readonly job_id: string | null;
  readonly expires_at_ms: number;
  readonly subject_hash: string | null;
}

interface FailedRow {
  readonly finished_at_ms: number;
}

interface Claim {
  readonly job: ClaimedJob | undefined;
  readonly exhausted: boolean;
}

const EXHAUSTED = failedJob('attempts-exhausted');

/** The jobs in the embedded database. A job is open while it has no outcome; `due_at_ms` is also the end of a lease. */
export function createSqliteJobs(database: SqliteDatabase): JobStore {
  const sql = prepareJobStatements(database);

  /** The frames that the job's session holds, then those that came with the submission. */
  function imagesOf({ session, tokenHash, request }: NewJob): readonly Uint8Array[] | Acceptance {
    const row = sql.session.get(tokenHash) as { revision: number } | undefined;
    if (!session) return row ? 'paced' : request.images;
    if (row?.revision !== session.revision) return 'session-changed';
    const held: Uint8Array[] = [];
    for (const sha256 of session.frameHashes) {
      const frame = sql.sessionFrame.get(tokenHash, sha256) as { jpeg: Uint8Array } | undefined;
      if (!frame) return 'session-changed';
      held.push(frame.jpeg);
    }
    return [...held, ...request.images];
  }

  function lockedAt(subjectHash: string, nowMs: number, lockout: Lockout): number | undefined {
    const rows = sql.failedChecks.all(subjectHash, lockout.lockoutFailures) as FailedRow[];
    return lockedUntilMs(
      rows.map(({ finished_at_ms }) => finished_at_ms),
      nowMs,
      lockout,
    );
  }

  function isUndecided(subjectHash: string, nowMs: number, lockout: Lockout): boolean {
    const { lockoutFailures, lockoutWindowMs } = lockout;
    const { checks } = sql.countChecks.get(subjectHash, subjectHash, nowMs - lockoutWindowMs) as {
      checks: number;
    };
    return lockoutFailures > 0 && checks >= lockoutFailures;
  }

  /** Remembers the frames of a job, and finds the steps that bring one which was remembered before. */
  function rememberFrames(
    { frames = [] }: NewJob,
    nowMs: number,
    most: number,
  ): Pick<AnalysisRequest, 'stepsSeenBefore'> {
    const seen = frames.filter(
      (frame) => sql.rememberFrame.run(rememberedHashOf(frame), nowMs).changes === 0,
    );
    if (frames.length > 0) sql.forgetFrames.run(most);
    return seen.length > 0 ? { stepsSeenBefore: [...new Set(seen.map(({ step }) => step))] } : {};
  }

  const accept = transaction(
    database,
    (
      job: NewJob,
      nowMs: number,
      maxOpenJobs: number,
      mostRememberedFrames: number,
      lockout?: Lockout,
    ): Acceptance => {
      const token = sql.token.get(job.tokenHash) as TokenRow | undefined;
      if (!token) return 'unknown';
      if (token.job_id !== null) return token.job_id === job.id ? 'accepted' : 'used';
      if (nowMs >= token.expires_at_ms) return 'expired';
      const images = imagesOf(job);
      if (typeof images === 'string') return images;
      if ((sql.countOpen.get() as { open: number }).open >= maxOpenJobs) return 'full';
      const subjectHash = token.subject_hash;
      if (lockout && subjectHash) {
        if (lockedAt(subjectHash, nowMs, lockout)) return 'locked-out';
        if (isUndecided(subjectHash, nowMs, lockout)) return 'undecided';
      }
      const { images: _, ...settings } = job.request;
      sql.dropSession.run(job.tokenHash);
      sql.dropSessionFrames.run(job.tokenHash);
      sql.spend.run(job.id, job.tokenHash);
      sql.insert.run(
        job.id,
        job.tokenHash,
        job.accessKey,
        JSON.stringify({ ...settings, ...rememberFrames(job, nowMs, mostRememberedFrames) }),
        nowMs,
        subjectHash,
        job.notifies ? 1 : 0,
      );
      for (const [position, jpeg] of images.entries()) {
        sql.insertImage.run(job.id, position, Buffer.from(jpeg));
      }
      return 'accepted';
    },
  );

  function claim(nowMs: number, leaseMs: number, maxAttempts: number): Claim {
    const neverMs = nowMs + 2 * Math.max(leaseMs, LONGEST_RETRY_DELAY_MS);
    sql.dropExhaustedImages.run(nowMs, neverMs, maxAttempts);
    const ended = JSON.stringify(EXHAUSTED);
    sql.noteExhausted.run(nowMs, nowMs, nowMs, nowMs, neverMs, maxAttempts);
    const failed = sql.failExhausted.run(ended, nowMs, nowMs, neverMs, maxAttempts);
    const exhausted = failed.changes > 0;
    const row = sql.lease.get(nowMs + leaseMs, nowMs, neverMs) as JobRow | undefined;
    if (!row) return { job: undefined, exhausted };
    // libsql gives a blob as ArrayBuffer in `all`, and as Buffer in `get`.
    const rows = sql.images.all(row.id) as { jpeg: ArrayBuffer }[];
    const images = rows.map(({ jpeg }) => Buffer.from(jpeg));
    const request = { ...JSON.parse(row.request), images };
    return { job: { id: row.id, attempt: row.attempts, request }, exhausted };
  }

  function finish(
    id: string,
    attempt: number,
    outcome: JobOutcome,
    nowMs: number,
    kept?: SealedImages,
  ): boolean {
    const failedCheck = isFailedCheck(outcome) ? 1 : 0;
    const finished = sql.finish.run(JSON.stringify(outcome), nowMs, failedCheck, id, attempt);
    if (finished.changes === 0) return false;
    sql.dropImages.run(id);
    sql.note.run(nowMs, nowMs, nowMs, id);
    for (const [position, sealed] of kept?.images.entries() ?? []) {
      sql.keepImage.run(id, position, Buffer.from(sealed), kept?.deleteAtMs);
    }
    return true;
  }

  const erase = transaction(database, (jobId: string): number | undefined => {
    const row = sql.eraseJob.get(jobId) as { token_hash: string } | undefined;
    if (!row) return undefined;
    sql.eraseToken.run(row.token_hash);
    sql.eraseNotice.run(jobId);
    return sql.dropImages.run(jobId).changes + sql.eraseKept.run(jobId).changes;
  });

  const moveDue = ({ id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>, dueAtMs: number) =>
    withoutWaiting(database, () => sql.moveDue.run(dueAtMs, id, attempt).changes > 0);

  return {
    async accept(
      job,
      { nowMs, maxOpenJobs, mostRememberedFrames = Number.MAX_SAFE_INTEGER, lockout },
    ) {
      return accept(job, nowMs, maxOpenJobs, mostRememberedFrames, lockout);
    },
    async lockedUntilMs(subjectHash, nowMs, lockout) {
      return lockedAt(subjectHash, nowMs, lockout);
    },
    async countOpen() {
      return (sql.countOpen.get() as { open: number }).open;
    },
    async find(jobId) {
      const row = sql.find.get(jobId) as JobRow | undefined;
      return (
        row && {
          id: row.id,
          tokenHash: row.token_hash,
          accessKey: row.access_key,
          ...factsOf(row.request),
          subjectHash: row.subject_hash ?? undefined,
          finishedAtMs: row.finished_at_ms ?? undefined,
          outcome: row.outcome === null ? undefined : (JSON.parse(row.outcome) as JobOutcome),
        }
      );
    },
    async claim({ nowMs, leaseMs, maxAttempts }) {
      const { job, exhausted } = withoutWaiting(database, () => claim(nowMs, leaseMs, maxAttempts));
      if (exhausted) scrub(database);
      return job;
    },
    async renew(job, { nowMs, leaseMs }) {
      return moveDue(job, nowMs + leaseMs);
    },
    async handBack(job, { dueAtMs }) {
      return moveDue(job, dueAtMs);
    },
    async finish({ id, attempt }, outcome, nowMs, kept) {
      // The scrub waits for the disk, and for this with it.
      const finished = withoutWaiting(database, () => finish(id, attempt, outcome, nowMs, kept));
      scrub(database);
      return finished;
    },
    async idsOf(subjectHash) {
      return (sql.idsOf.all(subjectHash) as { id: string }[]).map(({ id }) => id);
    },
    async erase(jobId) {
      const images = erase(jobId);
      if (images !== undefined) scrub(database);
      return images;
    },
    // Another process on the same file has no way to tell; the worker looks by itself.
    async onWaiting() {
      return async () => {};
    },
  };
}

/** What else is read of a job: the session and the link that it came by, and what it was judged by. */
function factsOf(request: string): Pick<StoredJob, 'session' | 'linkId' | 'threshold'> {
  const { linkId, livenessThreshold: threshold, session } = JSON.parse(request) as AnalysisRequest;
  return { session, threshold, ...(linkId !== undefined && { linkId }) };
}
