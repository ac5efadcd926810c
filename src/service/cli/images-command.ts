import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readImageKey, unsealImage } from '../jobs/seal-images.ts';
import { parseFlags } from './read-options.ts';
import { PLACE_FLAGS, withStore } from './store-place.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const JOB_ID_SHAPE = /^[\w-]{1,64}$/;

/**
 * `images <job id> --out <folder>`: decrypts the kept images of one job into files that only their owner can read.
 * @throws UsageError; Error when the key is not the one that they were kept with.
 */
export async function runImagesCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [jobId, ...rest] = args;
  if (!jobId || !JOB_ID_SHAPE.test(jobId)) throw new UsageError('images takes the id of a job');
  const flags = parseFlags(rest, [...PLACE_FLAGS, 'out']);
  const folder = flags.out?.at(-1);
  if (!folder) throw new UsageError('images takes --out <folder>');
  const keyText = terminal.environment.NODEFLUX_IMAGE_KEY;
  if (!keyText)
    throw new UsageError('Set NODEFLUX_IMAGE_KEY to the key that the images were kept with');
  const key = readImageKey(keyText);
  const sealed = await withStore(flags, terminal, { mustExist: true }, (store) =>
    store.keptImages.list(jobId),
  );
  if (sealed.length === 0) {
    terminal.tell('No image of this job is kept (any more).');
    return 1;
  }
  await mkdir(folder, { recursive: true, mode: 0o700 });
  for (const [position, bytes] of sealed.entries()) {
    const path = join(folder, `${jobId}-${position}.jpg`);
    await writeFile(path, unsealImage(bytes, { jobId, position }, key), { mode: 0o600 });
    terminal.print(path);
  }
  return 0;
}
