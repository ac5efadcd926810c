import type { KeptImages } from '../../jobs/kept-images.ts';
import type { SqliteDatabase } from './sqlite-database.ts';

/** The kept images in the embedded database; the jobs write them. */
export function createSqliteKeptImages(database: SqliteDatabase): KeptImages {
  const select = database.prepare(
    'SELECT sealed FROM kept_images WHERE job_id = ? ORDER BY position',
  );
  return {
    async list(jobId) {
      return (select.all(jobId) as { sealed: ArrayBuffer }[]).map(({ sealed }) =>
        Buffer.from(sealed),
      );
    },
  };
}
