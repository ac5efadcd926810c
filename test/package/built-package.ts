import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildPackage } from '../../tools/build/build-package.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PUBLISHED = [
  'package.json',
  'custom-elements.json',
  'README.md',
  'CHANGELOG.md',
  'LICENSE',
  'docs',
];

/** The package as an integrator has it: built, in the `node_modules` of a project. */
export interface BuiltPackage {
  /** The project that installed it. */
  readonly projectFolder: string;
  /** The package itself. */
  readonly folder: string;
  /** Runs a script of the project with plain Node, without any TypeScript loader. */
  runNode(script: string): { readonly status: number | null; readonly output: string };
  remove(): void;
}

/** Builds the package into a project of its own. It lies below our node_modules, where its dependencies are found. */
export async function createBuiltPackage(): Promise<BuiltPackage> {
  const cache = join(ROOT, 'node_modules/.cache/nodeflux-liveness');
  mkdirSync(cache, { recursive: true });
  const projectFolder = mkdtempSync(join(cache, 'project-'));
  const folder = join(projectFolder, 'node_modules/nodeflux-liveness');
  // Without it the project would be part of our own package, and the name would lead to our own `dist/`.
  writeFileSync(join(projectFolder, 'package.json'), '{"name":"shop","type":"module"}');
  await buildPackage(join(folder, 'dist'));
  for (const name of PUBLISHED) {
    if (existsSync(join(ROOT, name)))
      cpSync(join(ROOT, name), join(folder, name), { recursive: true });
  }
  return {
    projectFolder,
    folder,
    runNode(script) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { cwd: projectFolder, encoding: 'utf8' },
      );
      return { status, output: stdout + stderr };
    },
    remove: () => rmSync(projectFolder, { recursive: true, force: true }),
  };
}
