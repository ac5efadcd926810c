import type { CheckLink, LinkStore } from '../../links/check-link.ts';
import { type SqliteDatabase, scrub, transaction } from './sqlite-database.ts';

interface LinkRow {
  readonly revision: number;
  readonly state: string;
}

/** The links in the embedded database, as JSON. */
export function createSqliteLinks(database: SqliteDatabase): LinkStore {
  const insert = database.prepare(
    'INSERT INTO check_links (id, expires_at_ms, revision, state, subject_hash) VALUES (?, ?, 0, ?, ?)',
  );
  const select = database.prepare('SELECT revision, state FROM check_links WHERE id = ?');
  const update = database.prepare(
    'UPDATE check_links SET state = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
  );
  const remove = database.prepare('DELETE FROM check_links WHERE id = ?');
  const removeOf = database.prepare('DELETE FROM check_links WHERE subject_hash = ?');
  const add = transaction(database, (link: CheckLink) =>
    insert.run(link.id, link.expiresAtMs, JSON.stringify(link), link.subjectHash),
  );
  const replace = transaction(
    database,
    (link: CheckLink, revision: number) =>
      update.run(JSON.stringify(link), link.id, revision).changes > 0,
  );
  const erase = transaction(database, (id: string) => remove.run(id).changes);
  const eraseOf = transaction(database, (subjectHash: string) => removeOf.run(subjectHash).changes);

  /** What was deleted is overwritten in the file at once. */
  function scrubbed(erased: number): number {
    if (erased > 0) scrub(database);
    return erased;
  }

  return {
    async add(link) {
      add(link);
    },
    async find(id) {
      const row = select.get(id) as LinkRow | undefined;
      return row && { link: JSON.parse(row.state) as CheckLink, revision: row.revision };
    },
    async replace(link, revision) {
      return replace(link, revision);
    },
    async erase(id) {
      return scrubbed(erase(id)) > 0;
    },
    async eraseOf(subjectHash) {
      return scrubbed(eraseOf(subjectHash));
    },
  };
}
