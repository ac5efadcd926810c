/** The `packages` of a package-lock.json, as far as they matter here. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openbsd', 'openharmony', 'win32'];
const PROCESSORS = ['arm', 'arm64', 'ia32', 'loong64', 'ppc64', 'riscv64', 's390x', 'x64'];
const EXACT_VERSION = /^\d+\.\d+\.\d+(-[\w.]+)?$/;

/**
 * Adds an entry for every optional dependency that has none. They are the prebuilt binaries of other platforms, so the
 * version is exact and the platform is in the name.
 *
 * @throws Error for a missing package of which that is not so.
 */
export function completePackages(packages: LockedPackages): {
  readonly packages: LockedPackages;
  readonly added: readonly string[];
} {
  const completed: Record<string, LockedPackage> = { ...packages };
  const added: string[] = [];
  for (const [parent, { optionalDependencies = {}, dev = false }] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(optionalDependencies)) {
      if (isLocked(completed, parent, name)) continue;
      if (!EXACT_VERSION.test(version)) throw new Error(`${name}@${version} is no exact version`);
      completed[`node_modules/${name}`] = {
        version,
        ...platformOf(name),
        ...(dev && { dev }),
        optional: true,
      };
      added.push(`${name}@${version}`);
    }
  }
  return { packages: sortKeys(completed), added };
}

/** Looks where Node would: beside the parent, then further and further up. */
function isLocked(packages: LockedPackages, parent: string, name: string): boolean {
  for (let folder = parent; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/'))) {
    folder = folder.replace(/\/$/, '');
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const system = SYSTEMS.find((one) => words.includes(one));
  const processor = PROCESSORS.find((one) => words.includes(one));
  if (!system || !processor) throw new Error(`${name} does not say its platform`);
  const variant = words.at(-1) ?? '';
  const libc = variant.startsWith('musl') ? 'musl' : 'glibc';
  return {
    os: [system],
    cpu: [processor],
    ...(system === 'linux' && /^(gnu|musl)/.test(variant) && { libc: [libc] }),
  };
}

function sortKeys(packages: LockedPackages): LockedPackages {
  return Object.fromEntries(Object.entries(packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
}
