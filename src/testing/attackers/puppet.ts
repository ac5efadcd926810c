import { seededRandom } from '../seeded-random.ts';
import type { SimulatedPerson } from '../simulated-person.ts';
import type { Attacker } from './attacker.ts';

/** What software that follows a face adds: it comes late, and shakes a little. Milliseconds, degrees. */
const LAG_MS = 350;
const JITTER_DEGREES = 0.8;

/**
 * A picture of somebody that is animated in real time by whoever follows the instructions: a deepfake. Owns the person.
 *
 * @example
 * ```ts
 * import { createPuppet, createSimulatedPerson, installSimulatedCamera, obey } from 'nodeflux-liveness/testing';
 * const puppet = createPuppet(await createSimulatedPerson());
 * installSimulatedCamera(puppet);
 * obey(document, puppet);
 * ```
 */
export function createPuppet(person: SimulatedPerson, seed = 1): Attacker {
  const random = seededRandom(seed);
  const jitter = (): number => JITTER_DEGREES * (2 * random() - 1);
  return {
    async perform(...how) {
      await person.pause(LAG_MS);
      await person.perform(...how);
    },
    pause: (durationMs) => person.pause(durationMs),
    relax: () => person.relax(),
    draw(context, nowMs) {
      person.set({ yawDegrees: jitter(), pitchDegrees: jitter() });
      person.draw(context, nowMs);
    },
    dispose: () => person.dispose(),
  };
}
