import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { FACE_LANDMARKER_TASK, VISION_WASM_FILE } from '../../src/face/asset-manifest.ts';
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

/**
 * Puts the face model where the browser and the service look for it, and returns the paths that were written.
 * Does nothing, and returns none, when every file is there with the right hash.
 * Throws {@link FaceModelError}, before anything is written, when an input or an output is not the known one.
 *
 * @param packagesRoot where `node_modules` is
 * @param outputRoot where `src` is
 */
export async function buildFaceModel(
  packagesRoot = PROJECT_ROOT,
  outputRoot = PROJECT_ROOT,
): Promise<string[]> {
  const names = Object.keys(OUTPUTS) as (keyof typeof OUTPUTS)[];
  const stale: (keyof typeof OUTPUTS)[] = [];
  for (const name of names) {
    if (!(await isCurrent(OUTPUTS[name], outputRoot))) stale.push(name);
  }
  if (stale.length === 0) return [];

  const made = makeOutputs({
    pack: await readPinnedFile(FACE_MESH_PACK, packagesRoot),
    wasm: await readPinnedFile(VISION_WASM, packagesRoot),
    recognitionManifest: await readPinnedFile(RECOGNITION_MANIFEST, packagesRoot),
    recognitionWeights: await readPinnedFile(RECOGNITION_WEIGHTS, packagesRoot),
  });
  for (const name of names) checkMade(OUTPUTS[name], made[name]);
  checkSize('FACE_LANDMARKER_TASK', FACE_LANDMARKER_TASK.bytes, made.task.length);
  checkSize('VISION_WASM_FILE', VISION_WASM_FILE.bytes, made.wasm.length);
  for (const name of stale) {
    await writeWhole(join(outputRoot, OUTPUTS[name].path), made[name]);
  }
  return stale.map((name) => OUTPUTS[name].path);
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
