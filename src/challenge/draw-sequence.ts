import type { GestureName } from './gesture.ts';

/** A whole number from 0 to `limit` − 1, each as likely as the other. */
export type RandomInt = (limit: number) => number;

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
    const candidates = fresh.length > 0 ? fresh : left;
    const drawn = candidates[randomInt(candidates.length)];
    if (drawn === undefined) throw new RangeError('The random source left its limit.');
    sequence.push(drawn);
    left = left.filter((gesture) => gesture !== drawn);
  }
  return sequence;
}

/** Uniform and unpredictable: crypto randomness, with the uneven rest of the range drawn again. */
export const cryptoRandomInt: RandomInt = (limit) => {
  const range = 2 ** 32;
  const fairLimit = range - (range % limit);
  for (;;) {
    const [drawn = 0] = crypto.getRandomValues(new Uint32Array(1));
    if (drawn < fairLimit) return drawn % limit;
  }
};
