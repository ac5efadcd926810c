import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Root of the repository, where `node_modules` and `src` are. */
export const PROJECT_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A file of a pinned npm package that the build starts from. */
export interface PinnedFile {
  /** Package and exact version, as in package.json. */
  readonly packageName: string;
  /** Path below the repository's root. */
  readonly path: string;
  readonly sha256: string;
}

/** Google's own weights, in the last npm package that carries them (Apache-2.0). */
export const FACE_MESH_PACK: PinnedFile = {
  packageName: '@mediapipe/face_mesh@0.4.1657299874',
  path: 'node_modules/@mediapipe/face_mesh/face_mesh_solution_packed_assets.data',
  sha256: 'dbe5905c582c0462cdaea17e7e6ecea92edaa8cccc515c5e2e7291f2cbb5fb99',
};

/**
 * The WebAssembly runtime. 0.10.35 exactly: from 1.0.0 on the package posts usage metrics to a Google host,
 * and a liveness element that calls third parties cannot be used.
 */
export const VISION_WASM: PinnedFile = {
  packageName: '@mediapipe/tasks-vision@0.10.35',
  path: 'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_module_internal.wasm',
  sha256: '617b8e0248dbd27e9d7ece4218004eae4cefb499196d1bb4fa0e3fef21708756',
};

const FACE_API = '@vladmandic/face-api@1.7.15';
const FACE_API_MODELS = 'node_modules/@vladmandic/face-api/model';

/** dlib's face recognition weights, which their author gave into the public domain, in eight bits; the package is MIT. */
export const RECOGNITION_WEIGHTS: PinnedFile = {
  packageName: FACE_API,
  path: `${FACE_API_MODELS}/face_recognition_model.bin`,
  sha256: 'b413e420d6840b2775fba32008db6f3cddb07d485967fb42cfcf379c16a8c589',
};

/** Name, shape and scale of each tensor in {@link RECOGNITION_WEIGHTS}. */
export const RECOGNITION_MANIFEST: PinnedFile = {
  packageName: FACE_API,
  path: `${FACE_API_MODELS}/face_recognition_model-weights_manifest.json`,
  sha256: 'cbaffa501b0b9275a12b63357a6843e7e30c054e1c9151e1a5f879b26e32986b',
};

/** A file that the build reads or makes is not the one that it knows. Nothing was written. */
export class FaceModelError extends Error {
  override readonly name = 'FaceModelError';
  /** The file in question, below the repository's root. */
  readonly path: string;
  readonly expectedSha256: string;
  /** Absent when the file is missing. */
  readonly foundSha256: string | undefined;

  constructor(
    message: string,
    facts: { path: string; expectedSha256: string; foundSha256?: string; cause?: unknown },
  ) {
    super(message, { cause: facts.cause });
    this.path = facts.path;
    this.expectedSha256 = facts.expectedSha256;
    this.foundSha256 = facts.foundSha256;
  }
}

/** Hex SHA-256 of the bytes. */
export function sha256Of(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Reads a file of a pinned package. Throws {@link FaceModelError} when it is missing or is not the known one. */
export async function readPinnedFile(file: PinnedFile, root = PROJECT_ROOT): Promise<Uint8Array> {
  const { packageName, path, sha256: expectedSha256 } = file;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(join(root, path)));
  } catch (cause) {
    throw new FaceModelError(
      `${path} cannot be read. It belongs to ${packageName}: run \`npm ci\` and try again.`,
      { path, expectedSha256, cause },
    );
  }
  const foundSha256 = sha256Of(bytes);
  if (foundSha256 !== expectedSha256) {
    throw new FaceModelError(
      `${path} has changed: expected sha256 ${expectedSha256}, found ${foundSha256}. ` +
        `The face model is built from ${packageName} exactly; install that version, ` +
        'or check the new file and update tools/face-model/pinned-file.ts.',
      { path, expectedSha256, foundSha256 },
    );
  }
  return bytes;
}
