import type { CheckLink, LinkStore } from '../../links/check-link.ts';
import { type SqliteDatabase, transaction } from './sqlite-database.ts';

interface LinkRow {
  readonly revision: number;
  readonly state: string;
}

/** The links in the embedded database, as JSON. */
export function createSqliteLinks(database: SqliteDatabase): LinkStore {
  const insert = database.prepare(
    'INSERT INTO check_links (id, expires_at_ms, revision, state) VALUES (?, ?, 0, ?)',
  );
  const select = database.prepare('SELECT revision, state FROM check_links WHERE id = ?');
  const update = database.prepare(
    'UPDATE check_links SET state = ?, revision = revision + 1 WHERE id = ? AND revision = ?',
  );
  const add = transaction(database, (link: CheckLink) =>
    insert.run(link.id, link.expiresAtMs, JSON.stringify(link)),
  );
  const replace = transaction(
    database,
    (link: CheckLink, revision: number) =>
      update.run(JSON.stringify(link), link.id, revision).changes > 0,
  );

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
  };
}
