import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { buildFaceModel } from '../face-model/build-face-model.ts';

const ROOT = resolve(import.meta.dirname, '../..');

/** The page of a check by link, for the service to serve: the element and its script as one file, and all that they
 * load; and the script for pages that show it in an iframe. */
export async function buildHostedPage(folder: string): Promise<void> {
  await buildFaceModel();
  for (const mode of ['hosted', 'embed-script']) {
    await build({
      configFile: join(ROOT, 'vite.config.ts'),
      logLevel: 'warn',
      mode,
      build: { outDir: folder, emptyOutDir: mode === 'hosted', sourcemap: 'hidden' },
    });
  }
  await cp(join(ROOT, 'src/face/assets'), join(folder, 'assets'), { recursive: true });
  for (const name of ['check-page.css', 'icon.svg']) {
    await cp(join(ROOT, 'src/hosted', name), join(folder, name));
  }
}
