/** What `npm run manifest` reads to write custom-elements.json: the files that an integrator sees. */
export default {
  globs: ['src/index.ts', 'src/nodeflux-liveness.ts', 'src/events.ts', 'src/errors.ts'],
  outdir: '.',
  litelement: true,
  // It would rewrite package.json otherwise.
  packagejson: false,
  plugins: [
    {
      // The order of files on disk must not decide whether the manifest is fresh.
      name: 'sorted-modules',
      packageLinkPhase({ customElementsManifest }) {
        customElementsManifest.modules.sort((a, b) => (a.path < b.path ? -1 : 1));
      },
    },
  ],
};
