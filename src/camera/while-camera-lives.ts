import { afterVisible } from '../after-visible.ts';
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
 * @throws {LivenessError} `camera-lost` when the track ends or nothing comes in time
 */
export function whileCameraLives<T>(
  track: MediaStreamTrack,
  silenceLimitMs: number,
  signal: AbortSignal,
  begin: BeginWait<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const undo: (() => void)[] = [];
    const settle = (act: () => void): void => {
      for (const one of undo.splice(0)) one();
      act();
    };
    const fail = (reason: unknown): void => settle(() => reject(reason));
    const lost = (detail: string): void => fail(new LivenessError('camera-lost', { detail }));
    const ended = (): void => lost('the track ended');
    const aborted = (): void => fail(signal.reason);

    if (signal.aborted) return aborted();
    if (track.readyState === 'ended') return ended();
    signal.addEventListener('abort', aborted);
    track.addEventListener('ended', ended);
    undo.push(
      () => signal.removeEventListener('abort', aborted),
      () => track.removeEventListener('ended', ended),
      afterVisible(silenceLimitMs, () => lost('no picture arrives')),
      begin((value) => settle(() => resolve(value)), fail),
    );
  });
}
