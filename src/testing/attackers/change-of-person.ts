import type { Attacker } from './attacker.ts';

/** Two people before one camera, one at a time. */
export interface ChangeOfPerson extends Attacker {
  /** The second steps in, between two frames. */
  change(): void;
}

/**
 * One person begins, and another goes on. Owns both.
 *
 * @example
 * ```ts
 * import {
 *   createChangeOfPerson,
 *   createSimulatedPerson,
 *   installSimulatedCamera,
 *   obey,
 *   SECOND_APPEARANCE,
 * } from 'nodeflux-liveness/testing';
 * const first = await createSimulatedPerson();
 * const second = await createSimulatedPerson({ appearance: SECOND_APPEARANCE });
 * const scene = createChangeOfPerson(first, second);
 * installSimulatedCamera(scene);
 * obey(document, scene);
 * document.addEventListener('liveness-gesture', () => scene.change(), { once: true });
 * ```
 */
export function createChangeOfPerson(first: Attacker, second: Attacker): ChangeOfPerson {
  let present = first;
  return {
    change() {
      first.relax();
      present = second;
    },
    perform: (...how) => present.perform(...how),
    pause: (durationMs) => present.pause(durationMs),
    relax() {
      first.relax();
      second.relax();
    },
    draw: (context, nowMs) => present.draw(context, nowMs),
    dispose() {
      first.dispose();
      second.dispose();
    },
  };
}
