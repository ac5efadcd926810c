/** What an integrator can import: the element is published as one file. */
const PUBLISHED_MODULE = 'dist/index.js';
/** The class and what belongs to it, and what registers it. */
const ENTRIES = ['src/element.ts', 'src/index.ts'];

/** What `npm run manifest` reads to write custom-elements.json: the files that an integrator sees. */
export default {
  globs: [...ENTRIES, 'src/nodeflux-liveness.ts', 'src/events.ts', 'src/errors.ts'],
  outdir: '.',
  litelement: true,
  // It would rewrite package.json otherwise.
  packagejson: false,
  plugins: [
    {
      name: 'published-module',
      /** Tells of the one published file instead of the sources, and of nothing private. */
      packageLinkPhase({ customElementsManifest }) {
        // The order of files on disk must not decide whether the manifest is fresh.
        const modules = customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
        const declarations = modules.flatMap((module) => module.declarations);
        for (const declaration of declarations) {
          declaration.members = declaration.members?.filter(({ privacy }) => privacy !== 'private');
        }
        const described = new Set(declarations.map(({ name }) => name));
        const exported = modules
          .filter(({ path }) => ENTRIES.includes(path))
          .flatMap((module) => module.exports)
          .filter(({ declaration }) => described.has(declaration.name))
          .map((one) => ({
            ...one,
            declaration: { name: one.declaration.name, module: PUBLISHED_MODULE },
          }));
        customElementsManifest.modules = [
          {
            kind: 'javascript-module',
            path: PUBLISHED_MODULE,
            declarations,
            exports: exported,
          },
        ];
      },
    },
  ],
};
