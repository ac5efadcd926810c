import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';

/** An open SQLite file, with the synchronous API of better-sqlite3. */
export type SqliteDatabase = Database.Database;

const SCHEMA_VERSION = 1;
const SCHEMA = `
  CREATE TABLE tokens (
    token_hash TEXT PRIMARY KEY,
    access_key TEXT NOT NULL,
    created_at_ms INTEGER NOT NULL,
    expires_at_ms INTEGER NOT NULL,
    job_id TEXT
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX unspent_tokens ON tokens (expires_at_ms) WHERE job_id IS NULL;

  CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    token_hash TEXT NOT NULL,
    access_key TEXT NOT NULL,
    request TEXT NOT NULL,
    due_at_ms INTEGER NOT NULL,
    attempts INTEGER NOT NULL DEFAULT 0,
    outcome TEXT,
    finished_at_ms INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX open_jobs ON jobs (due_at_ms) WHERE outcome IS NULL;
  CREATE INDEX finished_jobs ON jobs (finished_at_ms) WHERE outcome IS NOT NULL;

  CREATE TABLE job_images (
    job_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    jpeg BLOB NOT NULL,
    PRIMARY KEY (job_id, position)
  ) STRICT;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens the file, creating it (and its folder) readable by its owner only.
 *
 * What keeps images from outliving their job: `secure_delete` overwrites deleted rows with zeros, and {@link scrub}
 * moves that into the file and cuts the write-ahead log to nothing. What remains are blocks that the file system
 * itself has freed (the cut log, copy-on-write, SSD wear levelling): put the file on an encrypted volume.
 *
 * @throws Error when a newer version of this package wrote the file.
 */
export function openSqliteDatabase(file: string): SqliteDatabase {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const database = new Database(file);
  try {
    // SQLite gives the log files the mode of the database file, so this comes before anything is written.
    chmodSync(file, 0o600);
    database.pragma('busy_timeout = 5000');
    database.pragma('journal_mode = WAL');
    // A 202 is a promise: it must survive a power cut, not just a crash of the process.
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('temp_store = MEMORY');
    migrate(database);
    scrub(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/** Empties the write-ahead log, which may hold images that are deleted in the file. A busy log is left to the next call. */
export function scrub(database: SqliteDatabase): void {
  database.pragma('wal_checkpoint(TRUNCATE)');
}

function migrate(database: SqliteDatabase): void {
  const run = database.transaction(() => {
    const version = schemaVersionOf(database);
    if (version > SCHEMA_VERSION) {
      throw new Error(
        `The data file has schema ${version}; this version of nodeflux-liveness knows ${SCHEMA_VERSION}.`,
      );
    }
    if (version === 0) database.exec(SCHEMA);
  });
  run.immediate();
}

function schemaVersionOf(database: SqliteDatabase): number {
  const row = database.prepare('SELECT user_version AS version FROM pragma_user_version').get();
  return (row as { version: number }).version;
}
