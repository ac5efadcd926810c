import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PROJECT_ROOT, sha256Of } from './pinned-file.ts';

const CACHE_FOLDER = join(PROJECT_ROOT, 'node_modules/.cache/nodeflux-liveness/made');

/**
 * What takes seconds to make, made once: kept by the hash of what it is made of.
 *
 * @param recipe what makes it, with its version and settings
 */
export async function madeOnce(
  recipe: string,
  input: Uint8Array,
  make: () => Promise<Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const kept = join(CACHE_FOLDER, sha256Of(Buffer.concat([Buffer.from(`${recipe}\n`), input])));
  const found = await readFile(kept).catch(() => undefined);
  // Half a file is none: it is written beside and renamed.
  if (found) return new Uint8Array(found);
  const made = new Uint8Array(await make());
  await mkdir(CACHE_FOLDER, { recursive: true });
  const unfinished = `${kept}.${process.pid}.part`;
  await writeFile(unfinished, made);
  await rename(unfinished, kept);
  return made;
}
