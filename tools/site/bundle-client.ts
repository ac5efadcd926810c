import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin } from 'vite';
import { LANGUAGE_CODES } from '../../src/ui/words/messages/languages.ts';
import { VERSION } from '../../src/version.ts';
import { flatAssetUrls } from '../build/flatten-asset-urls.ts';
import { plainImports } from '../build/plain-imports.ts';
import { selfContainedRuntime } from '../build/self-contained-runtime.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';

/** What every page loads, by path within the site. */
export interface ClientFiles {
  readonly script: string;
  readonly style: string;
}

/** Where the scripts, styles and what the element fetches are, in the site. */
export const ASSETS = 'assets';

const SCRIPT = 'demo/site/site.ts';
const STYLE = 'demo/site/site.css';

/** Bundles the scripts and styles of the pages, with the element and the simulated person, from the sources. */
export async function bundleClient(site: string): Promise<ClientFiles> {
  const outDir = join(site, ASSETS);
  await build({
    configFile: false,
    root: PROJECT_ROOT,
    base: './',
    publicDir: false,
    logLevel: 'warn',
    // Without 'development': Lit's warnings would hide the element's own in the console.
    resolve: { conditions: ['module', 'browser', 'production'] },
    plugins: [flatAssetUrls(), plainImports(), pagesHaveEffects()],
    worker: {
      format: 'es',
      plugins: () => [selfContainedRuntime()],
      rolldownOptions: {
        output: { entryFileNames: `[name]-${VERSION}.js`, codeSplitting: false },
      },
    },
    build: {
      target: 'es2022',
      outDir,
      emptyOutDir: true,
      manifest: 'manifest.json',
      modulePreload: false,
      assetsInlineLimit: 0,
      // Three.js, for the simulated person.
      chunkSizeWarningLimit: 1000,
      rolldownOptions: {
        checks: { pluginTimings: false },
        input: [SCRIPT, STYLE].map((path) => join(PROJECT_ROOT, path)),
        output: {
          entryFileNames: '[name]-[hash].js',
          // The element finds its own by their names, where `asset-url` says too.
          chunkFileNames: ({ name }) =>
            isLanguage(name) ? `languages/${name}-${VERSION}.js` : '[name]-[hash].js',
          assetFileNames: ({ names }) =>
            names.some((name) => name.endsWith('.css'))
              ? '[name]-[hash][extname]'
              : '[name][extname]',
        },
      },
    },
  });
  const manifestFile = join(outDir, 'manifest.json');
  const manifest = JSON.parse(await readFile(manifestFile, 'utf8'));
  await rm(manifestFile);
  return {
    script: `${ASSETS}/${manifest[SCRIPT].file}`,
    style: `${ASSETS}/${manifest[STYLE].file}`,
  };
}

function isLanguage(name: string): boolean {
  return LANGUAGE_CODES.some((code) => code === name);
}

/** package.json says which files of the package have effects when they are imported; those of the pages are no package. */
function pagesHaveEffects(): Plugin {
  const folder = join(PROJECT_ROOT, 'demo/').replaceAll('\\', '/');
  return {
    name: 'pages-have-effects',
    transform: (code, id) =>
      id.startsWith(folder) ? { code, map: null, moduleSideEffects: true } : undefined,
  };
}
