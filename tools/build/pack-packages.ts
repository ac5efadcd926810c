import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPackages } from './build-packages.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The tarballs that are published, by path. */
export interface Tarballs {
  readonly element: string;
  readonly service: string;
}

/** Builds both packages and packs them, in a folder that is there and empty. */
export async function packPackages(folder: string): Promise<Tarballs> {
  const staged = { element: join(folder, '.element'), service: join(folder, '.service') };
  await buildPackages({ dist: join(staged.element, 'dist'), service: staged.service });
  const { files } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const name of ['package.json', 'README.md', 'LICENSE', ...files]) {
    if (name !== 'dist') cpSync(join(ROOT, name), join(staged.element, name), { recursive: true });
  }
  return { element: pack(staged.element, folder), service: pack(staged.service, folder) };
}

/** `npm pack` without `prepack`: what it would build has just been built. */
function pack(folder: string, to: string): string {
  const { stdout, stderr } = spawnSync(
    'npm',
    ['pack', '--json', '--ignore-scripts', '--pack-destination', to],
    { cwd: folder, encoding: 'utf8', shell: process.platform === 'win32' },
  );
  try {
    return join(to, JSON.parse(stdout)[0].filename);
  } catch (cause) {
    throw new Error(`npm pack: ${stderr}`, { cause });
  }
}
