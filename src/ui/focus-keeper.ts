import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Keeps the keyboard's place. When an update takes the focused button away, the focus moves to what the new view
 * marks with `data-focus` (its button, or its heading) instead of falling back to the page.
 * It never takes the focus from elsewhere on the page.
 */
export class FocusKeeper implements ReactiveController {
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
    if (!this.#focusWasInside || !root || root.activeElement) return;
    root.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
  }
}
