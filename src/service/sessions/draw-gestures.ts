import { drawOne, drawSequence } from '../../challenge/draw-sequence.ts';
import { GESTURE_NAMES, GESTURES, type GestureName } from '../../challenge/gesture.ts';
import type { RandomInt } from '../../challenge/random-int.ts';

/** Draws a sequence as the page would, but with a gesture in it that shows depth when the pool has one: it is what a flat picture cannot do. */
export function drawGestures(
  pool: readonly GestureName[],
  count: number,
  randomInt: RandomInt,
): GestureName[] {
  const sequence = drawSequence(pool, count, randomInt);
  const deep = GESTURE_NAMES.filter((name) => GESTURES[name].showsDepth && pool.includes(name));
  if (deep.length > 0 && !sequence.some((gesture) => deep.includes(gesture))) {
    sequence[randomInt(count)] = drawOne(deep, randomInt);
  }
  return sequence;
}
