import { GESTURE_NAMES, GESTURES, type GestureName } from '../../challenge/gesture.ts';
import type { ImageChange } from '../../challenge/gestures/gesture-record.ts';
import { thumbnailDifference } from './face-thumbnail.ts';
import type { FaceFindings } from './image-inspector.ts';
import { HIDDEN_SOUNDNESS, OCCLUSION } from './thresholds.ts';

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
  const change = imageChange(face, neutral);
  return GESTURE_NAMES.flatMap((name) => {
    const { hidesFace, service } = GESTURES[name];
    if (!isAbove(face, hidesFace ? HIDDEN_SOUNDNESS : OCCLUSION)) return [];
    const clearness = (service.measure(change) ?? 0) / service.smallestChange;
    return clearness >= 1 ? [{ name, clearness }] : [];
  }).toSorted((a, b) => b.clearness - a.clearness);
}

/** Whether detector and mesh are both as sure of the face as asked. */
export function isAbove(
  face: FaceFindings,
  minimum: { readonly detectorScore: number; readonly faceFlag: number },
): boolean {
  return face.detectorScore >= minimum.detectorScore && face.faceFlag >= minimum.faceFlag;
}

function imageChange(image: FaceFindings, neutralImage: FaceFindings): ImageChange {
  const { measured: face } = image;
  const { measured: neutral } = neutralImage;
  return {
    yawDegrees: face.yawDegrees - neutral.yawDegrees,
    pitchDegrees: face.pitchDegrees - neutral.pitchDegrees,
    leftEyeClosure: 1 - face.eyeAspectRatioLeft / neutral.eyeAspectRatioLeft,
    rightEyeClosure: 1 - face.eyeAspectRatioRight / neutral.eyeAspectRatioRight,
    mouthWidening: face.mouthWidthRatio / neutral.mouthWidthRatio - 1,
    mouthOpening: face.mouthOpeningRatio - neutral.mouthOpeningRatio,
    eyeBandChange: thumbnailDifference(image.thumbnail, neutralImage.thumbnail).eyes,
  };
}
