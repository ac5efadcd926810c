import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { packPackages, type Tarballs } from '../../tools/build/pack-packages.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The packages as an integrator has them: built, in the `node_modules` of a project. */
export interface BuiltPackage {
  /** The project that installed them. */
  readonly projectFolder: string;
  /** `nodeflux-liveness` itself. */
  readonly folder: string;
  /** `nodeflux-liveness-service` itself. */
  readonly serviceFolder: string;
  /** What `npm pack` made of both. */
  readonly tarballs: Tarballs;
  /** Runs a script of the project with plain Node, without any TypeScript loader. */
  runNode(script: string): { readonly status: number | null; readonly output: string };
  remove(): void;
}

/**
 * Builds both packages, packs them as they are published, and unpacks the tarballs into a project of its own. It lies
 * below our node_modules, where dependencies are found.
 */
export async function createBuiltPackage(): Promise<BuiltPackage> {
  const cache = join(ROOT, 'node_modules/.cache/nodeflux-liveness');
  mkdirSync(cache, { recursive: true });
  const projectFolder = mkdtempSync(join(cache, 'project-'));
  // Without it the project would be part of our own package, and the name would lead to our own `dist/`.
  writeFileSync(join(projectFolder, 'package.json'), '{"name":"shop","type":"module"}');
  const { element, service } = await packPackages(projectFolder);
  const folder = unpack(element, join(projectFolder, 'node_modules/nodeflux-liveness'));
  const serviceFolder = unpack(
    service,
    join(projectFolder, 'node_modules/nodeflux-liveness-service'),
  );
  return {
    projectFolder,
    folder,
    serviceFolder,
    tarballs: { element, service },
    runNode(script) {
      const { status, stdout, stderr } = spawnSync(
        process.execPath,
        ['--input-type=module', '--eval', script],
        { cwd: projectFolder, encoding: 'utf8' },
      );
      return { status, output: stdout + stderr };
    },
    remove: () => rmSync(projectFolder, { recursive: true, force: true }),
  };
}

function unpack(tarball: string, to: string): string {
  mkdirSync(to, { recursive: true });
  const { status, stderr } = spawnSync('tar', ['-xzf', tarball, '-C', to, '--strip-components=1'], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`tar: ${stderr}`);
  return to;
}
