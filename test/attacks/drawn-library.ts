import { readFile } from 'node:fs/promises';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { reencoded } from '../../tools/bench/attacks/clients/touched-up-picture.ts';
import type { FaceLibrary, Shows, Sitting } from '../../tools/bench/attacks/face-library.ts';

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../fixtures/faces/${name}.jpg`, import.meta.url));

/** Stills of the drawn person of the fixtures, in two sittings that differ in their bytes only; there is nobody else. */
export async function readDrawnLibrary(): Promise<FaceLibrary> {
  const shown: readonly Shows[] = ['neutral', ...GESTURE_NAMES];
  const sitting = async (quality: number): Promise<Sitting> => ({
    ...Object.fromEntries(
      await Promise.all(
        shown.map(async (shows) => [shows, [await reencoded(await fixture(shows), quality)]]),
      ),
    ),
    ways: {},
  });
  const victim = [await sitting(95), await sitting(90)];
  return {
    victim,
    other: await sitting(85),
    laughing: await fixture('smile'),
    lookingUpAside: await fixture('turn-left'),
  };
}
