import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { PurgeLimits, Store } from '../store.ts';
import { wrapMethods } from '../wrap-methods.ts';
import { openSqliteDatabase, type SqliteDatabase, scrub, transaction } from './sqlite-database.ts';
import { createSqliteJobs } from './sqlite-jobs.ts';
import { createSqliteKeptImages } from './sqlite-kept-images.ts';
import { createSqliteKeys } from './sqlite-keys.ts';
import { createSqliteLinks } from './sqlite-links.ts';
import { createSqliteNotices } from './sqlite-notices.ts';
import { createSqliteSessions } from './sqlite-sessions.ts';
import { createSqliteSignatures } from './sqlite-signatures.ts';
import { createSqliteTokens } from './sqlite-tokens.ts';
import { waitForLock } from './wait-for-lock.ts';

/**
 * The embedded store: one SQLite file, no daemon. Several processes may share the file.
 * @throws Error when the file cannot be opened, or was written by a newer version.
 */
export function createSqliteStore(file: string): Store {
  return storeOn(openSqliteDatabase(file));
}

/** The same on a database that is open already; the store closes it. */
export function storeOn(database: SqliteDatabase): Store {
  const purgeTokens = database.prepare(
    'DELETE FROM tokens WHERE job_id IS NULL AND expires_at_ms < ?',
  );
  const purgeJobs = database.prepare(
    `DELETE FROM jobs WHERE outcome IS NOT NULL AND finished_at_ms < ? AND id NOT IN (SELECT job_id FROM notices)
     RETURNING token_hash`,
  );
  const forgetToken = database.prepare('DELETE FROM tokens WHERE token_hash = ?');
  const purgeFrames = database.prepare(
    `DELETE FROM session_frames WHERE token_hash NOT IN (
       SELECT token_hash FROM sessions WHERE expires_at_ms >= ?
     )`,
  );
  const purgeSessions = database.prepare('DELETE FROM sessions WHERE expires_at_ms < ?');
  const purgeSignatures = database.prepare('DELETE FROM used_signatures WHERE expires_at_ms < ?');
  const purgeRemembered = database.prepare(
    'DELETE FROM remembered_frames WHERE remembered_at_ms < ?',
  );
  const purgeLinks = database.prepare('DELETE FROM check_links WHERE expires_at_ms < ?');
  const purgeNotices = database.prepare('DELETE FROM notices WHERE dead_at_ms < ?');
  const purgeKeptImages = database.prepare('DELETE FROM kept_images WHERE delete_at_ms <= ?');
  const probe = database.prepare("INSERT OR REPLACE INTO used_signatures VALUES ('probe', 0)");
  const tryWrite = transaction(database, () => probe.run());
  const purgeAll = transaction(database, (limits: PurgeLimits) => {
    const { finishedBeforeMs, expiredBeforeMs, sessionsExpiredBeforeMs } = limits;
    purgeFrames.run(sessionsExpiredBeforeMs);
    purgeSessions.run(sessionsExpiredBeforeMs);
    purgeSignatures.run(limits.nowMs);
    purgeRemembered.run(limits.framesRememberedBeforeMs);
    purgeKeptImages.run(limits.nowMs);
    purgeTokens.run(expiredBeforeMs);
    purgeNotices.run(limits.deadBeforeMs);
    purgeLinks.run(limits.linksExpiredBeforeMs);
    for (const row of purgeJobs.all(finishedBeforeMs) as { token_hash: string }[]) {
      forgetToken.run(row.token_hash);
    }
  });

  return {
    tokens: wrapMethods(createSqliteTokens(database), waitForLock),
    jobs: wrapMethods(createSqliteJobs(database), waitForLock),
    keys: wrapMethods(createSqliteKeys(database), waitForLock),
    signatures: wrapMethods(createSqliteSignatures(database), waitForLock),
    keptImages: wrapMethods(createSqliteKeptImages(database), waitForLock),
    links: wrapMethods(createSqliteLinks(database), waitForLock),
    notices: wrapMethods(createSqliteNotices(database), waitForLock),
    sessions: wrapMethods(createSqliteSessions(database), waitForLock),
    createLimiter: ({ name, points, windowSeconds }) =>
      new RateLimiterMemory({ keyPrefix: name, points, duration: windowSeconds }),
    ...wrapMethods(
      {
        async purge(limits: PurgeLimits) {
          purgeAll(limits);
          scrub(database);
        },
        async ping() {
          tryWrite();
        },
      },
      waitForLock,
    ),
    async close() {
      database.close();
    },
  };
}
