import type { TokenStore } from '../store.ts';
import { type SqliteDatabase, withoutWaiting } from './sqlite-database.ts';

interface TokenRow {
  readonly token_hash: string;
  readonly access_key: string;
  readonly created_at_ms: number;
  readonly expires_at_ms: number;
  readonly job_id: string | null;
  readonly subject_hash: string | null;
  readonly link_id: string | null;
}

/** The submission tokens in the embedded database. */
export function createSqliteTokens(database: SqliteDatabase): TokenStore {
  const insert = database.prepare(
    'INSERT INTO tokens (token_hash, access_key, created_at_ms, expires_at_ms, subject_hash, link_id) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM tokens WHERE token_hash = ?');

  return {
    async add({ tokenHash, accessKey, createdAtMs, expiresAtMs, subjectHash, linkId }) {
      withoutWaiting(database, () =>
        insert.run(
          tokenHash,
          accessKey,
          createdAtMs,
          expiresAtMs,
          subjectHash ?? null,
          linkId ?? null,
        ),
      );
    },
    async find(tokenHash) {
      const row = select.get(tokenHash) as TokenRow | undefined;
      return (
        row && {
          tokenHash: row.token_hash,
          accessKey: row.access_key,
          createdAtMs: row.created_at_ms,
          expiresAtMs: row.expires_at_ms,
          jobId: row.job_id ?? undefined,
          subjectHash: row.subject_hash ?? undefined,
          ...(row.link_id !== null && { linkId: row.link_id }),
        }
      );
    },
  };
}
