/** Resolves after `durationMs`; rejects with the signal's reason as soon as `signal` aborts. */
export type Sleep = (durationMs: number, signal?: AbortSignal) => Promise<void>;

/** Waits on a real timer, which is cleared when the signal aborts. */
export const sleep: Sleep = (durationMs, signal) =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const abort = (): void => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', abort);
      resolve();
    }, durationMs);
    signal?.addEventListener('abort', abort, { once: true });
  });
