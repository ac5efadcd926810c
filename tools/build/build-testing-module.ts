import { cp } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { build } from 'vite';

const ROOT = resolve(import.meta.dirname, '../..');

/** The simulated person as one file for a browser, beside which its assets lie: for tests of pages that load nothing else. */
export async function buildTestingModule(folder: string): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: true,
      target: 'es2022',
      copyPublicDir: false,
      assetsInlineLimit: 0,
      rolldownOptions: {
        input: { index: resolve(ROOT, 'src/testing/index.ts') },
        preserveEntrySignatures: 'strict',
        output: {
          format: 'es',
          entryFileNames: '[name].js',
          assetFileNames: 'assets/[name][extname]',
        },
      },
    },
    base: './',
  });
  await cp(join(ROOT, 'src/testing/assets'), join(folder, 'assets'), { recursive: true });
}
