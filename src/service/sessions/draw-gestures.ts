import { drawOne, drawSequence } from '../../challenge/draw-sequence.ts';
import { GESTURES, type GestureName } from '../../challenge/gesture.ts';
import type { RandomInt } from '../../challenge/random-int.ts';

/**
 * Draws a sequence with the rules of the service, as far as the pool has what they want. One gesture shows depth: it is what
 * a flat picture cannot do. One is a dot that the nose follows: there are many, so that a recording seldom holds the right one. The others
 * are drawn as the page would draw them, in every second session from what is no dot: whoever cannot know of what kind they are
 * needs recordings of all (docs/attacks.md). And a gesture that may go unseen is drawn only where there are
 * too few others, as for a person who declined them: a step that nobody can see is a step for free.
 */
export function drawGestures(
  pool: readonly GestureName[],
  count: number,
  randomInt: RandomInt,
): GestureName[] {
  const seen = pool.filter((gesture) => !GESTURES[gesture].mayGoUnseen);
  const from = seen.length < count ? pool : seen;
  const dots = from.filter(isDot);
  const wanted: GestureName[] = [];
  const deep = from.filter((gesture) => GESTURES[gesture].showsDepth);
  const deepDots = deep.filter(isDot);
  if (deep.length > 0) {
    // One gesture alone is both, where it can be.
    wanted.push(drawOne(count === 1 && deepDots.length > 0 ? deepDots : deep, randomInt));
  }
  const otherDots = dots.filter((gesture) => !wanted.includes(gesture));
  if (otherDots.length > 0 && wanted.length < count) wanted.push(drawOne(otherDots, randomInt));
  const left = from.filter((gesture) => !wanted.includes(gesture));
  const free = left.filter((gesture) => !isDot(gesture));
  const mayHoldDots = free.length < left.length && randomInt(2) === 0;
  const others = [...(mayHoldDots ? [] : [free]), left].find((some) => some.length > 0) ?? from;
  const sequence = drawSequence(others, count - wanted.length, randomInt);
  for (const gesture of wanted) sequence.splice(randomInt(sequence.length + 1), 0, gesture);
  return sequence;
}

function isDot(gesture: GestureName): boolean {
  return GESTURES[gesture].aim !== undefined;
}
