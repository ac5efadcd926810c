/**
 * `npm run lockfile`: adds to package-lock.json what npm left out of it. A registry mirror that lacks the packages of
 * other platforms makes npm forget them without a word, and `npm ci` then refuses the file, on every machine.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { completePackages, type LockedPackages } from './complete-packages.ts';

const path = resolve(import.meta.dirname, '../../package-lock.json');
const lock = JSON.parse(await readFile(path, 'utf8')) as { packages: LockedPackages };
const { packages, added } = completePackages(lock.packages);
await writeFile(path, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
for (const name of added) console.log(`added ${name}`);
