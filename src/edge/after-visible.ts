/**
 * Calls `act` once the page has been visible for `limitMs` without a break, and returns how to call it off.
 * Hidden pages get no pictures and little time, so that what is late there is not late.
 */
export function afterVisible(limitMs: number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const restart = (): void => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') timer = setTimeout(act, limitMs);
  };
  document.addEventListener('visibilitychange', restart);
  restart();
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', restart);
  };
}
