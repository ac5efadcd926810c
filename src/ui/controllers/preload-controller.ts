import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What is loaded ahead of time. */
export interface PreloadHost extends ReactiveControllerHost, HTMLElement {
  preload(): Promise<void>;
}

/** Leaves the page its own start. */
const IDLE_LIMIT_MS = 2000;

/**
 * Loads the face tracker while the person reads the start screen: as soon as the element can be seen and the page has
 * nothing else to do. Not for people who save data: theirs loads when they press Start. A failure is told at the start,
 * which tries again.
 */
export class PreloadController implements ReactiveController {
  readonly #host: PreloadHost;
  #waiting: AbortController | undefined;

  constructor(host: PreloadHost) {
    this.#host = host;
    host.addController(this);
  }

  hostConnected(): void {
    if (savesData() || typeof IntersectionObserver === 'undefined') return;
    const waiting = new AbortController();
    this.#waiting = waiting;
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      whenIdle(() => {
        if (!waiting.signal.aborted) this.#host.preload().catch(() => undefined);
      });
    });
    observer.observe(this.#host);
    waiting.signal.addEventListener('abort', () => observer.disconnect());
  }

  hostDisconnected(): void {
    this.#waiting?.abort();
    this.#waiting = undefined;
  }
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

function whenIdle(act: () => void): void {
  // Safari has none.
  if (typeof requestIdleCallback === 'undefined') setTimeout(act);
  else requestIdleCallback(act, { timeout: IDLE_LIMIT_MS });
}
