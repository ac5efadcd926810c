import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';

/** In the package, and in the repository after `npm run build`. */
const PLACES = ['../../page', '../../../dist-service/dist/page'];
const ENTRY = 'check-page.js';

const TYPES: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.bin': 'application/octet-stream',
  '.task': 'application/octet-stream',
  '.wasm': 'application/wasm',
};

/** A file of the page, ready to be sent. */
export interface PageFile {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly type: string;
}

/**
 * The folder with the page's files.
 * @throws Error when they are not there.
 */
export function findPageFolder(given?: string): string {
  const places = given ? [given] : PLACES.map((place) => resolve(import.meta.dirname, place));
  const folder = places.find((place) => existsSync(join(place, ENTRY)));
  if (folder) return folder;
  throw new Error(
    'publicUrl: the files of the hosted page are not there. Install nodeflux-liveness-service again; in the repository, run npm run build.',
  );
}

/** Letters, digits and `._-`, in at most two folders; never begins with a dot. */
const NAME_SHAPE = /^(?:[A-Za-z0-9_-][\w.-]*\/){0,2}[A-Za-z0-9_-][\w.-]*$/;

/** One of the page's files; undefined for a name that is none, whatever it tries to lead to. */
export async function readPageFile(folder: string, name: string): Promise<PageFile | undefined> {
  const type = TYPES[extname(name)];
  if (!type || !NAME_SHAPE.test(name)) return undefined;
  const path = join(folder, name);
  const isFile = await stat(path).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? { bytes: await readFile(path), type } : undefined;
}

/**
 * The operator's logo.
 * @throws Error when it is no PNG or SVG, or cannot be read.
 */
export async function readLogo(path: string): Promise<PageFile> {
  const type = TYPES[extname(path).toLowerCase()];
  if (!type?.startsWith('image/')) throw new Error('pageLogo: takes a .svg or .png file');
  return { bytes: await readFile(path), type };
}
