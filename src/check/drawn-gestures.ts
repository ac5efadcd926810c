import { declineGesture, mayDecline, stillPossible } from '../challenge/decline-gesture.ts';
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
  const draw = (): GestureName[] => {
    const possible = stillPossible({ pool: gestures, declined });
    return drawSequence(possible.length > 0 ? possible : gestures, gestureCount, randomInt);
  };
  const attempts = Array.from({ length: ATTEMPTS }, draw);
  let factor = 1;

  const canSwap = (attempt: number, index: number): boolean =>
    declined.length < SWAPS &&
    mayDecline(attempts[attempt] ?? [], index, { pool: gestures, declined });

  return {
    isPaced: false,
    plan: () => ({
      attempts,
      timeoutMs: timeoutMs * factor,
      gestureToleranceMs: gestureToleranceMs * factor,
      imageQualityFilter: imageQualityFilter ?? true,
    }),
    canSwap,
    isSwapping: false,
    swap(attempt, index) {
      const sequence = attempts[attempt];
      if (!sequence) return;
      const drawn = declineGesture(sequence, index, { pool: gestures, declined }, randomInt);
      if (!drawn) return;
      declined = drawn.declined;
      attempts[attempt] = drawn.sequence;
      for (let later = attempt + 1; later < ATTEMPTS; later++) attempts[later] = draw();
    },
    giveMoreTime() {
      factor = MORE_TIME_FACTOR;
    },
    stepDone: () => undefined,
    startedOver: () => undefined,
    finish: async () => undefined,
  };
}
