import { ALL_GESTURE_NAMES } from '../../../../src/challenge/gesture.ts';
import type { FaceLibrary, Sitting } from '../face-library.ts';
import type { AttackStage } from './attack-stage.ts';

const MODULE = 'tools/bench/attacks/camera/render-page.ts';
/** So many pictures of each gesture, so that a gesture that is asked twice has another one. */
const TAKES = 3;

/**
 * Draws all pictures that lying clients have: two sittings of the victim, one of somebody else.
 *
 * @param victim a place in the cast, and not that of the other
 */
export async function drawLibrary(
  stage: AttackStage,
  seed: number,
  victim: number,
): Promise<FaceLibrary> {
  const draw = async (person: number, itsSeed: number): Promise<Record<string, Buffer[]>> => {
    const drawn = await stage.call<Record<string, string[]>>(
      MODULE,
      'drawSitting',
      person,
      itsSeed,
      TAKES,
    );
    return Object.fromEntries(
      Object.entries(drawn).map(([shows, pictures]) => [
        shows,
        pictures.map((picture) => Buffer.from(picture, 'base64')),
      ]),
    );
  };
  const first = await draw(victim, seed);
  const second = await draw(victim, seed + 1);
  const other = await draw(1, seed + 2);
  return {
    victim: [toSitting(first), toSitting(second)],
    other: toSitting(other),
    laughing: first.laughing?.[0] ?? Buffer.alloc(0),
    lookingUpAside: first.lookingUpAside?.[0] ?? Buffer.alloc(0),
  };
}

/** What the page drew has the names of the gestures. */
function toSitting(pictures: Record<string, Buffer[]>): Sitting {
  const ways = Object.fromEntries(
    ALL_GESTURE_NAMES.map((gesture) => [gesture, pictures[`way-${gesture}`] ?? []]),
  );
  return { ...pictures, ways } as unknown as Sitting;
}
