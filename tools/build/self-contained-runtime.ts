import type { Plugin } from 'vite';

/** The loader's own guess of where its wasm is; never used, because the tracker hands the compiled wasm over. */
const OWN_WASM_URL = /new URL\("vision_wasm_[a-z_]+\.wasm",\s*import\.meta\.url\)\.href/g;
/** How the loader reads files in Node; a page never gets there. */
const NODE_MODULE_IMPORT = /await import\((["'])node:module\1\)/g;

/**
 * Takes out of MediaPipe's wasm loader what only Node would run and the address of a file that does not exist.
 * The bundlers of integrators stumble over both. The build fails when the loader no longer looks like that.
 */
export function selfContainedRuntime(): Plugin {
  return {
    name: 'self-contained-runtime',
    transform(code, id) {
      if (!id.includes('vision_wasm_module_internal.js')) return undefined;
      const cleaned = code
        .replace(OWN_WASM_URL, '""')
        .replace(NODE_MODULE_IMPORT, '{createRequire(){}}');
      if (cleaned.includes('import.meta.url).href') || cleaned.includes('node:module')) {
        this.error('The wasm loader of @mediapipe/tasks-vision changed; adapt this plugin to it.');
      }
      return { code: cleaned, map: null };
    },
  };
}
