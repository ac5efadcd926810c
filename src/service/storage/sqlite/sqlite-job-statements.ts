import type Database from 'libsql';
import type { SqliteDatabase } from './sqlite-database.ts';

/** Due is also what no lease or pause can explain: the clock has been set back since. */
const due = 'outcome IS NULL AND (due_at_ms <= ? OR due_at_ms > ?)';
const exhausted = `${due} AND attempts >= ?`;
const held = 'id = ? AND attempts = ? AND outcome IS NULL';

/**
 * Round robin: how many jobs of the same person are being worked on, or wait before this one. Everybody's first job comes
 * before anybody's second.
 */
const turn = `(SELECT count(*) FROM jobs AS own WHERE own.outcome IS NULL AND own.subject_hash = jobs.subject_hash
           AND (own.attempts > jobs.attempts OR (own.due_at_ms, own.id) < (jobs.due_at_ms, jobs.id)))`;

const SQL = {
  token: 'SELECT job_id, expires_at_ms, subject_hash FROM tokens WHERE token_hash = ?',
  spend: 'UPDATE tokens SET job_id = ? WHERE token_hash = ?',
  session: 'SELECT revision FROM sessions WHERE token_hash = ?',
  sessionFrame: 'SELECT jpeg FROM session_frames WHERE token_hash = ? AND sha256 = ?',
  dropSession: 'DELETE FROM sessions WHERE token_hash = ?',
  dropSessionFrames: 'DELETE FROM session_frames WHERE token_hash = ?',
  countOpen: 'SELECT count(*) AS open FROM jobs WHERE outcome IS NULL',
  rememberFrame:
    'INSERT INTO remembered_frames (frame_hash, remembered_at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING',
  forgetFrames:
    'DELETE FROM remembered_frames WHERE number <= (SELECT max(number) FROM remembered_frames) - ?',
  insert:
    'INSERT INTO jobs (id, token_hash, access_key, request, due_at_ms, subject_hash, notifies) VALUES (?, ?, ?, ?, ?, ?, ?)',
  insertImage: 'INSERT INTO job_images (job_id, position, jpeg) VALUES (?, ?, ?)',
  find: 'SELECT id, token_hash, access_key, request, outcome, subject_hash, finished_at_ms FROM jobs WHERE id = ?',
  images: 'SELECT jpeg FROM job_images WHERE job_id = ? ORDER BY position',
  dropImages: 'DELETE FROM job_images WHERE job_id = ?',
  dropExhaustedImages: `DELETE FROM job_images WHERE job_id IN (SELECT id FROM jobs WHERE ${exhausted})`,
  noteExhausted: `INSERT INTO notices (job_id, finished_at_ms, since_ms, due_at_ms)
       SELECT id, ?, ?, ? FROM jobs WHERE notifies = 1 AND ${exhausted}`,
  failExhausted: `UPDATE jobs SET outcome = ?, finished_at_ms = ? WHERE ${exhausted}`,
  lease: `UPDATE jobs SET attempts = attempts + 1, due_at_ms = ? WHERE id = (
         SELECT id FROM jobs WHERE ${due} ORDER BY ${turn}, due_at_ms, id LIMIT 1
       ) RETURNING id, request, attempts`,
  moveDue: `UPDATE jobs SET due_at_ms = ? WHERE ${held}`,
  finish: `UPDATE jobs SET outcome = ?, finished_at_ms = ?, failed_check = ? WHERE ${held}`,
  note: `INSERT INTO notices (job_id, finished_at_ms, since_ms, due_at_ms)
       SELECT id, ?, ?, ? FROM jobs WHERE notifies = 1 AND id = ?`,
  idsOf: 'SELECT id FROM jobs WHERE subject_hash = ? ORDER BY id',
  eraseJob: 'DELETE FROM jobs WHERE id = ? RETURNING token_hash',
  eraseToken: 'DELETE FROM tokens WHERE token_hash = ?',
  eraseNotice: 'DELETE FROM notices WHERE job_id = ?',
  eraseKept: 'DELETE FROM kept_images WHERE job_id = ?',
  failedChecks: `SELECT finished_at_ms FROM jobs WHERE subject_hash = ? AND failed_check = 1
       ORDER BY finished_at_ms DESC LIMIT ?`,
  countChecks: `SELECT (SELECT count(*) FROM jobs WHERE subject_hash = ? AND outcome IS NULL)
            + (SELECT count(*) FROM jobs
               WHERE subject_hash = ? AND failed_check = 1 AND finished_at_ms > ?) AS checks`,
  keepImage: 'INSERT INTO kept_images (job_id, position, sealed, delete_at_ms) VALUES (?, ?, ?, ?)',
};

/** Statements on the jobs of the embedded database, by what they do. */
export type JobStatements = Readonly<Record<keyof typeof SQL, Database.Statement>>;

/** Prepares them once for a database. */
export function prepareJobStatements(database: SqliteDatabase): JobStatements {
  const prepared = Object.entries(SQL).map(([name, sql]) => [name, database.prepare(sql)]);
  return Object.fromEntries(prepared);
}
