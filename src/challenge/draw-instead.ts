import { drawOne } from './draw-sequence.ts';
import type { GestureName } from './gesture.ts';
import type { RandomInt } from './random-int.ts';

/** Gestures that are as hard to fake as each other: of the head, which show depth, and of the face. */
const STRENGTHS: readonly (readonly GestureName[])[] = [
  ['turn-left', 'turn-right', 'nod-up', 'nod-down'],
  ['blink', 'smile', 'open-mouth'],
];

/** What another gesture may be. */
export interface SwapChoice {
  /** Gestures that may be asked at all. */
  readonly pool: readonly GestureName[];
  /** Gestures that the person said they cannot do. */
  readonly declined: readonly GestureName[];
}

/**
 * Another gesture of the same strength for one place of a sequence: not one that was declined, and if possible one that
 * the sequence does not hold; never the same as its neighbours. Undefined when there is none.
 */
export function drawInstead(
  sequence: readonly GestureName[],
  index: number,
  choice: SwapChoice,
  randomInt: RandomInt,
): GestureName | undefined {
  const candidates = insteadOf(sequence, index, choice);
  const unused = candidates.filter((gesture) => !sequence.includes(gesture));
  const from = unused.length > 0 ? unused : candidates;
  return from.length > 0 ? drawOne(from, randomInt) : undefined;
}

/** The gestures that may stand in one place of a sequence instead of the one that stands there. */
export function insteadOf(
  sequence: readonly GestureName[],
  index: number,
  { pool, declined }: SwapChoice,
): GestureName[] {
  const current = sequence[index];
  const strength = STRENGTHS.find((names) => current && names.includes(current)) ?? [];
  return strength.filter(
    (gesture) =>
      pool.includes(gesture) &&
      gesture !== current &&
      !declined.includes(gesture) &&
      gesture !== sequence[index - 1] &&
      gesture !== sequence[index + 1],
  );
}
