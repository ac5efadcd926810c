import type { FaceMeasurements } from '../face/face-signals.ts';
import type { NeutralFace } from './neutral-face.ts';

/** How a face differs from the same person's neutral face. All zero at rest. */
export interface FaceChange {
  /** Positive: turned to the person's own left. */
  readonly yawDegrees: number;
  /** Positive: looking up. */
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
  /** Part of the eye's own opening that is closed: 0 as open as at rest, 1 shut; negative when wider. */
  readonly leftEyeClosure: number;
  readonly rightEyeClosure: number;
  /** Growth of the mouth's width over its width at rest: 0.2 is a fifth wider. */
  readonly mouthWidening: number;
  /** Growth of lip distance ÷ mouth width. */
  readonly mouthOpening: number;
  /** Part of the way from the left mouth corner to the left eye that the corner has been pulled up. */
  readonly leftCornerLift: number;
  readonly rightCornerLift: number;
}

/** Compares a face with the neutral one. Pure. */
export function compareFaces(face: FaceMeasurements, neutral: NeutralFace): FaceChange {
  return {
    yawDegrees: face.yawDegrees - neutral.yawDegrees,
    pitchDegrees: face.pitchDegrees - neutral.pitchDegrees,
    rollDegrees: face.rollDegrees - neutral.rollDegrees,
    leftEyeClosure: 1 - face.eyeAspectRatioLeft / neutral.eyeAspectRatioLeft,
    rightEyeClosure: 1 - face.eyeAspectRatioRight / neutral.eyeAspectRatioRight,
    mouthWidening: face.mouthWidthRatio / neutral.mouthWidthRatio - 1,
    mouthOpening: face.mouthOpeningRatio - neutral.mouthOpeningRatio,
    leftCornerLift: 1 - face.cornerToEyeLeft / neutral.cornerToEyeLeft,
    rightCornerLift: 1 - face.cornerToEyeRight / neutral.cornerToEyeRight,
  };
}
