import type { Attacker } from './attacker.ts';

/** Two people before one camera, one at a time. */
export interface ChangeOfPerson extends Attacker {
  /** The second steps in, between two frames. */
  change(): void;
}

/** One person begins, and another goes on. Owns both. */
export function createChangeOfPerson(first: Attacker, second: Attacker): ChangeOfPerson {
  let present = first;
  return {
    change() {
      first.relax();
      present = second;
    },
    perform: (gesture) => present.perform(gesture),
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
