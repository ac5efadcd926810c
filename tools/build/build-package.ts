import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildFaceModel } from '../face-model/build-face-model.ts';
import { emitModules } from './emit-modules.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** Files that code finds beside itself, and where they go in the package. */
const COPIED_FOLDERS: readonly (readonly [from: string, to: string])[] = [
  ['src/face/assets', 'assets'],
  ['src/service/analysis/models', 'service/analysis/models'],
  ['src/testing/assets', 'testing/assets'],
];

/**
 * Builds the whole package: the element as one file with its worker, the wasm and the model beside it; the helper,
 * the service and the simulated person as modules; types for all of them.
 *
 * @param outDir Absolute path; what is in it is removed first.
 */
export async function buildPackage(outDir = join(ROOT, 'dist')): Promise<void> {
  await buildFaceModel();
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    build: { outDir, emptyOutDir: true },
  });
  emitModules(ROOT, outDir);
  for (const [from, to] of COPIED_FOLDERS) {
    await cp(join(ROOT, from), join(outDir, to), { recursive: true });
  }
}
