/** What the repository's package.json says, as far as both packages share it. */
export interface RootManifest {
  readonly version: string;
  readonly license: string;
  readonly engines: Readonly<Record<string, string>>;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  /** Of the owner, who fills them in before a release. */
  readonly author?: unknown;
  readonly repository?: unknown;
  readonly homepage?: unknown;
  readonly bugs?: unknown;
}

/**
 * The manifest of `nodeflux-liveness-service`: it depends on what its files import, in the versions that the repository
 * is tested with.
 *
 * @throws Error when the repository has no version of a package
 */
export function serviceManifest(root: RootManifest, imported: readonly string[]): object {
  const versions = { ...root.devDependencies, ...root.dependencies };
  const dependencies = imported.map((name) => {
    if (!versions[name]) throw new Error(`package.json has no version of ${name}.`);
    return [name, versions[name]] as const;
  });
  return {
    name: 'nodeflux-liveness-service',
    version: root.version,
    description:
      'The self-hosted service that judges the liveness checks of nodeflux-liveness: API, command line, analysis, storage.',
    keywords: ['liveness', 'kyc', 'presentation-attack-detection', 'face', 'nodeflux', 'identifai'],
    license: root.license,
    author: root.author,
    repository: root.repository,
    homepage: root.homepage,
    bugs: root.bugs,
    type: 'module',
    engines: root.engines,
    bin: { 'nodeflux-liveness-service': './dist/service/cli.js' },
    main: './dist/service/index.js',
    types: './dist/service/index.d.ts',
    exports: {
      '.': { types: './dist/service/index.d.ts', default: './dist/service/index.js' },
      './openapi.json': './openapi.json',
      './package.json': './package.json',
    },
    files: ['dist', 'docs', 'openapi.json'],
    dependencies: Object.fromEntries(dependencies),
  };
}
