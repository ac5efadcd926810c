import type { SignatureStore } from '../../auth/used-signatures.ts';
import { type SqliteDatabase, withoutWaiting } from './sqlite-database.ts';

/** The used signatures in the embedded database, so that a restart or a second process forgets none. */
export function createSqliteSignatures(database: SqliteDatabase): SignatureStore {
  const insert = database.prepare(
    'INSERT INTO used_signatures (signature_hash, expires_at_ms) VALUES (?, ?) ON CONFLICT DO NOTHING',
  );
  return {
    async use(signatureHash, { expiresAtMs }) {
      return withoutWaiting(database, () => insert.run(signatureHash, expiresAtMs).changes > 0);
    },
  };
}
