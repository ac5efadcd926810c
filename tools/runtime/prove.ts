/**
 * `npm run runtime:prove [-- --frames 10000] [--seed 1]`: looks at the drawn scenes with the small and the whole runtime,
 * with both of XNNPACK's choices of kernels, then at people who walk about; fails at a trap, and where one bit differs.
 */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { type AssetLayout, FACE_LANDMARKER_TASK } from '../../src/face/asset-manifest.ts';
import { buildFaceModel } from '../face-model/build-face-model.ts';
import { OUTPUTS, type OutputFile } from '../face-model/make-outputs.ts';
import { unpackAsset } from '../face-model/pack-asset.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { type Comparison, compareRuntimes } from './compare-runtimes.ts';
import { cutRuntime } from './cut-runtime.ts';
import { drawnScenes } from './drawn-scenes.ts';
import { readKeptFunctions } from './kept-functions.ts';
import { KERNEL_CHOICES, withKernelChoice } from './kernel-choice.ts';
import { walkingScenes } from './walking-scenes.ts';

const { values } = parseArgs({
  options: { frames: { type: 'string', default: '500' }, seed: { type: 'string', default: '1' } },
});
const read = async ({ path }: OutputFile, layout?: AssetLayout) =>
  unpackAsset(await readFile(join(PROJECT_ROOT, path)), layout);
/** Where a text was taken for dead and is read, something else than a zero is seen. */
const POISON = 0x7e;

await buildFaceModel();
const small = await read(OUTPUTS.smallWasm);
const whole = await read(OUTPUTS.wasm);
const task = await read(OUTPUTS.task, FACE_LANDMARKER_TASK.layout);

for (const choice of KERNEL_CHOICES) {
  const pair = [withKernelChoice(small, choice), withKernelChoice(whole, choice)] as const;
  tell(`drawn scenes, ${choice}`, await compareRuntimes(pair, task, drawnScenes()));
}
const poisoned = cutRuntime(whole, readKeptFunctions().kept, POISON);
tell(
  'drawn scenes, dead texts poisoned',
  await compareRuntimes([poisoned, whole], task, drawnScenes()),
);
const walk = walkingScenes(Number(values.frames), Number(values.seed));
tell('people who walk about', await compareRuntimes([small, whole], task, walk));
// MediaPipe's runtime leaves timers behind.
process.exit();

function tell(what: string, { pictures, withFace, different }: Comparison): void {
  console.log(
    `${what}: ${pictures} pictures, ${withFace} with a face, ${different.length} answered otherwise`,
  );
  if (different.length > 0) process.exitCode = 1;
}
