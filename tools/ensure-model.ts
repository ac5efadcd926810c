import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';

const root = resolve(import.meta.dirname, '..');

/** Where the model build puts its files; none of them is committed. */
const BUILT_FOLDERS = ['src/face/assets', 'src/service/analysis/models', 'src/testing/assets'];
/** What they are made from. */
const SOURCES = ['tools/face-model', 'package-lock.json'];

/** Builds the face model when its files are missing, or older than what they are made from. */
export async function ensureModel(): Promise<void> {
  const built = await Promise.all(BUILT_FOLDERS.map((folder) => modifiedTimesMs(folder)));
  const sources = (await Promise.all(SOURCES.map((path) => modifiedTimesMs(path)))).flat();
  const isComplete = built.every((times) => times.length > 0);
  if (isComplete && Math.min(...built.flat()) >= Math.max(...sources)) return;

  console.log('Building the face model from node_modules …');
  await promisify(execFile)(
    process.execPath,
    [...process.execArgv, join(root, 'tools/face-model/build.ts')],
    { cwd: root },
  );
}

/** When the files at or under a path were last written; empty when there is nothing. */
async function modifiedTimesMs(path: string): Promise<number[]> {
  const absolute = join(root, path);
  if (!existsSync(absolute)) return [];
  if ((await stat(absolute)).isFile()) return [(await stat(absolute)).mtimeMs];
  const entries = await readdir(absolute, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return Promise.all(
    files.map(async ({ parentPath, name }) => (await stat(join(parentPath, name))).mtimeMs),
  );
}
