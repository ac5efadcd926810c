/** A signal that aborts with the first of these, and its reason: `AbortSignal.any`, which Safari has only since 17.4. */
export function anySignal(...signals: readonly AbortSignal[]): AbortSignal {
  const controller = new AbortController();
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener('abort', () => controller.abort(signal.reason), {
      once: true,
      // Nothing is left on the others.
      signal: controller.signal,
    });
  }
  return controller.signal;
}
