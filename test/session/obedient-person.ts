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

/** From the request to the gesture; a person needs as long to read it. */
const REACTION_MS = 300;
const BLINK_MS = 150;
const GESTURE_MS = 600;

/** Somebody who does what the check asks for, told by its state. */
export class ObedientPerson {
  #asked = '';
  #askedAtMs = 0;

  /** What the face looks like at this moment. */
  face(state: SessionState, atMs: number): FaceMeasurements {
    if (state.name !== 'gesture') {
      this.#asked = '';
      return NEUTRAL;
    }
    const asked = `${state.index} ${state.gesture}`;
    if (asked !== this.#asked) {
      this.#asked = asked;
      this.#askedAtMs = atMs;
    }
    const sinceMs = atMs - this.#askedAtMs - REACTION_MS;
    const lastsMs = state.gesture === 'blink' ? BLINK_MS : GESTURE_MS;
    return sinceMs >= 0 && sinceMs < lastsMs ? { ...NEUTRAL, ...PEAK[state.gesture] } : NEUTRAL;
  }
}
