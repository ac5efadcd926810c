import type { Plugin } from 'vite';

/** What Vite writes for `new URL('./x', import.meta.url)` when it knows the file: a URL in a URL. */
const NESTED_URL =
  /new URL\(\s*(?:(?:""|``|'')\s*\+\s*)?new URL\(\s*([`"'])([^`"']+)\1\s*,\s*import\.meta\.url\s*\)\.href\s*,\s*(?:(?:""|``|'')\s*\+\s*)?import\.meta\.url\s*\)/g;
/** What Vite writes for the base when it does not know the file. */
const DECORATED_BASE = /(?:""|``|'')\s*\+\s*import\.meta\.url/g;

/** Writes URLs of files beside the module as `new URL("./x", import.meta.url)`. */
export function flattenAssetUrls(code: string): string {
  return code
    .replace(NESTED_URL, (_match, _quote, path: string) => {
      const relative = path.startsWith('.') ? path : `./${path}`;
      return `new URL("${relative}",import.meta.url)`;
    })
    .replace(DECORATED_BASE, 'import.meta.url');
}

/**
 * Applies {@link flattenAssetUrls} to every chunk: it is the one form that the bundlers of integrators understand,
 * so that they find the worker, the wasm and the model, and take them along.
 */
export function flatAssetUrls(): Plugin {
  return {
    name: 'flat-asset-urls',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = flattenAssetUrls(chunk.code);
      }
    },
  };
}
