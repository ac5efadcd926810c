import { policyAllows } from '../edge/page-policy.ts';

/**
 * Holds the screen awake until `signal` aborts. Browsers let go of it when the page is hidden, so it is asked for again when
 * the page is seen. Where it cannot be had (no support, low battery, a policy) the screen goes dark as it always did.
 */
export function keepScreenOn(signal: AbortSignal): void {
  const { wakeLock } = navigator as { wakeLock?: WakeLock };
  if (!wakeLock || signal.aborted) return;
  // Asking all the same would be written into the page's console.
  if (policyAllows('screen-wake-lock') === false) return;
  let held: WakeLockSentinel | undefined;
  const letGo = (lock: WakeLockSentinel | undefined): void => {
    lock?.release().catch(() => undefined);
  };
  const ask = async (): Promise<void> => {
    if (document.visibilityState !== 'visible') return;
    const lock = await wakeLock.request('screen');
    // The check may have ended meanwhile, and another lock may be held by now.
    if (signal.aborted) return letGo(lock);
    letGo(held);
    held = lock;
  };
  const tryToAsk = (): void => void ask().catch(() => undefined);
  document.addEventListener('visibilitychange', tryToAsk, { signal });
  signal.addEventListener('abort', () => letGo(held), { once: true });
  tryToAsk();
}
