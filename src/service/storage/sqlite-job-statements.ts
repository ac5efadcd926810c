import type { SqliteDatabase } from './sqlite-database.ts';

/** The SQL behind the jobs of the embedded database. */
export function prepareJobStatements(database: SqliteDatabase) {
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
    moveDue: database.prepare(`UPDATE jobs SET due_at_ms = ? WHERE ${held}`),
    finish: database.prepare(
      `UPDATE jobs SET outcome = ?, finished_at_ms = ?, failed_check = ? WHERE ${held}`,
    ),
    failedChecks: database.prepare(
      `SELECT finished_at_ms FROM jobs WHERE subject_hash = ? AND failed_check = 1
       ORDER BY finished_at_ms DESC LIMIT ?`,
    ),
    countChecks: database.prepare(
      `SELECT (SELECT count(*) FROM jobs WHERE subject_hash = ? AND outcome IS NULL)
            + (SELECT count(*) FROM jobs
               WHERE subject_hash = ? AND failed_check = 1 AND finished_at_ms > ?) AS checks`,
    ),
    keepImage: database.prepare(
      'INSERT INTO kept_images (job_id, position, sealed, delete_at_ms) VALUES (?, ?, ?, ?)',
    ),
  };
}
