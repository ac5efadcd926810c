import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import envPaths from 'env-paths';
import {
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  VISION_WASM_FILE,
} from '../../src/face/asset-manifest.ts';
import { makeOutputs, OUTPUTS, type OutputFile } from './make-outputs.ts';
import {
  FACE_MESH_PACK,
  FaceModelError,
  PROJECT_ROOT,
  RECOGNITION_MANIFEST,
  RECOGNITION_WEIGHTS,
  readPinnedFile,
  sha256Of,
  VISION_WASM,
} from './pinned-file.ts';

/** Of this person on this machine, so that a second clone makes nothing again. */
const CACHE_FOLDER = join(envPaths('nodeflux-liveness', { suffix: '' }).cache, 'face-model');

/**
 * Puts the face model where the browser and the service look for it, and returns the paths that were written.
 * Does nothing, and returns none, when every file is there with the right hash. What was made once is copied from the
 * cache, in which each file is named by its hash and checked against it; a damaged one is made again.
 * Throws {@link FaceModelError}, before anything is written, when an input or an output is not the known one.
 *
 * @param packagesRoot where `node_modules` is
 * @param outputRoot where `src` is
 * @param cacheFolder where made files are kept for the next clone
 */
export async function buildFaceModel(
  packagesRoot = PROJECT_ROOT,
  outputRoot = PROJECT_ROOT,
  cacheFolder = CACHE_FOLDER,
): Promise<string[]> {
  await removeOldAssets(outputRoot);
  const names = Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[];
  const stale: (keyof typeof OUTPUTS)[] = [];
  for (const name of names) {
    if (!(await isCurrent(OUTPUTS[name], outputRoot))) stale.push(name);
  }
  if (stale.length === 0) return [];

  const kept = await Promise.all(stale.map((name) => readKept(OUTPUTS[name], cacheFolder)));
  const made = kept.every((bytes) => bytes !== undefined)
    ? Object.fromEntries(stale.map((name, place) => [name, kept[place]]))
    : await makeAll(names, packagesRoot);
  for (const name of stale) {
    const bytes = made[name];
    if (!bytes) throw new RangeError(`${name} was not made.`);
    await writeWhole(join(outputRoot, OUTPUTS[name].path), bytes);
    // A cache that cannot be written costs the next clone some seconds, and this one nothing.
    await writeWhole(join(cacheFolder, OUTPUTS[name].sha256), bytes).catch(() => undefined);
  }
  return stale.map((name) => OUTPUTS[name].path);
}

/** The package takes the whole folder along, and names carry hashes: those of earlier ones would stay for ever. */
async function removeOldAssets(root: string): Promise<void> {
  const folder = join(root, dirname(OUTPUTS.task.path));
  const current = Object.values(OUTPUTS).map(({ path }) => join(root, path));
  const found = await readdir(folder).catch(() => []);
  for (const name of found) {
    const path = join(folder, name);
    // Another process may be writing it.
    if (!current.includes(path) && !path.endsWith('.part')) await rm(path, { force: true });
  }
}

async function makeAll(
  names: readonly (keyof typeof OUTPUTS)[],
  packagesRoot: string,
): Promise<Partial<Record<keyof typeof OUTPUTS, Uint8Array>>> {
  const made = await makeOutputs({
    pack: await readPinnedFile(FACE_MESH_PACK, packagesRoot),
    wasm: await readPinnedFile(VISION_WASM, packagesRoot),
    recognitionManifest: await readPinnedFile(RECOGNITION_MANIFEST, packagesRoot),
    recognitionWeights: await readPinnedFile(RECOGNITION_WEIGHTS, packagesRoot),
  });
  for (const name of names) checkMade(OUTPUTS[name], made[name]);
  checkSize('FACE_LANDMARKER_TASK', FACE_LANDMARKER_TASK.bytes, made.task.length);
  checkSize('VISION_WASM_FILE', VISION_WASM_FILE.bytes, made.wasm.length);
  checkSize('SMALL_WASM_FILE', SMALL_WASM_FILE.bytes, made.smallWasm.length);
  return made;
}

async function readKept(
  { sha256 }: OutputFile,
  cacheFolder: string,
): Promise<Uint8Array | undefined> {
  const bytes = await readFile(join(cacheFolder, sha256)).catch(() => undefined);
  return bytes && sha256Of(bytes) === sha256 ? bytes : undefined;
}

async function isCurrent({ path, sha256 }: OutputFile, root: string): Promise<boolean> {
  const bytes = await readFile(join(root, path)).catch(() => undefined);
  return bytes !== undefined && sha256Of(bytes) === sha256;
}

function checkMade({ path, sha256 }: OutputFile, bytes: Uint8Array): void {
  const foundSha256 = sha256Of(bytes);
  if (foundSha256 === sha256) return;
  throw new FaceModelError(
    `${path} came out with sha256 ${foundSha256} instead of ${sha256}: a tool of the build writes other bytes than before. ` +
      'If the new file works, write its hash down in src/face/asset-manifest.ts or tools/face-model/make-outputs.ts.',
    { path, expectedSha256: sha256, foundSha256 },
  );
}

function checkSize(name: string, expected: number, found: number): void {
  if (expected === found) return;
  throw new RangeError(
    `${name}.bytes in src/face/asset-manifest.ts is ${expected}; the file has ${found}.`,
  );
}

/** Writes beside the file and renames, so that nobody ever reads half of it. */
async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const unfinished = `${path}.${process.pid}.part`;
  try {
    await writeFile(unfinished, bytes);
    await rename(unfinished, path);
  } finally {
    await rm(unfinished, { force: true });
  }
}
