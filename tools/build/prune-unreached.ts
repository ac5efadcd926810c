import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { importsOf } from './imported-packages.ts';

/**
 * Removes the scripts, or the types, that no entry leads to: nobody can import them, and they name packages that nobody
 * has installed. The compiler also writes what is imported for its types alone.
 *
 * @param entries Without extension, relative to the folder.
 */
export async function pruneUnreached(
  folder: string,
  extension: '.js' | '.d.ts',
  entries: readonly string[],
): Promise<void> {
  const reached = new Set<string>();
  const ahead = entries.map((entry) => join(folder, `${entry}${extension}`));
  for (let path = ahead.pop(); path !== undefined; path = ahead.pop()) {
    if (reached.has(path)) continue;
    reached.add(path);
    for (const specifier of importsOf(await readFile(path, 'utf8'))) {
      if (!specifier.startsWith('.')) continue;
      ahead.push(join(path, '..', specifier.replace(/\.[jt]s$/, extension)));
    }
  }
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    if (path.endsWith(extension) && !reached.has(path)) await rm(path);
  }
}
