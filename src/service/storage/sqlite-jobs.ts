import type { SealedImages } from '../images/kept-images.ts';
import type { ClaimedJob, JobOutcome, NewJob } from '../jobs/job.ts';
import { isFailedCheck, type Lockout, lockedUntilMs } from '../limits/lockout.ts';
import { type SqliteDatabase, scrub, withoutWaiting } from './sqlite-database.ts';
import type { Acceptance, JobStore } from './store.ts';

interface JobRow {
  readonly id: string;
  readonly token_hash: string;
  readonly access_key: string;
  readonly request: string;
  readonly attempts: number;
  readonly outcome: string | null;
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

const EXHAUSTED: JobOutcome = { status: 'failed', reasons: ['attempts-exhausted'] };

/** The jobs in the embedded database. A job is open while it has no outcome; `due_at_ms` is also the end of a lease. */
export function createSqliteJobs(database: SqliteDatabase): JobStore {
  const sql = prepareStatements(database);

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

  const accept = database.transaction(
    (job: NewJob, nowMs: number, maxOpenJobs: number, lockout?: Lockout): Acceptance => {
      const token = sql.token.get(job.tokenHash) as TokenRow | undefined;
      if (!token) return 'unknown';
      if (token.job_id !== null) return 'used';
      if (nowMs >= token.expires_at_ms) return 'expired';
      const images = imagesOf(job);
      if (typeof images === 'string') return images;
      if ((sql.countOpen.get() as { open: number }).open >= maxOpenJobs) return 'full';
      const subjectHash = token.subject_hash ?? job.addressHash ?? null;
      if (lockout && subjectHash && lockedAt(subjectHash, nowMs, lockout)) return 'locked-out';
      const { images: _, ...settings } = job.request;
      sql.dropSession.run(job.tokenHash);
      sql.dropSessionFrames.run(job.tokenHash);
      sql.spend.run(job.id, job.tokenHash);
      sql.insert.run(
        job.id,
        job.tokenHash,
        job.accessKey,
        JSON.stringify(settings),
        nowMs,
        subjectHash,
      );
      for (const [position, jpeg] of images.entries()) {
        sql.insertImage.run(job.id, position, Buffer.from(jpeg));
      }
      return 'accepted';
    },
  );

  const claim = database.transaction(
    (nowMs: number, leaseMs: number, maxAttempts: number): Claim => {
      sql.dropExhaustedImages.run(nowMs, maxAttempts);
      const failed = sql.failExhausted.run(JSON.stringify(EXHAUSTED), nowMs, nowMs, maxAttempts);
      const exhausted = failed.changes > 0;
      const row = sql.lease.get(nowMs + leaseMs, nowMs) as JobRow | undefined;
      if (!row) return { job: undefined, exhausted };
      // libsql gives a blob as ArrayBuffer in `all`, and as Buffer in `get`.
      const rows = sql.images.all(row.id) as { jpeg: ArrayBuffer }[];
      const images = rows.map(({ jpeg }) => Buffer.from(jpeg));
      const request = { ...JSON.parse(row.request), images };
      return { job: { id: row.id, attempt: row.attempts, request }, exhausted };
    },
  );

  const finish = database.transaction(
    (
      id: string,
      attempt: number,
      outcome: JobOutcome,
      nowMs: number,
      kept?: SealedImages,
    ): boolean => {
      const failedCheck = isFailedCheck(outcome) ? 1 : 0;
      const finished = sql.finish.run(JSON.stringify(outcome), nowMs, failedCheck, id, attempt);
      if (finished.changes === 0) return false;
      sql.dropImages.run(id);
      for (const [position, sealed] of kept?.images.entries() ?? []) {
        sql.keepImage.run(id, position, Buffer.from(sealed), kept?.deleteAtMs);
      }
      return true;
    },
  );

  return {
    async accept(job, { nowMs, maxOpenJobs, lockout }) {
      return accept.immediate(job, nowMs, maxOpenJobs, lockout);
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
          isPaced: 'paced' in JSON.parse(row.request),
          outcome: row.outcome === null ? undefined : (JSON.parse(row.outcome) as JobOutcome),
        }
      );
    },
    async claim({ nowMs, leaseMs, maxAttempts }) {
      const { job, exhausted } = withoutWaiting(database, () =>
        claim.immediate(nowMs, leaseMs, maxAttempts),
      );
      if (exhausted) scrub(database);
      return job;
    },
    async extend({ id, attempt }, untilMs) {
      return withoutWaiting(database, () => sql.extend.run(untilMs, id, attempt).changes > 0);
    },
    async finish({ id, attempt }, outcome, nowMs, kept) {
      // The scrub waits for the disk, and for this with it.
      const finished = withoutWaiting(database, () =>
        finish.immediate(id, attempt, outcome, nowMs, kept),
      );
      scrub(database);
      return finished;
    },
  };
}

function prepareStatements(database: SqliteDatabase) {
  const exhausted = 'outcome IS NULL AND due_at_ms <= ? AND attempts >= ?';
  const held = 'id = ? AND attempts = ? AND outcome IS NULL';
  return {
    token: database.prepare(
      'SELECT job_id, expires_at_ms, subject_hash FROM tokens WHERE token_hash = ?',
    ),
    spend: database.prepare('UPDATE tokens SET job_id = ? WHERE token_hash = ?'),
    session: database.prepare('SELECT revision FROM sessions WHERE token_hash = ?'),
    sessionFrame: database.prepare(
      'SELECT jpeg FROM session_frames WHERE token_hash = ? AND sha256 = ?',
    ),
    dropSession: database.prepare('DELETE FROM sessions WHERE token_hash = ?'),
    dropSessionFrames: database.prepare('DELETE FROM session_frames WHERE token_hash = ?'),
    countOpen: database.prepare('SELECT count(*) AS open FROM jobs WHERE outcome IS NULL'),
    insert: database.prepare(
      'INSERT INTO jobs (id, token_hash, access_key, request, due_at_ms, subject_hash) VALUES (?, ?, ?, ?, ?, ?)',
    ),
    insertImage: database.prepare(
      'INSERT INTO job_images (job_id, position, jpeg) VALUES (?, ?, ?)',
    ),
    find: database.prepare(
      'SELECT id, token_hash, access_key, request, outcome FROM jobs WHERE id = ?',
    ),
    images: database.prepare('SELECT jpeg FROM job_images WHERE job_id = ? ORDER BY position'),
    dropImages: database.prepare('DELETE FROM job_images WHERE job_id = ?'),
    dropExhaustedImages: database.prepare(
      `DELETE FROM job_images WHERE job_id IN (SELECT id FROM jobs WHERE ${exhausted})`,
    ),
    failExhausted: database.prepare(
      `UPDATE jobs SET outcome = ?, finished_at_ms = ? WHERE ${exhausted}`,
    ),
    lease: database.prepare(
      `UPDATE jobs SET attempts = attempts + 1, due_at_ms = ? WHERE id = (
         SELECT id FROM jobs WHERE outcome IS NULL AND due_at_ms <= ? ORDER BY due_at_ms, id LIMIT 1
       ) RETURNING id, request, attempts`,
    ),
    extend: database.prepare(`UPDATE jobs SET due_at_ms = ? WHERE ${held}`),
    finish: database.prepare(
      `UPDATE jobs SET outcome = ?, finished_at_ms = ?, failed_check = ? WHERE ${held}`,
    ),
    failedChecks: database.prepare(
      `SELECT finished_at_ms FROM jobs WHERE subject_hash = ? AND failed_check = 1
       ORDER BY finished_at_ms DESC LIMIT ?`,
    ),
    keepImage: database.prepare(
      'INSERT INTO kept_images (job_id, position, sealed, delete_at_ms) VALUES (?, ?, ?, ?)',
    ),
  };
}
