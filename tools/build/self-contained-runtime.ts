import type { Plugin } from 'vite';

/** The loader's own guess of where its wasm is; never used, because the tracker hands the compiled wasm over. */
const OWN_WASM_URL = /new URL\("vision_wasm_[a-z_]+\.wasm",\s*import\.meta\.url\)\.href/g;
/** How the loader reads files in Node; a page never gets there. */
const NODE_MODULE_IMPORT = /await import\((["'])node:module\1\)/g;

/** What only Node has. By its bare name Parcel takes it for a package to install, in the middle of a build. */
const NODE_GLOBAL = /(?<![.\w$'"])(process|Buffer)(?=\.)/g;

/** How tasks-vision fetches a loader that is not handed over to it: by whatever the place offers, `importScripts` included. */
const SCRIPT_LOADER =
  /if\("function"!=typeof importScripts\)\{.+?await import\((\w)\.toString\(\)\)\}\}\}/;

/**
 * Takes out of MediaPipe's wasm loader what only Node would run and the address of a file that does not exist, and out
 * of tasks-vision the fetching of a loader that it is given. The bundlers of integrators stumble over all of them. The build fails when the loader no longer looks like that.
 */
export function selfContainedRuntime(): Plugin {
  return {
    name: 'self-contained-runtime',
    transform(code, id) {
      if (id.includes('tasks-vision/vision_bundle.mjs')) {
        const cleaned = code.replace(SCRIPT_LOADER, 'throw new Error("no loader was given")}');
        if (cleaned.includes('importScripts')) {
          this.error(
            'How @mediapipe/tasks-vision fetches a loader changed; adapt this plugin to it.',
          );
        }
        return { code: cleaned, map: null };
      }
      if (!id.includes('vision_wasm_module_internal.js')) return undefined;
      const cleaned = code
        .replace(OWN_WASM_URL, '""')
        .replace(NODE_MODULE_IMPORT, '{createRequire(){}}')
        .replace(NODE_GLOBAL, 'globalThis.$1');
      if (cleaned.includes('import.meta.url).href') || cleaned.includes('node:module')) {
        this.error('The wasm loader of @mediapipe/tasks-vision changed; adapt this plugin to it.');
      }
      return { code: cleaned, map: null };
    },
  };
}
