import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createImageInspector } from '../../../src/service/analysis/faces/image-inspector.ts';
import { percentile } from '../report/percentile.ts';

const FOLDER = join(import.meta.dirname, '../../../test/fixtures/faces');
/** What a check of three gestures sends. */
const NAMES = ['neutral', 'turn-left', 'smile', 'nod-up'];

/** The images of one job: the drawn person, from the fixtures of the tests. */
export function readBenchImages(): Promise<Buffer[]> {
  return Promise.all(NAMES.map((name) => readFile(join(FOLDER, `${name}.jpg`))));
}

/** Median time of decoding and models alone for the images of one job, in this thread, with nothing around it. */
export async function measureBareModelMs(
  images: readonly Buffer[],
  rounds: number,
): Promise<number> {
  const inspector = await createImageInspector();
  const inspectAll = async (): Promise<number> => {
    const startedAtMs = performance.now();
    for (const image of images) await inspector.inspect(image, false);
    return performance.now() - startedAtMs;
  };
  try {
    // The first runs warm the models up.
    for (let round = 0; round < 3; round += 1) await inspectAll();
    const timesMs: number[] = [];
    for (let round = 0; round < rounds; round += 1) timesMs.push(await inspectAll());
    return percentile(timesMs, 0.5);
  } finally {
    inspector.close();
  }
}
