import type { CheckState } from '../../src/check/check-state.ts';
import type { FaceMeasurements } from '../../src/face/face-signals.ts';
import { NEUTRAL, PEAK } from '../fixtures/gesture-faces.ts';

/** From the request to the gesture: a person needs as long to read it, and the check wants to see a face at rest. */
const REACTION_MS = 300;
const REACTION_FRAMES = 4;
/** At thirty frames a second a blink is seen about this often. */
const BLINK_FRAMES = 3;

/** Somebody who does what the check asks for, told by its state, however slowly the frames come. */
export class ObedientPerson {
  #asked = '';
  #askedAtMs = 0;
  #frames = 0;

  /** What the face looks like in the frame that is taken at this moment. */
  face(state: CheckState, atMs: number): FaceMeasurements {
    if (state.name !== 'gesture') {
      this.#asked = '';
      return NEUTRAL;
    }
    const asked = `${state.index} ${state.gesture}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#askedAtMs = atMs;
      this.#frames = 0;
    }
    if (atMs - this.#askedAtMs < REACTION_MS || this.#frames < REACTION_FRAMES) {
      this.#frames = Math.min(this.#frames + 1, REACTION_FRAMES);
      return NEUTRAL;
    }
    const shutFrames = ++this.#frames - REACTION_FRAMES;
    if (state.gesture === 'blink' && shutFrames > BLINK_FRAMES) return NEUTRAL;
    return { ...NEUTRAL, ...PEAK[state.gesture] };
  }
}
