import { declineGesture, mayDecline } from '../challenge/decline-gesture.ts';
import { drawSequence } from '../challenge/draw-sequence.ts';
import type { GestureName } from '../challenge/gesture.ts';
import type { CheckOptions, CheckParts } from './check-options.ts';
import { ATTEMPTS, type GestureSource, MORE_TIME_FACTOR, SWAPS } from './gesture-source.ts';

/** Gestures that are drawn in the page, for services that do not pace. */
export function drawnGestures(
  { gestures, gestureCount, gestureToleranceMs, imageQualityFilter, timeoutMs }: CheckOptions,
  { randomInt }: Pick<CheckParts, 'randomInt'>,
): GestureSource {
  let declined: readonly GestureName[] = [];
  let sequence = drawSequence(gestures, gestureCount, randomInt);
  let factor = 1;

  const canSwap = (_attempt: number, index: number): boolean =>
    declined.length < SWAPS && mayDecline(sequence, index, { pool: gestures, declined });

  return {
    isPaced: false,
    plan: () => ({
      // A restart asks the same again, as a service that paces does.
      attempts: Array.from({ length: ATTEMPTS }, () => sequence),
      timeoutMs: timeoutMs * factor,
      gestureToleranceMs: gestureToleranceMs * factor,
      imageQualityFilter: imageQualityFilter ?? true,
      mayAskAgain: true,
    }),
    canSwap,
    isSwapping: false,
    swap(_attempt, index) {
      const choice = { pool: gestures, declined, gestureCount };
      const drawn = declineGesture(sequence, index, choice, randomInt);
      if (!drawn) return;
      ({ declined, sequence } = drawn);
    },
    askAgain: () => undefined,
    giveMoreTime() {
      factor = MORE_TIME_FACTOR;
    },
    stepDone: () => undefined,
    startedOver: () => undefined,
    finish: async () => undefined,
  };
}
