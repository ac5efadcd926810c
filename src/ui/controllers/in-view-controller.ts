import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { PersonPlace } from './person-place.ts';

/**
 * Brings the whole element onto the screen when the camera’s picture takes the place of the start screen, which is lower:
 * else its buttons may be below the fold of a page that has a header of its own. Only for who began the check by a control
 * of the element; a page that starts it by itself is not moved.
 */
export class InViewController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  readonly #place: PersonPlace;
  #hadStage = false;

  constructor(host: ReactiveControllerHost & HTMLElement, place: PersonPlace) {
    this.#host = host;
    this.#place = place;
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    const hasStage = Boolean(root?.querySelector('.stage'));
    const begins = hasStage && !this.#hadStage;
    this.#hadStage = hasStage;
    if (begins && this.#place.isInside) this.#host.scrollIntoView({ block: 'nearest' });
  }
}
