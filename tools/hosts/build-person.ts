import { join } from 'node:path';
import { build } from 'vite';

/** Where a page finds the simulated person. */
export const PERSON_PATH = '/simulated-person';

/** Bundles the simulated person of the installed package, as a page that tests itself would; tells the folder. */
export async function buildPerson(project: string): Promise<string> {
  const outDir = join(project, 'dist');
  await build({
    configFile: false,
    root: project,
    base: `${PERSON_PATH}/`,
    logLevel: 'warn',
    build: {
      outDir,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 2000,
      rolldownOptions: {
        input: join(project, 'person.js'),
        preserveEntrySignatures: 'strict',
        output: { entryFileNames: 'person.js', assetFileNames: '[name][extname]' },
      },
    },
  });
  return outDir;
}
