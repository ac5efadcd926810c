import { dirname, relative, resolve } from 'node:path';
import { defineConfig } from 'vite';
import { VERSION } from './src/version.ts';
import { flatAssetUrls } from './tools/build/flatten-asset-urls.ts';
import { plainImports } from './tools/build/plain-imports.ts';
import { runtimeImports } from './tools/build/runtime-imports.ts';
import { selfContainedRuntime } from './tools/build/self-contained-runtime.ts';

const root = import.meta.dirname;

/** What `dist/index.js` imports by name, as an integrator's own code does. */
const HOST_PACKAGES = /^lit(\/|$)/;

/** What is built with everything in it, by mode; without one, the element for bundlers. */
const WHOLE: Readonly<Record<string, WholeBuild>> = {
  standalone: { name: 'standalone', source: 'src/index.ts' },
  hosted: { name: 'check-page', source: 'src/hosted/check-page.ts' },
  embed: { name: 'embed', source: 'src/embed/index.ts' },
  // Page builders strip `type="module"`: this one is a script as they always were.
  'embed-script': { name: 'embed', source: 'src/embed/embed-script.ts', format: 'iife' },
};

interface WholeBuild {
  readonly name: string;
  readonly source: string;
  readonly format?: 'iife';
}

/**
 * `vite build` bundles the element and its workers into `dist/`, and with `--mode standalone` Lit too, for pages without
 * a bundler, with `--mode hosted` the page of a check by link, with `--mode embed` what pages around it use (`npm run build` does all and adds the rest of the packages);
 * the dev server, which `demo/backend/server.ts` embeds, serves the demo from the sources.
 */
export default defineConfig(({ command, mode }) => ({
  root,
  publicDir: false,
  base: command === 'build' ? './' : '/',
  clearScreen: false,
  // The demo's pages import the package by its name or its file, as an integrator's would.
  resolve: {
    alias: [
      {
        find: /^(nodeflux-liveness|\/node_modules\/nodeflux-liveness\/dist\/standalone\.js)$/,
        replacement: resolve(root, 'src/index.ts'),
      },
    ],
    // Without 'development': Lit's warnings would hide the element's own in the console.
    conditions: ['module', 'browser', 'production'],
  },
  plugins: [flatAssetUrls(), plainImports(), runtimeImports()],
  worker: {
    format: 'es',
    plugins: () => [selfContainedRuntime()],
    rolldownOptions: {
      output: { entryFileNames: `assets/[name]-${VERSION}.js`, codeSplitting: false },
    },
  },
  optimizeDeps: {
    // Everything that the pages and the worker import: a package found late would reload the page in mid-check.
    entries: ['demo/*.html', 'src/face/tracker-worker.ts', 'src/testing/index.ts'],
  },
  build: {
    target: 'es2022',
    outDir: resolve(root, 'dist'),
    emptyOutDir: true,
    sourcemap: true,
    modulePreload: false,
    // The wasm and the model stay files of their own: fetched, checked and cached as such.
    assetsInlineLimit: 0,
    // Not Vite's library mode, which puts such files into the script.
    rolldownOptions: {
      input: {
        [WHOLE[mode]?.name ?? 'element']: resolve(root, WHOLE[mode]?.source ?? 'src/element.ts'),
      },
      preserveEntrySignatures: 'strict',
      // A worker's name has the version in it, and bundlers read no name that is put together.
      optimization: { inlineConst: true },
      // The host's own copy, shared with its other elements; on a server, the one that Lit has for servers.
      external: WHOLE[mode] ? [] : HOST_PACKAGES,
      output: {
        format: WHOLE[mode]?.format ?? 'es',
        // Where it was built is nobody's business.
        sourcemapPathTransform: (source, map) => relative(root, resolve(dirname(map), source)),
        entryFileNames: '[name].js',
        // Whatever is fetched is in one folder, which `asset-url` may move, under names of this version or of their hash.
        // The languages, and nothing else, are fetched when they are asked for.
        chunkFileNames: `assets/languages/[name]-${VERSION}.js`,
        assetFileNames: 'assets/[name][extname]',
      },
    },
  },
}));
