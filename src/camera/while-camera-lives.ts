import { afterVisible } from '../edge/after-visible.ts';
import { LivenessError } from '../errors.ts';

/** A camera that gives nothing for this long while the page is visible is taken for lost. */
export const SILENCE_LIMIT_MS = 8000;

/** Begins to wait for something of the camera, and returns how to stop waiting. */
export type BeginWait<T> = (
  resolve: (value: T) => void,
  reject: (reason: unknown) => void,
) => () => void;

/**
 * Waits for something of the camera for as long as there is one; everything that it hangs on the page is taken off again.
 * When one of the signals aborts it throws its reason.
 * @throws {LivenessError} `camera-lost` when nothing comes in time
 */
export function whileCameraLives<T>(
  signals: readonly AbortSignal[],
  silenceLimitMs: number,
  begin: BeginWait<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const undo: (() => void)[] = [];
    let settled = false;
    const settle = (act: () => void): void => {
      settled = true;
      for (const one of undo.splice(0)) one();
      act();
    };
    const fail = (reason: unknown): void => settle(() => reject(reason));

    for (const signal of signals) {
      const aborted = (): void => fail(signal.reason);
      if (signal.aborted) return aborted();
      signal.addEventListener('abort', aborted);
      undo.push(() => signal.removeEventListener('abort', aborted));
    }
    undo.push(
      afterVisible(silenceLimitMs, () =>
        fail(new LivenessError('camera-lost', { detail: 'no picture arrives' })),
      ),
    );
    const stopWaiting = begin((value) => settle(() => resolve(value)), fail);
    // What is there already is told before there is anything to stop.
    if (settled) stopWaiting();
    else undo.push(stopWaiting);
  });
}
