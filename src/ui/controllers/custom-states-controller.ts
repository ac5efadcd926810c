import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CheckState, CheckStateName } from '../../check/check-state.ts';

const CAMERA_STATES: readonly CheckStateName[] = ['preparing', 'positioning', 'holding', 'gesture'];

/** Whether the camera can be on in this state. */
export function mayUseCamera({ name }: CheckState): boolean {
  return CAMERA_STATES.includes(name);
}

/**
 * Tells the page's style sheets where the check is: `nodeflux-liveness:state(gesture)`, and so on for every state, and
 * `:state(camera)` while the camera may be on. Browsers without custom states are left alone.
 */
export class CustomStatesController implements ReactiveController {
  readonly #states: CustomStateSet | undefined;
  readonly #state: () => CheckState;
  #shown: readonly string[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, state: () => CheckState) {
    // Chromium before 125 takes only names that begin with two dashes, and throws at others; jsdom has no CSS at all.
    const knows = globalThis.CSS?.supports?.('selector(:state(idle))');
    this.#states = knows ? host.attachInternals().states : undefined;
    this.#state = state;
    host.addController(this);
  }

  hostUpdate(): void {
    const state = this.#state();
    const next = mayUseCamera(state) ? [state.name, 'camera'] : [state.name];
    for (const old of this.#shown) if (!next.includes(old)) this.#states?.delete(old);
    for (const name of next) this.#states?.add(name);
    this.#shown = next;
  }
}
