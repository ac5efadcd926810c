import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Brings the whole element onto the screen when the camera’s picture takes the place of the start screen, which is lower:
 * else its buttons may be below the fold of a page that has a header of its own. Only for who began the check by a control
 * of the element; a page that starts it by itself is not moved.
 */
export class InViewController implements ReactiveController {
  readonly #host: ReactiveControllerHost & HTMLElement;
  #hadStage = false;

  constructor(host: ReactiveControllerHost & HTMLElement) {
    this.#host = host;
    host.addController(this);
  }

  hostUpdated(): void {
    const root = this.#host.shadowRoot;
    const hasStage = Boolean(root?.querySelector('.stage'));
    const begins = hasStage && !this.#hadStage;
    this.#hadStage = hasStage;
    if (begins && root?.activeElement) this.#host.scrollIntoView({ block: 'nearest' });
  }
}
