import { drawOne } from './draw-sequence.ts';
import { GESTURES, type GestureName } from './gesture.ts';
import type { RandomInt } from './random-int.ts';

/** What the person has said, and what may be asked at all. */
export interface SwapChoice {
  readonly pool: readonly GestureName[];
  /** Gestures that the person said they cannot do. */
  readonly declined: readonly GestureName[];
}

/** Who declined this many movements of the head is asked for no other: a stiff neck is not to be declined piece by piece. */
const HEAD_DECLINES = 2;

/**
 * The gestures of a pool that a person who declined some can be asked for: who cannot turn to one side is not asked for the
 * other either, because these are one movement, and not for dots at the side.
 */
export function stillPossible({ pool, declined }: SwapChoice): GestureName[] {
  const movements = new Set(declined.map((gesture) => GESTURES[gesture].movement));
  const ofHead = new Set(declined.filter(movesHead).map((gesture) => GESTURES[gesture].movement));
  return pool.filter((gesture) => {
    if (movesHead(gesture) && ofHead.size >= HEAD_DECLINES) return false;
    const { movement, needs = [] } = GESTURES[gesture];
    return ![movement, ...needs].some((one) => movements.has(one));
  });
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
 * what came before stays. One gesture more is asked at the end, as long as there is one that is new to the sequence:
 * declining must not shorten the way for who holds recordings of some gestures only, and costs a person a few seconds.
 * `undefined` when nothing is left to ask.
 */
export function declineGesture(
  sequence: readonly GestureName[],
  index: number,
  { pool, declined }: SwapChoice,
  randomInt: RandomInt,
): { sequence: GestureName[]; declined: GestureName[] } | undefined {
  const current = sequence[index];
  if (!current) return undefined;
  const allDeclined = [...declined, current];
  const left = stillPossible({ pool, declined: allDeclined });
  const next = sequence.slice(0, index);
  for (const [place, asked] of sequence.entries()) {
    if (place < index) continue;
    const before = next.at(-1);
    const fits = left.filter((gesture) => gesture !== before);
    const elsewhere = [...next, ...sequence.slice(place + 1)];
    const instead = fits.includes(asked) ? asked : drawLike(asked, fits, elsewhere, randomInt);
    if (!instead && place === index) return undefined;
    // One gesture alone is left: then it is asked again and again.
    const drawn = instead ?? before;
    if (drawn) next.push(drawn);
  }
  const more = preferAlwaysSeen(left.filter((gesture) => !next.includes(gesture)));
  if (more.length > 0) next.push(drawOne(more, randomInt));
  return { sequence: next, declined: allDeclined };
}

/** Of the movement of what was asked if possible, or of its kind (head or expression), then new to the sequence if possible. */
function drawLike(
  asked: GestureName,
  fits: readonly GestureName[],
  elsewhere: readonly GestureName[],
  randomInt: RandomInt,
): GestureName | undefined {
  const same = fits.filter((gesture) => GESTURES[gesture].movement === GESTURES[asked].movement);
  // Movements of the head show depth, which a flat picture has not.
  const alike = fits.filter((gesture) => movesHead(gesture) === movesHead(asked));
  const candidates = [same, alike].find((some) => some.length > 0) ?? fits;
  const fresh = candidates.filter((gesture) => !elsewhere.includes(gesture));
  const from = preferAlwaysSeen(fresh.length > 0 ? fresh : candidates);
  return from.length > 0 ? drawOne(from, randomInt) : undefined;
}

/** Those that an image of an honest person always shows, or all where there are none: a step that may go unseen is free. */
function preferAlwaysSeen(gestures: readonly GestureName[]): readonly GestureName[] {
  const seen = gestures.filter((gesture) => !GESTURES[gesture].mayGoUnseen);
  return seen.length > 0 ? seen : gestures;
}

function movesHead(gesture: GestureName): boolean {
  return GESTURES[gesture].moves === 'head';
}
