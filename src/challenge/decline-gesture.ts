import { drawOne, drawSequence } from './draw-sequence.ts';
import { GESTURES, type GestureName, movesHead } from './gesture.ts';
import { showsToo } from './gestures/follow-dot.ts';
import type { RandomInt } from './random-int.ts';

/** What the person has said, and what may be asked at all. */
export interface SwapChoice {
  readonly pool: readonly GestureName[];
  /** Gestures that the person said they cannot do. */
  readonly declined: readonly GestureName[];
}

/** A swap, and how many gestures are asked of who declines none: fewer are asked of nobody. */
export interface Swap extends SwapChoice {
  readonly gestureCount: number;
}

/** Who declined this many movements of the head is asked for no other: a stiff neck is not to be declined piece by piece. */
const HEAD_DECLINES = 2;

/**
 * The gestures of a pool that a person who declined some can be asked for: who cannot turn to one side is not asked for the
 * other either, because these are one movement, and not for dots at the side.
 */
export function stillPossible({ pool, declined }: SwapChoice): GestureName[] {
  const movements = new Set(declined.map((gesture) => GESTURES[gesture].movement));
  const isStiff = isAskedForNoHead(declined);
  return pool.filter((gesture) => {
    if (movesHead(gesture) && isStiff) return false;
    const { movement, needs = [] } = GESTURES[gesture];
    return ![movement, ...needs].some((one) => movements.has(one));
  });
}

/** Whether who declined these is asked for no movement of the head any more. Pure. */
export function isAskedForNoHead(declined: readonly GestureName[]): boolean {
  const ofHead = new Set(declined.filter(movesHead).map((gesture) => GESTURES[gesture].movement));
  return ofHead.size >= HEAD_DECLINES;
}

/** Whether there is another gesture that could be asked instead of the one in this place. */
export function mayDecline(
  sequence: readonly GestureName[],
  index: number,
  { pool, declined }: SwapChoice,
): boolean {
  const current = sequence[index];
  if (!current) return false;
  const left = stillPossible({ pool, declined: [...declined, current] });
  return left.some((gesture) => gesture !== sequence[index - 1]);
}

/**
 * The sequence with another gesture in one place, of the same kind (head or expression) while there is one: who cannot
 * turn the head is asked to nod, and who can do neither is asked for an expression. What follows holds nothing of what was declined;
 * what came before stays. More is asked at the end, of what is new and always seen: declining must not shorten the way for who
 * holds recordings of some gestures only, and costs a person a few seconds. One gesture more for most; all that there are for who
 * declines dots, because whoever holds some dots holds turns and nods with them. Nothing is asked twice that was seen, be it as a
 * dot, unless there is too little else: one head at one place twice is one picture to the service. `undefined` when nothing is left to ask.
 */
export function declineGesture(
  sequence: readonly GestureName[],
  index: number,
  { pool, declined, gestureCount }: Swap,
  randomInt: RandomInt,
): { sequence: GestureName[]; declined: GestureName[] } | undefined {
  const current = sequence[index];
  if (!current || !mayDecline(sequence, index, { pool, declined })) return undefined;
  const allDeclined = [...declined, current];
  const left = stillPossible({ pool, declined: allDeclined });
  const next = sequence.slice(0, index);
  const isShown = isShownBy(next);
  for (const [place, asked] of sequence.entries()) {
    if (place < index) continue;
    const elsewhere = [...next, ...sequence.slice(place + 1)];
    const fresh = left.filter(
      (one) => isAlwaysSeen(one) && !elsewhere.includes(one) && !isShown(one),
    );
    const drawn = left.includes(asked) ? asked : drawLike(asked, fresh, randomInt);
    if (drawn) next.push(drawn);
  }
  const isNew = (gesture: GestureName): boolean => !next.includes(gesture) && !isShown(gesture);
  const more = left.filter(isAlwaysSeen).filter(isNew);
  const most = GESTURES[current].aim ? more.length : sequence.length + 1 - next.length;
  if (more.length > 0) next.push(...drawSequence(more, Math.min(most, more.length), randomInt));
  while (next.length < Math.max(gestureCount, index + 1)) {
    const others = left.filter((gesture) => gesture !== next.at(-1));
    const some = [others.filter(isNew), others].find((these) => these.length > 0) ?? left;
    next.push(drawOne(some, randomInt));
  }
  return { sequence: next, declined: allDeclined };
}

/** Whether dots among these gestures showed another one, too. */
function isShownBy(seen: readonly GestureName[]): (gesture: GestureName) => boolean {
  const dots = seen.flatMap((gesture) => GESTURES[gesture].aim ?? []);
  return (gesture) =>
    !GESTURES[gesture].aim && dots.some((dot) => showsToo(dot, GESTURES[gesture]));
}

/** Of the movement of what was asked if possible, or of its kind (head or expression). */
function drawLike(
  asked: GestureName,
  from: readonly GestureName[],
  randomInt: RandomInt,
): GestureName | undefined {
  const same = from.filter((gesture) => GESTURES[gesture].movement === GESTURES[asked].movement);
  // Movements of the head show depth, which a flat picture has not.
  const alike = from.filter((gesture) => movesHead(gesture) === movesHead(asked));
  const candidates = [same, alike, from].find((some) => some.length > 0);
  return candidates && drawOne(candidates, randomInt);
}

/** A step that may go unseen in the image of an honest person is free for everybody else. */
function isAlwaysSeen(gesture: GestureName): boolean {
  return !GESTURES[gesture].mayGoUnseen;
}
