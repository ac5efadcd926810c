import type { GestureName } from '../../src/challenge/gesture.ts';
import type { FaceMeasurements } from '../../src/face/face-signals.ts';
import type { SessionState } from '../../src/session/session-state.ts';

/** A face at rest, in the middle of the picture. */
export const NEUTRAL: FaceMeasurements = {
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  eyeAspectRatioLeft: 0.3,
  eyeAspectRatioRight: 0.3,
  mouthWidthRatio: 0.55,
  mouthOpeningRatio: 0.02,
  cornerToEyeLeft: 0.8,
  cornerToEyeRight: 0.8,
  box: { x: 0.3, y: 0.25, width: 0.4, height: 0.5 },
  interocularPx: 120,
};

const PEAK: Readonly<Record<GestureName, Partial<FaceMeasurements>>> = {
  blink: { eyeAspectRatioLeft: 0.08, eyeAspectRatioRight: 0.08 },
  smile: { mouthWidthRatio: 0.75 },
  'turn-left': { yawDegrees: 28 },
  'turn-right': { yawDegrees: -28 },
  'nod-up': { pitchDegrees: 20 },
  'nod-down': { pitchDegrees: -20 },
  'open-mouth': { mouthOpeningRatio: 0.6 },
};

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
  face(state: SessionState, atMs: number): FaceMeasurements {
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
