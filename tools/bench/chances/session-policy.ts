import { declineGesture, mayDecline } from '../../../src/challenge/decline-gesture.ts';
import { GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import type { RandomInt } from '../../../src/challenge/random-int.ts';
import { drawGestures } from '../../../src/service/sessions/draw-gestures.ts';

/** What decides which gestures a session asks for. */
export interface SessionPolicy {
  readonly pool: readonly GestureName[];
  readonly gestureCount: number;
  readonly declines: number;
}

/** What somebody can show: gestures that they have, each as often as it is asked or once alone. */
export interface Repertoire {
  /** Whether they have something that the service takes for this gesture, and its name: one take may serve for several dots. */
  readonly takeFor: (asked: GestureName) => string | undefined;
  /** A still picture that comes twice is a fault; a person, or a video of different takes, may repeat a gesture. */
  readonly isReusable: boolean;
}

/** How one session went. */
export interface PlayedSession {
  /** Whether everything that was asked could be shown. */
  readonly isComplete: boolean;
  readonly declines: number;
  readonly asked: number;
}

/** Fewer different gestures are never live. The service's own limit. */
const MIN_DIFFERENT_GESTURES = 2;

/**
 * Plays one session as somebody would who shows what they have and declines the rest as long as they may. A restart asks
 * the same again, so that it is no other chance. The service's own functions draw.
 */
export function playSession(
  { declines, gestureCount, pool }: SessionPolicy,
  { isReusable, takeFor }: Repertoire,
  randomInt: RandomInt,
): PlayedSession {
  let sequence: readonly GestureName[] = drawGestures(pool, gestureCount, randomInt);
  let declined: readonly GestureName[] = [];
  const shown: GestureName[] = [];
  const used = new Set<string>();
  let unseen = 0;
  while (shown.length + unseen < sequence.length) {
    const place = shown.length + unseen;
    const asked = sequence[place] as GestureName;
    const take = takeFor(asked);
    if (take !== undefined && (isReusable || !used.has(take))) {
      used.add(take);
      shown.push(asked);
      continue;
    }
    // Not to be seen is no fault where the head has moved.
    if (
      GESTURES[asked].mayGoUnseen &&
      shown.some((gesture) => GESTURES[gesture].moves === 'head')
    ) {
      unseen += 1;
      continue;
    }
    const choice = { pool, declined, gestureCount };
    const drawn =
      declined.length < declines && mayDecline(sequence, place, choice)
        ? declineGesture(sequence, place, choice, randomInt)
        : undefined;
    if (!drawn) return { isComplete: false, declines: declined.length, asked: sequence.length };
    ({ sequence, declined } = drawn);
  }
  const isComplete = new Set(shown).size >= MIN_DIFFERENT_GESTURES;
  return { isComplete, declines: declined.length, asked: sequence.length };
}
