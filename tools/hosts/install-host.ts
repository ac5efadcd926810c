import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const MINUTE_MS = 60_000;

/**
 * Copies a host from the repository to where nothing of the repository is found, and installs what it names. An install is
 * kept for as long as the host names the same and the tarballs are the same.
 *
 * @param from In the repository.
 * @param to Beside the tarballs.
 * @param versions In place of those of its package.json.
 */
export async function installHost(
  from: string,
  to: string,
  tarballs: readonly string[],
  versions: Readonly<Record<string, string>> = {},
): Promise<void> {
  const read = await Promise.all(
    [join(from, 'package.json'), ...tarballs].map((path) => readFile(path)),
  );
  const hash = createHash('sha256');
  for (const bytes of [...read, JSON.stringify(versions)]) hash.update(bytes);
  const key = hash.digest('hex');
  const keyFile = join(to, 'node_modules/.key');
  const isInstalled = (await readFile(keyFile, 'utf8').catch(() => '')) === key;
  await mkdir(to, { recursive: true });
  // What an earlier version of the example had, or built.
  const others = (await readdir(to)).filter((name) => name !== 'node_modules');
  for (const name of others) await rm(join(to, name), { recursive: true });
  await cp(from, to, { recursive: true });
  await useVersions(join(to, 'package.json'), versions);
  if (isInstalled) return;
  await rm(join(to, 'node_modules'), { recursive: true, force: true });
  const quiet = ['--no-audit', '--no-fund', '--no-package-lock', '--loglevel=error'];
  await runNpm(to, ['install', ...quiet]);
  await writeFile(keyFile, key);
}

async function useVersions(
  path: string,
  versions: Readonly<Record<string, string>>,
): Promise<void> {
  const manifest = JSON.parse(await readFile(path, 'utf8'));
  for (const [name, version] of Object.entries(versions)) manifest.devDependencies[name] = version;
  await writeFile(path, JSON.stringify(manifest, null, 2));
}

/** Runs npm in a folder; an error has all that it printed. */
export async function runNpm(cwd: string, args: readonly string[]): Promise<string> {
  // Vite says "production" to whatever its process starts; npm would leave out what builds.
  // What the repository's own .npmrc says, npx says to all that it starts.
  const { NODE_ENV: _, npm_config_engine_strict: __, ...env } = process.env;
  try {
    const { stdout, stderr } = await promisify(execFile)('npm', args, {
      cwd,
      env,
      timeout: 15 * MINUTE_MS,
      maxBuffer: 2 ** 26,
      shell: process.platform === 'win32',
    });
    return stdout + stderr;
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
    throw new Error(`npm ${args.join(' ')} in ${cwd}\n${stdout}${stderr}`, { cause: error });
  }
}
