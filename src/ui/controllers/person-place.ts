import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** What a person presses. */
const CONTROL = 'a[href], button, input, label, select, summary, textarea';

/**
 * Whether the person works in the element: the focus is in it, or what was pressed last is, and the focus is nowhere.
 * Safari on macOS and iOS gives buttons no focus when they are pressed, so the focus alone does not tell.
 */
export class PersonPlace implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #pressedInside = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Asked anew each time: the focus moves without an event that reaches the element. */
  get isInside(): boolean {
    if (this.#host.shadowRoot?.activeElement) return true;
    const { activeElement, body } = this.#host.ownerDocument;
    return this.#pressedInside && (activeElement === null || activeElement === body);
  }

  hostConnected(): void {
    // Before any listener of a control, which may have the element updated.
    this.#host.ownerDocument.addEventListener('click', this.#remember, { capture: true });
  }

  hostDisconnected(): void {
    this.#host.ownerDocument.removeEventListener('click', this.#remember, { capture: true });
    this.#pressedInside = false;
  }

  readonly #remember = (press: Event): void => {
    const path = press.composedPath();
    const outside = path.indexOf(this.#host);
    this.#pressedInside =
      outside > 0 &&
      path
        .slice(0, outside)
        .some((node) => 'matches' in node && (node as Element).matches(CONTROL));
  };
}
