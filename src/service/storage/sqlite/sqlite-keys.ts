import type { KeyStore, StoredKey } from '../../auth/stored-key.ts';
import { type SqliteDatabase, transaction } from './sqlite-database.ts';

interface KeyRow {
  readonly access_key: string;
  /** libsql gives a blob as ArrayBuffer in `all`, and as Buffer in `get`. */
  readonly secret_digest: ArrayBuffer | Buffer;
  readonly label: string;
  readonly created_at_ms: number;
  readonly disabled_at_ms: number | null;
}

/** The access keys in the embedded database. Every request asks anew, so that a disabled key ends at once. */
export function createSqliteKeys(database: SqliteDatabase): KeyStore {
  const insert = database.prepare(
    'INSERT INTO access_keys (access_key, secret_digest, label, created_at_ms) VALUES (?, ?, ?, ?)',
  );
  const select = database.prepare('SELECT * FROM access_keys WHERE access_key = ?');
  const selectAll = database.prepare(
    'SELECT * FROM access_keys ORDER BY created_at_ms, access_key',
  );
  const disable = database.prepare(
    'UPDATE access_keys SET disabled_at_ms = ? WHERE access_key = ? AND disabled_at_ms IS NULL',
  );

  const add = transaction(database, (key: StoredKey) =>
    insert.run(key.accessKey, key.secretDigest, key.label, key.createdAtMs),
  );
  const end = transaction(
    database,
    (accessKey: string, nowMs: number) => disable.run(nowMs, accessKey).changes > 0,
  );

  return {
    async add(key) {
      add(key);
    },
    async find(accessKey) {
      const row = select.get(accessKey) as KeyRow | undefined;
      return row && keyOf(row);
    },
    async list() {
      return (selectAll.all() as KeyRow[]).map(keyOf);
    },
    async disable(accessKey, nowMs) {
      return end(accessKey, nowMs);
    },
  };
}

function keyOf(row: KeyRow): StoredKey {
  return {
    accessKey: row.access_key,
    secretDigest: Buffer.from(row.secret_digest as ArrayBuffer),
    label: row.label,
    createdAtMs: row.created_at_ms,
    disabledAtMs: row.disabled_at_ms ?? undefined,
  };
}
