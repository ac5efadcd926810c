import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PersonPlace } from './person-place.ts';

/** Controls that a person works with, and what the view marks. A heading that lost its mark is neither. */
const KEEPS_FOCUS = ':is(a[href], button, input, select, summary, textarea, [data-focus])';

/**
 * Keeps the keyboard's place. When an update takes the focused control away, or moves the mark `data-focus` from the
 * focused heading to a button, the focus goes to what the new view marks instead of falling back to the page.
 * It never takes the focus from elsewhere on the page.
 */
export class FocusController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #place: PersonPlace;
  #wasInside = false;

  constructor(host: ReactiveControllerHost & HTMLElement, place: PersonPlace) {
    this.#host = host;
    this.#place = place;
    host.addController(this);
  }

  hostUpdate(): void {
    this.#wasInside = this.#place.isInside;
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    if (!this.#wasInside || root?.activeElement?.matches(KEEPS_FOCUS)) return;
    root?.querySelector<HTMLElement>('[data-focus]')?.focus({ preventScroll: true });
  }
}
