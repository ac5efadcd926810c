import { drawOne, drawSequence } from '../../challenge/draw-sequence.ts';
import { GESTURES, type GestureName, movesHead } from '../../challenge/gesture.ts';
import type { AimPoint } from '../../challenge/gestures/gesture-record.ts';
import type { RandomInt } from '../../challenge/random-int.ts';

/**
 * Draws a sequence with the rules of the service, as far as the pool has what they want. One gesture shows depth: it is what
 * a flat picture cannot do. Where the pool has dots that the nose follows, two are dots, and in every second session all are: there are
 * many, so that a recording seldom holds the right ones, and whoever cannot know how many are asked for needs recordings of all
 * (docs/attacks.md). Nobody who follows a dot is asked to turn or nod besides: a recorded dot serves for that, too. And a
 * gesture that may go unseen is drawn only where there are too few others, as for a person who declined them: a step that
 * nobody can see is a step for free.
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
  const add = (some: readonly GestureName[]): void => {
    const fresh = some.filter((one) => !wanted.includes(one) && !pointEverywhere([...wanted, one]));
    if (fresh.length > 0 && wanted.length < count) wanted.push(drawOne(fresh, randomInt));
  };
  const deep = from.filter((gesture) => GESTURES[gesture].showsDepth);
  add(deep.some(isDot) ? deep.filter(isDot) : deep);
  add(dots);
  if (randomInt(2) === 0) for (let place = wanted.length; place < count; place++) add(dots);
  const left = from.filter((gesture) => !wanted.includes(gesture));
  const others = [left.filter((gesture) => dots.length === 0 || !movesHead(gesture)), left, from];
  const sequence = drawSequence(
    others.find((some) => some.length > 0) ?? from,
    count - wanted.length,
    randomInt,
  );
  for (const gesture of wanted) sequence.splice(randomInt(sequence.length + 1), 0, gesture);
  return sequence;
}

/**
 * Whether dots lie to the left and the right, above and below: who holds recordings of them holds every turn and nod, and
 * could decline the dots of another session.
 */
function pointEverywhere(gestures: readonly GestureName[]): boolean {
  const aims = gestures.flatMap((gesture) => GESTURES[gesture].aim ?? []);
  const isOnBothSides = (of: (aim: AimPoint) => number): boolean =>
    aims.some((aim) => of(aim) > 0) && aims.some((aim) => of(aim) < 0);
  return isOnBothSides(({ left }) => left) && isOnBothSides(({ up }) => up);
}

function isDot(gesture: GestureName): boolean {
  return GESTURES[gesture].aim !== undefined;
}
