import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildFaceModel } from '../face-model/build-face-model.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The page of a check by link, for the service to serve: the element and its script as one file, and all that they load. */
export async function buildHostedPage(folder: string): Promise<void> {
  await buildFaceModel();
  await build({
    configFile: join(ROOT, 'vite.config.ts'),
    logLevel: 'warn',
    mode: 'hosted',
    build: { outDir: folder, emptyOutDir: true, sourcemap: 'hidden' },
  });
  await cp(join(ROOT, 'src/face/assets'), join(folder, 'assets'), { recursive: true });
  for (const name of ['check-page.css', 'icon.svg']) {
    await cp(join(ROOT, 'src/hosted', name), join(folder, name));
  }
}
