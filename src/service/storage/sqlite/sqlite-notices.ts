import type { ClaimedNotice, NoticeStore } from '../../webhooks/notice.ts';
import { LONGEST_NOTICE_PAUSE_MS } from '../../webhooks/notice.ts';
import { type SqliteDatabase, withoutWaiting } from './sqlite-database.ts';

interface NoticeRow {
  readonly job_id: string;
  readonly finished_at_ms: number;
  readonly since_ms: number;
  readonly attempts: number;
}

interface DeadRow {
  readonly job_id: string;
  readonly finished_at_ms: number;
  readonly dead_at_ms: number;
  readonly fault: string;
}

const held = 'job_id = ? AND attempts = ? AND dead_at_ms IS NULL';

/** The notices in the embedded database; the jobs write them. */
export function createSqliteNotices(database: SqliteDatabase): NoticeStore {
  const lease = database.prepare(
    `UPDATE notices SET attempts = attempts + 1, due_at_ms = ? WHERE job_id = (
       SELECT job_id FROM notices WHERE dead_at_ms IS NULL AND (due_at_ms <= ? OR due_at_ms > ?)
       ORDER BY due_at_ms, job_id LIMIT 1
     ) RETURNING job_id, finished_at_ms, since_ms, attempts`,
  );
  const forget = database.prepare(`DELETE FROM notices WHERE ${held}`);
  const putOff = database.prepare(`UPDATE notices SET due_at_ms = ?, fault = ? WHERE ${held}`);
  const bury = database.prepare(`UPDATE notices SET dead_at_ms = ?, fault = ? WHERE ${held}`);
  const selectDead = database.prepare(
    'SELECT job_id, finished_at_ms, dead_at_ms, fault FROM notices WHERE dead_at_ms IS NOT NULL ORDER BY dead_at_ms, job_id',
  );
  const revive = database.prepare(
    `UPDATE notices SET dead_at_ms = NULL, fault = NULL, attempts = 0, since_ms = ?, due_at_ms = ?
     WHERE job_id = ? AND dead_at_ms IS NOT NULL`,
  );

  return {
    async claim({ nowMs, leaseMs }) {
      const neverMs = nowMs + LONGEST_NOTICE_PAUSE_MS + leaseMs;
      const row = withoutWaiting(database, () => lease.get(nowMs + leaseMs, nowMs, neverMs)) as
        | NoticeRow
        | undefined;
      return row && claimedNoticeOf(row);
    },
    async settle({ jobId, attempt }, end) {
      const change = () => {
        switch (end.kind) {
          case 'told':
            return forget.run(jobId, attempt);
          case 'later':
            return putOff.run(end.dueAtMs, end.fault, jobId, attempt);
          case 'dead':
            return bury.run(end.deadAtMs, end.fault, jobId, attempt);
        }
      };
      return withoutWaiting(database, () => change().changes > 0);
    },
    async listDead() {
      return (selectDead.all() as DeadRow[]).map((row) => ({
        jobId: row.job_id,
        finishedAtMs: row.finished_at_ms,
        deadAtMs: row.dead_at_ms,
        fault: row.fault,
      }));
    },
    async revive(jobId, nowMs) {
      return withoutWaiting(database, () => revive.run(nowMs, nowMs, jobId).changes > 0);
    },
  };
}

function claimedNoticeOf(row: NoticeRow): ClaimedNotice {
  return {
    jobId: row.job_id,
    attempt: row.attempts,
    finishedAtMs: row.finished_at_ms,
    sinceMs: row.since_ms,
  };
}
