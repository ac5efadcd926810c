/**
 * `npm run runtime:profile`: writes down which functions of MediaPipe's runtime are kept in the small one, makes that, and
 * tells its hash where src/face/asset-manifest.ts has another.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { FACE_LANDMARKER_TASK, SMALL_WASM_FILE } from '../../src/face/asset-manifest.ts';
import { packAsset, unpackAsset } from '../face-model/pack-asset.ts';
import { PROJECT_ROOT, readPinnedFile, sha256Of, VISION_WASM } from '../face-model/pinned-file.ts';
import { formatKeptFunctions, KEPT_FUNCTIONS_FILE } from './kept-functions.ts';
import { makeSmallRuntime } from './make-small-runtime.ts';
import { functionsToKeep, profileRuntime } from './profile-runtime.ts';

const wasm = await readPinnedFile(VISION_WASM);
const model = join(PROJECT_ROOT, 'src/face/assets', FACE_LANDMARKER_TASK.fileName);
const profile = await profileRuntime(
  wasm,
  unpackAsset(await readFile(model), FACE_LANDMARKER_TASK.layout),
);
const kept = functionsToKeep(wasm, profile);
await writeFile(KEPT_FUNCTIONS_FILE, formatKeptFunctions({ wasmSha256: sha256Of(wasm), kept }));
console.log(
  `${profile.atStart.size} functions ran at the start, ${profile.inFrames.size} in frames, ${profile.atEnd.size} at the end; ${kept.size} are kept.`,
);
const small = await makeSmallRuntime(wasm);
const packed = await packAsset(small);
if (sha256Of(small) !== SMALL_WASM_FILE.sha256) {
  console.log(
    `Write into SMALL_WASM_FILE of src/face/asset-manifest.ts: bytes: ${packed.length}, sha256: '${sha256Of(small)}'; into OUTPUTS of tools/face-model/make-outputs.ts: '${sha256Of(packed)}', whose first 8 digits end the name in both src/face/asset-manifest.ts and face-assets.ts. Then run \`npm run model\`.`,
  );
}
// MediaPipe's runtime leaves timers behind.
process.exit();
