import { drawOne, drawSequence } from '../../challenge/draw-sequence.ts';
import type { GestureName } from '../../challenge/gesture.ts';
import type { RandomInt } from '../../challenge/random-int.ts';

const TURNS: readonly GestureName[] = ['turn-left', 'turn-right'];

/** Draws a sequence as the page would, but with a turn in it when the pool has one: it is what a flat picture cannot do. */
export function drawGestures(
  pool: readonly GestureName[],
  count: number,
  randomInt: RandomInt,
): GestureName[] {
  const sequence = drawSequence(pool, count, randomInt);
  const turns = TURNS.filter((turn) => pool.includes(turn));
  if (turns.length > 0 && !sequence.some((gesture) => turns.includes(gesture))) {
    sequence[randomInt(count)] = drawOne(turns, randomInt);
  }
  return sequence;
}
