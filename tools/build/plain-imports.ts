import type { Plugin } from 'vite';

/** The module in which Vite keeps what it wraps around `import()`. */
const PRELOAD_HELPER = /vite\/preload-helper/;

/**
 * Leaves `import()` what it is. Vite wraps it in 1.4 kB that put preload links into the page and fire an event on
 * its window when a file is missing: nothing that a component may do to the page of others.
 */
export function plainImports(): Plugin {
  return {
    name: 'plain-imports',
    enforce: 'pre',
    load(id) {
      if (!PRELOAD_HELPER.test(id)) return undefined;
      return { code: 'export const __vitePreload = (load) => load();', map: null };
    },
  };
}
