import { chmodSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { MIGRATIONS } from './migrations.ts';
import { isFileTrouble } from './sqlite-errors.ts';

/** An open SQLite file, with the synchronous API of better-sqlite3. */
export type SqliteDatabase = Database.Database;

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
    // Nobody is served yet: other processes may be opening the same file.
    database.pragma('busy_timeout = 5000');
    database.pragma('journal_mode = WAL');
    // A 202 is a promise: it must survive a power cut, not just a crash of the process.
    database.pragma('synchronous = FULL');
    database.pragma('secure_delete = ON');
    database.pragma('temp_store = MEMORY');
    migrate(database);
    scrub(database);
    // From here on a wait would stop every request: `waitForLock` waits without that.
    database.pragma('busy_timeout = 0');
  } catch (error) {
    database.close();
    throw error;
  }
  return database;
}

/**
 * Writes without waiting for the disk, in one transaction. What is written survives the death of the process, as always, but not a power
 * cut: for what may then be done again, since each wait holds up every other request.
 */
export function withoutWaiting<T>(database: SqliteDatabase, write: () => T): T {
  database.pragma('synchronous = NORMAL');
  try {
    return transaction(database, write)();
  } finally {
    database.pragma('synchronous = FULL');
  }
}

/**
 * Empties the write-ahead log, which may hold images that are deleted in the file. A log that is busy, or a disk that
 * cannot be written to, is left to the next call: what was written before it stays written.
 */
export function scrub(database: SqliteDatabase): void {
  try {
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    if (!isFileTrouble(error)) throw error;
  }
}

/**
 * Makes a function one transaction, which takes the lock at its begin. Every write is in one: a statement of libsql that
 * finds the file locked is left half done, and no later transaction could end. libsql's own transactions hide the cause
 * of a failure that has ended them by itself, as a full disk does: they fail at rolling back once more.
 */
export function transaction<Args extends unknown[], T>(
  database: SqliteDatabase,
  body: (...args: Args) => T,
): (...args: Args) => T {
  return (...args) => {
    database.exec('BEGIN IMMEDIATE');
    try {
      const result = body(...args);
      database.exec('COMMIT');
      return result;
    } catch (error) {
      if (database.inTransaction) database.exec('ROLLBACK');
      throw error;
    }
  };
}

function migrate(database: SqliteDatabase): void {
  const run = transaction(database, () => {
    const version = schemaVersionOf(database);
    if (version > MIGRATIONS.length) {
      throw new Error(
        `The data file has schema ${version}; this version of nodeflux-liveness knows ${MIGRATIONS.length}.`,
      );
    }
    for (const migration of MIGRATIONS.slice(version)) database.exec(migration);
    database.exec(`PRAGMA user_version = ${MIGRATIONS.length}`);
  });
  run();
}

function schemaVersionOf(database: SqliteDatabase): number {
  const row = database.prepare('SELECT user_version AS version FROM pragma_user_version').get();
  return (row as { version: number }).version;
}
