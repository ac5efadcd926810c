/** The promise, unless `signal` aborts first: then the signal's reason, at once, whatever becomes of the promise. */
export async function abortable<T>(promise: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    // Listened to in any case, so that a promise which nobody waits for any more may reject quietly.
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
