import { drawOne, drawSequence } from '../../challenge/draw-sequence.ts';
import { GESTURE_NAMES, GESTURES, type GestureName } from '../../challenge/gesture.ts';
import type { RandomInt } from '../../challenge/random-int.ts';

/**
 * Draws a sequence as the page would, with two rules of the service. A gesture that shows depth is among them when the pool
 * has one: it is what a flat picture cannot do. And a gesture that may go unseen is drawn only where there are too few
 * others, as for a person who declined them: a step that nobody can see is a step for free.
 */
export function drawGestures(
  pool: readonly GestureName[],
  count: number,
  randomInt: RandomInt,
): GestureName[] {
  const seen = pool.filter((gesture) => !GESTURES[gesture].mayGoUnseen);
  const sequence = drawSequence(seen.length < count ? pool : seen, count, randomInt);
  const deep = GESTURE_NAMES.filter((name) => GESTURES[name].showsDepth && pool.includes(name));
  if (deep.length > 0 && !sequence.some((gesture) => deep.includes(gesture))) {
    sequence[randomInt(count)] = drawOne(deep, randomInt);
  }
  return sequence;
}
