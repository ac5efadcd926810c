import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** How often it is looked whether the element is rendered: no event tells of all the ways in which it can vanish. */
const LOOK_EVERY_MS = 250;
/** A page may take an element out of sight for a moment, as while it rebuilds a dialog. */
const LOOKS_UNSEEN = 2;

/**
 * Watches, for as long as `watches()` says so, whether the element is still rendered: its dialog, tab or `<details>` may be
 * closed, or it may be `hidden`. Being scrolled away, or on a page that is not seen, is no matter.
 */
export class RenderedController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #watches: () => boolean;
  readonly #vanished: () => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #awaiting: ReturnType<typeof setInterval> | undefined;
  #unseen = 0;

  constructor(
    host: ReactiveControllerHost & HTMLElement,
    watches: () => boolean,
    vanished: () => void,
  ) {
    this.#host = host;
    this.#watches = watches;
    this.#vanished = vanished;
    host.addController(this);
  }

  /** Calls `act` as soon as the element is rendered, which may be at once; not when it leaves the page before. */
  onceRendered(act: () => void): void {
    if (isRendered(this.#host)) {
      act();
      return;
    }
    clearInterval(this.#awaiting);
    this.#awaiting = setInterval(() => {
      if (!isRendered(this.#host)) return;
      clearInterval(this.#awaiting);
      act();
    }, LOOK_EVERY_MS);
  }

  hostUpdated(): void {
    if (!this.#watches()) this.#stop();
    else this.#timer ??= setInterval(() => this.#look(), LOOK_EVERY_MS);
  }

  hostDisconnected(): void {
    clearInterval(this.#awaiting);
    this.#stop();
  }

  #look(): void {
    this.#unseen = isRendered(this.#host) ? 0 : this.#unseen + 1;
    if (this.#unseen < LOOKS_UNSEEN) return;
    this.#stop();
    if (this.#watches()) this.#vanished();
  }

  #stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#unseen = 0;
  }
}

/** Whether the page renders the element, be it in view or not. */
export function isRendered(host: HTMLElement): boolean {
  // What is inside has a box, whatever the page makes of the host: `display: contents` has none.
  const inside = host.shadowRoot?.querySelector('[part~="base"]') ?? host;
  // Safari before 17.4 has no checkVisibility; boxes tell of `display: none` there.
  if (typeof inside.checkVisibility !== 'function') return inside.getClientRects().length > 0;
  // The element hides itself while its first words are fetched: that is not the page's doing.
  const visibilityProperty = !inside.hasAttribute('data-awaiting-words');
  // The second name is the older one of the same option.
  return inside.checkVisibility({ visibilityProperty, checkVisibilityCSS: visibilityProperty });
}
