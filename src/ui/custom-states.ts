import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SessionState, SessionStateName } from '../session/session-state.ts';

/** States in which the camera can be on. */
const CAMERA_STATES: readonly SessionStateName[] = [
  'preparing',
  'positioning',
  'holding',
  'gesture',
];

/**
 * Tells the page's style sheets where the check is: `nodeflux-liveness:state(gesture)`, and so on for every state, and
 * `:state(camera)` while the camera may be on. Browsers without custom states are left alone.
 */
export class CustomStates implements ReactiveController {
  readonly #states: CustomStateSet | undefined;
  readonly #state: () => SessionState;
  #shown: readonly string[] = [];

  constructor(host: ReactiveControllerHost & HTMLElement, state: () => SessionState) {
    // Chromium before 125 takes only names that begin with two dashes, and throws at others.
    const knows = CSS.supports('selector(:state(idle))');
    this.#states = knows ? host.attachInternals().states : undefined;
    this.#state = state;
    host.addController(this);
  }

  hostUpdate(): void {
    const { name } = this.#state();
    const next = CAMERA_STATES.includes(name) ? [name, 'camera'] : [name];
    for (const old of this.#shown) if (!next.includes(old)) this.#states?.delete(old);
    for (const state of next) this.#states?.add(state);
    this.#shown = next;
  }
}
