import type { GestureName } from '../../challenge/gesture.ts';
import { thumbnailDifference } from './face-thumbnail.ts';
import type { FaceFindings } from './image-inspector.ts';
import {
  BLINK_EYE_BAND_CHANGE,
  EXPRESSION_JUDGED_WITHIN,
  GESTURE_MINIMUM,
  NOD_JUDGED_WITHIN_YAW_DEGREES,
  NOD_SOUNDNESS,
  OCCLUSION,
} from './thresholds.ts';

/** A gesture that a face shows against the neutral one. */
export interface ShownGesture {
  readonly name: GestureName;
  /** Change ÷ smallest change that counts: 1 and more. */
  readonly clearness: number;
}

/**
 * The clearest gesture that the face shows as a change from the neutral one, or undefined when it shows none. Pure.
 *
 * The contract has no field for what was asked, so it is inferred. A blink that the plain mesh did not follow shows none:
 * the answer "undefined" never proves that nothing was done.
 */
export function shownGesture(face: FaceFindings, neutral: FaceFindings): ShownGesture | undefined {
  return shownGestures(face, neutral)[0];
}

/** Every gesture that the face shows as a change from the neutral one, the clearest first. Pure. */
export function shownGestures(face: FaceFindings, neutral: FaceFindings): ShownGesture[] {
  const yaw = face.measured.yawDegrees - neutral.measured.yawDegrees;
  const pitch = face.measured.pitchDegrees - neutral.measured.pitchDegrees;
  const isSound = isAbove(face, OCCLUSION);
  const shown: ShownGesture[] = [];
  const consider = (name: GestureName, change: number, minimum: number) => {
    if (change >= minimum) shown.push({ name, clearness: change / minimum });
  };
  if (isSound)
    consider(yaw > 0 ? 'turn-left' : 'turn-right', Math.abs(yaw), GESTURE_MINIMUM.turnDegrees);
  if (isAbove(face, NOD_SOUNDNESS) && Math.abs(yaw) < NOD_JUDGED_WITHIN_YAW_DEGREES) {
    consider(pitch > 0 ? 'nod-up' : 'nod-down', Math.abs(pitch), GESTURE_MINIMUM.nodDegrees);
  }
  if (
    isSound &&
    Math.abs(yaw) < EXPRESSION_JUDGED_WITHIN.yawDegrees &&
    Math.abs(pitch) < EXPRESSION_JUDGED_WITHIN.pitchDegrees
  ) {
    const opening = face.measured.mouthOpeningRatio - neutral.measured.mouthOpeningRatio;
    consider('open-mouth', opening, GESTURE_MINIMUM.mouthOpening);
    consider('smile', mouthWidening(face, neutral), GESTURE_MINIMUM.mouthWidening);
    const eyeChange = thumbnailDifference(face.thumbnail, neutral.thumbnail).eyes;
    if (opening < GESTURE_MINIMUM.mouthOpening && eyeChange >= BLINK_EYE_BAND_CHANGE) {
      consider('blink', eyeClosure(face, neutral), GESTURE_MINIMUM.eyeClosure);
    }
  }
  return shown.toSorted((a, b) => b.clearness - a.clearness);
}

/** Whether detector and mesh are both as sure of the face as asked. */
export function isAbove(
  face: FaceFindings,
  minimum: { readonly detectorScore: number; readonly faceFlag: number },
): boolean {
  return face.detectorScore >= minimum.detectorScore && face.faceFlag >= minimum.faceFlag;
}

function mouthWidening(face: FaceFindings, neutral: FaceFindings): number {
  return face.measured.mouthWidthRatio / neutral.measured.mouthWidthRatio - 1;
}

function eyeClosure({ measured: face }: FaceFindings, { measured: neutral }: FaceFindings): number {
  return Math.min(
    1 - face.eyeAspectRatioLeft / neutral.eyeAspectRatioLeft,
    1 - face.eyeAspectRatioRight / neutral.eyeAspectRatioRight,
  );
}
