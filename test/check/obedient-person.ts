import { GESTURES } from '../../src/challenge/gesture.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import type { FaceMeasurements } from '../../src/face/face-signals.ts';
import { facesOf, NEUTRAL, partOf } from '../fixtures/gesture-faces.ts';

/** From the request to the gesture: a person needs as long to read it, and the check wants to see a face at rest. */
const REACTION_MS = 300;
const REACTION_FRAMES = 4;
/** At thirty frames a second a blink is seen about this often; other peaks are held at least as long. */
const PEAK_FRAMES = 3;
/** Parts of the way to a peak that the frames on it show: nobody is there at once. */
const WAY_PARTS = [0.25, 0.45, 0.65, 0.85] as const;

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
    const { course, fewestBetween } = GESTURES[state.gesture];
    const wayFrames = fewestBetween > 0 ? WAY_PARTS.length : 0;
    const frames = ++this.#frames - REACTION_FRAMES - wayFrames;
    if (course.kind === 'closing' && frames > PEAK_FRAMES) return NEUTRAL;
    const peaks = facesOf(state.gesture);
    if (frames < 1) return partOf(peaks[0] ?? NEUTRAL, WAY_PARTS[frames + wayFrames - 1] ?? 1);
    // The last one is held.
    const place = Math.min(peaks.length - 1, Math.floor((frames - 1) / PEAK_FRAMES));
    return peaks[place] ?? NEUTRAL;
  }
}
