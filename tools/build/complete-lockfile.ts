/**
 * `npm run lockfile`: lets npm look up what package-lock.json does not hold, or holds without a hash. An install beside
 * an existing `node_modules` can leave out the binaries of other platforms; `npm ci` then refuses the file, or installs
 * them unchecked, on every machine but this one.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { type LockedPackages, unverifiedPackages } from './unverified-packages.ts';

const path = resolve(import.meta.dirname, '../../package-lock.json');
const before = readFileSync(path, 'utf8');
const readPackages = (): LockedPackages => JSON.parse(readFileSync(path, 'utf8')).packages;

const unverified = unverifiedPackages(readPackages());
if (unverified.length > 0) {
  const lock = JSON.parse(before);
  for (const name of unverified) delete lock.packages[name];
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  try {
    execFileSync('npm', ['install', '--package-lock-only', '--ignore-scripts', '--no-audit'], {
      stdio: 'inherit',
      // npm is a batch file there, which only a shell starts.
      shell: process.platform === 'win32',
    });
    const left = unverifiedPackages(readPackages());
    if (left.length > 0) {
      throw new Error(`The registry has no hash of ${left.join(', ')}: choose another registry.`);
    }
  } catch (error) {
    writeFileSync(path, before);
    throw error;
  }
}
for (const name of unverified) console.log(`added ${name}`);
