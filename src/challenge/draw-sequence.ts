import type { GestureName } from './gesture.ts';
import type { RandomInt } from './random-int.ts';

/**
 * Draws the gestures to ask for: all different while the pool lasts, and never the same twice in a row
 * unless the pool holds a single one.
 */
export function drawSequence(
  pool: readonly GestureName[],
  count: number,
  randomInt: RandomInt,
): GestureName[] {
  const gestures = [...new Set(pool)];
  if (gestures.length === 0) throw new RangeError('The pool of gestures is empty.');
  const sequence: GestureName[] = [];
  let left: GestureName[] = [];
  while (sequence.length < count) {
    if (left.length === 0) left = [...gestures];
    const fresh = left.filter((gesture) => gesture !== sequence.at(-1));
    const drawn = drawOne(fresh.length > 0 ? fresh : left, randomInt);
    sequence.push(drawn);
    left = left.filter((gesture) => gesture !== drawn);
  }
  return sequence;
}

/** One of these gestures, each as likely as the other. */
export function drawOne(from: readonly GestureName[], randomInt: RandomInt): GestureName {
  const drawn = from[randomInt(from.length)];
  if (drawn === undefined) throw new RangeError('The random source left its limit.');
  return drawn;
}
