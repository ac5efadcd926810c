/** Pauses for a while; rejects with the signal's reason as soon as it aborts. */
export type Sleep = (durationMs: number, signal?: AbortSignal) => Promise<void>;

const FIRST_PAUSE_MS = 250;
const PAUSE_GROWTH = 1.5;
const LONGEST_PAUSE_MS = 3000;

/** How long to wait after poll number `attempt` (from 0): 250 ms, half as much again each time, at most 3 s. */
export function pollPauseMs(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * PAUSE_GROWTH ** attempt);
}

/** {@link Sleep} by the platform's timers. */
export const sleep: Sleep = (durationMs, signal) =>
  new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const abort = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, durationMs);
    signal?.addEventListener('abort', abort, { once: true });
  });
