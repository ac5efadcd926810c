import type { PacedSession } from '../../sessions/paced-session.ts';
import type { SessionStore } from '../store.ts';
import { type SqliteDatabase, transaction } from './sqlite-database.ts';

interface SessionRow {
  readonly revision: number;
  readonly state: string;
}

/** The paced sessions in the embedded database, as JSON: only their revision and their end are ever asked for. */
export function createSqliteSessions(database: SqliteDatabase): SessionStore {
  const insert = database.prepare(
    `INSERT INTO sessions (token_hash, expires_at_ms, revision, state)
     SELECT token_hash, ?, 0, ? FROM tokens WHERE token_hash = ? AND job_id IS NULL
     ON CONFLICT DO NOTHING`,
  );
  const select = database.prepare('SELECT revision, state FROM sessions WHERE token_hash = ?');
  const update = database.prepare(
    'UPDATE sessions SET state = ?, revision = revision + 1 WHERE token_hash = ? AND revision = ?',
  );
  const insertFrame = database.prepare(
    `INSERT INTO session_frames (token_hash, sha256, jpeg)
     SELECT token_hash, ?, ? FROM sessions WHERE token_hash = ?
     ON CONFLICT DO NOTHING`,
  );
  const selectFrames = database.prepare('SELECT sha256 FROM session_frames WHERE token_hash = ?');
  const dropFrames = database.prepare('DELETE FROM session_frames WHERE token_hash = ?');

  const open = transaction(database, (session: PacedSession) => {
    const { expiresAtMs, tokenHash } = session;
    return insert.run(expiresAtMs, JSON.stringify(session), tokenHash).changes > 0;
  });
  const keepFrame = transaction(database, (tokenHash: string, sha256: string, jpeg: Uint8Array) =>
    insertFrame.run(sha256, Buffer.from(jpeg), tokenHash),
  );
  const replace = transaction(
    database,
    (session: PacedSession, revision: number, forgetsFrames: boolean): boolean => {
      const { changes } = update.run(JSON.stringify(session), session.tokenHash, revision);
      if (changes > 0 && forgetsFrames) dropFrames.run(session.tokenHash);
      return changes > 0;
    },
  );

  return {
    async open(session) {
      return open(session);
    },
    async find(tokenHash) {
      const row = select.get(tokenHash) as SessionRow | undefined;
      return row && { session: JSON.parse(row.state) as PacedSession, revision: row.revision };
    },
    async replace(session, revision, { forgetsFrames = false } = {}) {
      return replace(session, revision, forgetsFrames);
    },
    async keepFrame(tokenHash, { sha256, jpeg }) {
      keepFrame(tokenHash, sha256, jpeg);
    },
    async frameHashes(tokenHash) {
      return (selectFrames.all(tokenHash) as { sha256: string }[]).map(({ sha256 }) => sha256);
    },
  };
}
