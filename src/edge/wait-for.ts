/** Why a wait has no limit of its own: a person is to answer, or the work ends itself in time. */
export type NoLimit = 'person-answers' | 'limited-inside';

/** What is waited for, and what ends the wait without an answer. */
export interface Wait {
  /** Named in the error: `the token`, `the first picture`. */
  readonly what: string;
  readonly signal?: AbortSignal | undefined;
  /** Longest wait, or why there is none. */
  readonly limitMs: number | NoLimit;
  /**
   * Calls `expire` after the limit and returns how to call it off; in a page that may be hidden: `afterVisible`. Unless given,
   * a timer.
   */
  readonly clock?: ((limitMs: number, expire: () => void) => () => void) | undefined;
}

/** Something of the outside did not come in time. */
export class WaitTimeoutError extends Error {
  override readonly name = 'WaitTimeoutError';
  constructor(what: string, limitMs: number) {
    super(`${what} did not come within ${Math.round(limitMs)} ms`);
  }
}

/**
 * Waits for something outside of this code: a network, a worker, a promise of the browser or of the page. It settles
 * with the answer, with the signal's reason as soon as the signal aborts, or with a {@link WaitTimeoutError}, whatever
 * becomes of the work. Work that is given as a function is handed a signal that aborts with the wait.
 */
export async function waitFor<T>(
  work: Promise<T> | ((signal: AbortSignal) => Promise<T>),
  wait: Wait,
): Promise<T> {
  const { what, limitMs, signal, clock = afterTime } = wait;
  const over = new AbortController();
  const abort = (): void => over.abort(signal?.reason);
  if (signal?.aborted) abort();
  else signal?.addEventListener('abort', abort);
  const stopClock =
    typeof limitMs === 'number'
      ? clock(limitMs, () => over.abort(new WaitTimeoutError(what, limitMs)))
      : () => undefined;
  try {
    return await new Promise<T>((resolve, reject) => {
      const give = (): void => reject(over.signal.reason);
      over.signal.addEventListener('abort', give);
      // Always handled, so that a late rejection is no unhandled one.
      if (typeof work !== 'function') work.then(resolve, reject);
      if (over.signal.aborted) give();
      else if (typeof work === 'function') begin(work, over.signal).then(resolve, reject);
    });
  } finally {
    stopClock();
    signal?.removeEventListener('abort', abort);
  }
}

/** Foreign functions may throw before they promise anything. */
async function begin<T>(
  work: (signal: AbortSignal) => Promise<T>,
  signal: AbortSignal,
): Promise<T> {
  return work(signal);
}

function afterTime(limitMs: number, expire: () => void): () => void {
  const timer = setTimeout(expire, limitMs);
  return () => clearTimeout(timer);
}
