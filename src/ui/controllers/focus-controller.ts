import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Controls that a person works with, and what the view marks. A heading that lost its mark is neither. */
const KEEPS_FOCUS = ':is(a[href], button, input, select, summary, textarea, [data-focus])';

/**
 * Keeps the keyboard's place. When an update takes the focused control away, or moves the mark `data-focus` from the
 * focused heading to a button, the focus goes to what the new view marks instead of falling back to the page.
 * It never takes the focus from elsewhere on the page.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #focusWasInside = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#focusWasInside = Boolean(this.#host.shadowRoot?.activeElement);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!this.#focusWasInside || root?.activeElement?.matches(KEEPS_FOCUS)) return;
    root?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
  }
}
