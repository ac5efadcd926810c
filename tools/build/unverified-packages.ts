/** The `packages` of a package-lock.json, as far as they matter here. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

interface LockedPackage {
  readonly integrity?: string;
  /** A workspace, which comes from the tree and not from a registry. */
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/**
 * The packages that `npm ci` would refuse or install unchecked, as keys of the file: those without a hash, and the
 * optional ones (the prebuilt binaries of other platforms) that have no entry at all.
 */
export function unverifiedPackages(packages: LockedPackages): string[] {
  const unhashed = Object.entries(packages)
    .filter(([path, { integrity, link }]) => path !== '' && !link && !integrity)
    .map(([path]) => path);
  const missing = Object.entries(packages).flatMap(([parent, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !isLocked(packages, parent, name))
      .map((name) => `node_modules/${name}`),
  );
  return [...new Set([...unhashed, ...missing])].sort();
}

/** Looks where Node would: beside the parent, then further and further up. */
function isLocked(packages: LockedPackages, parent: string, name: string): boolean {
  for (let folder = parent; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
    folder = folder.replace(/\/$/, '');
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}
