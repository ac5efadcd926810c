import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const Manifest = v.array(v.object({ file: v.string(), person_id: v.optional(v.string(), '') }));

/** Who is in which clip: the clip's name without its ending, and `person_id` of the folder's manifest.json. */
export function readPeople(folder: string): ReadonlyMap<string, string> {
  const manifest = v.parse(
    Manifest,
    JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')),
  );
  return new Map(manifest.map(({ file, person_id }) => [file.replace(/\.\w+$/, ''), person_id]));
}
