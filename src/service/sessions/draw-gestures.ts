import type { GestureName } from '../../challenge/gesture.ts';
import type { RandomBytes } from '../tokens/submission-token.ts';

/** A whole number from 0 to `limit` − 1, each as likely as the other. */
export type RandomInt = (limit: number) => number;

/** Gestures that are as hard to fake as each other: of the head, which show depth, and of the face. */
const STRENGTHS: readonly (readonly GestureName[])[] = [
  ['turn-left', 'turn-right', 'nod-up', 'nod-down'],
  ['blink', 'smile', 'open-mouth'],
];
const TURNS: readonly GestureName[] = ['turn-left', 'turn-right'];

/**
 * Draws a sequence: all different while the pool lasts, never the same twice in a row unless the pool holds one alone,
 * and with a turn in it when the pool has one. A turn is what a flat picture cannot do.
 */
export function drawGestures(
  pool: readonly GestureName[],
  count: number,
  randomInt: RandomInt,
): GestureName[] {
  const sequence: GestureName[] = [];
  let left: readonly GestureName[] = [];
  while (sequence.length < count) {
    if (left.length === 0) left = [...new Set(pool)];
    const fresh = left.filter((gesture) => gesture !== sequence.at(-1));
    const gesture = pick(fresh.length > 0 ? fresh : left, randomInt);
    sequence.push(gesture);
    left = left.filter((other) => other !== gesture);
  }
  const turns = TURNS.filter((turn) => pool.includes(turn));
  if (turns.length > 0 && !sequence.some((gesture) => turns.includes(gesture))) {
    sequence[randomInt(count)] = pick(turns, randomInt);
  }
  return sequence;
}

/**
 * Another gesture of the same strength for one place of a sequence: not one that was declined, and if possible one that
 * the sequence does not hold; never the same as its neighbours. Undefined when there is none.
 */
export function drawInstead(
  sequence: readonly GestureName[],
  index: number,
  { pool, declined }: { pool: readonly GestureName[]; declined: readonly GestureName[] },
  randomInt: RandomInt,
): GestureName | undefined {
  const current = sequence[index];
  const strength = STRENGTHS.find((names) => current && names.includes(current)) ?? [];
  const candidates = strength.filter(
    (gesture) =>
      pool.includes(gesture) &&
      gesture !== current &&
      !declined.includes(gesture) &&
      gesture !== sequence[index - 1] &&
      gesture !== sequence[index + 1],
  );
  const unused = candidates.filter((gesture) => !sequence.includes(gesture));
  const choice = unused.length > 0 ? unused : candidates;
  return choice.length > 0 ? pick(choice, randomInt) : undefined;
}

/** Uniform numbers out of random bytes; the uneven rest of the range is drawn again. */
export function randomIntFrom(random: RandomBytes): RandomInt {
  const range = 2 ** 32;
  return (limit) => {
    const fairLimit = range - (range % limit);
    for (;;) {
      const drawn = Buffer.from(random(4)).readUInt32BE();
      if (drawn < fairLimit) return drawn % limit;
    }
  };
}

function pick(from: readonly GestureName[], randomInt: RandomInt): GestureName {
  const drawn = from[randomInt(from.length)];
  if (drawn === undefined) throw new RangeError('There is no gesture to draw from.');
  return drawn;
}
