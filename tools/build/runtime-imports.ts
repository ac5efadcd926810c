import type { Plugin } from 'vite';

/** `import(url)` of a name, which nobody knows before the page runs. */
const RUNTIME_IMPORT = /\bimport\(\s*([\w$]+)\s*\)/g;

/** What webpack, Turbopack (which reads webpack's) and Vite want to be told, lest they warn or look for a module. */
const LEAVE_IT = '/* webpackIgnore: true *//* @vite-ignore */';

/** Says of each `import()` of a name that bundlers leave it to the browser. */
export function markRuntimeImports(code: string): string {
  return code.replace(RUNTIME_IMPORT, `import(${LEAVE_IT}$1)`);
}

/**
 * Applies {@link markRuntimeImports} to every chunk, once it is minified, which takes all comments. Without it, webpack makes
 * of the import of a moved language a module that cannot be found.
 */
export function runtimeImports(): Plugin {
  return {
    name: 'runtime-imports',
    enforce: 'post',
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === 'chunk') chunk.code = markRuntimeImports(chunk.code);
      }
    },
  };
}
