import { GESTURE_NAMES, GESTURES, type GestureName } from '../../../challenge/gesture.ts';
import type { ImageChange } from '../../../challenge/gestures/gesture-record.ts';
import { NEUTRAL_DETECTOR_SCORE } from '../../../mesh/face-limits.ts';
import type { MeasuredFace } from '../../../mesh/measure-mesh.ts';
import { thumbnailDifference } from '../faces/face-thumbnail.ts';
import type { FaceFindings } from '../faces/image-inspector.ts';

/** How clearly a face shows a gesture against the neutral one. */
export interface GestureClearness {
  readonly gesture: GestureName;
  /** Change ÷ smallest change that counts: 1 and more counts. */
  readonly clearness: number;
}

/** How sure detector and mesh are of a face, 0..1 each. */
export interface Sureness {
  readonly detectorScore: number;
  readonly faceFlag: number;
}

/** Below either the face is likely covered. Clips: free neutral faces 0.85 and 1 at least. */
export const SURE_FACE: Sureness = { detectorScore: NEUTRAL_DETECTOR_SCORE, faceFlag: 0.9 };
/**
 * A nod hides the face from the detector; below these not even such a gesture is measured. Clips: nods 0.67 and 0.08 at
 * least; hands 0.5–0.7 and 0.00–0.01.
 */
const SURE_HIDDEN_FACE: Sureness = { detectorScore: 0.65, faceFlag: 0.05 };

/**
 * How clearly the face shows each gesture as a change from the neutral one, the clearest first. Pure. A gesture that cannot
 * be measured in this face, because the face is too uncertain or another movement bends the measure, is left out: that
 * never proves that nothing was done.
 *
 * @param among those that are looked for. A dot is told from a turn or a nod only by who asked for it
 */
export function measureGestures(
  face: FaceFindings,
  neutral: FaceFindings,
  among: readonly GestureName[] = GESTURE_NAMES,
): GestureClearness[] {
  const change = imageChange(face, neutral);
  return among
    .flatMap((gesture) => {
      const { hidesFace, service } = GESTURES[gesture];
      if (!isSure(face, hidesFace ? SURE_HIDDEN_FACE : SURE_FACE)) return [];
      const measured = service.measure(change);
      if (measured === undefined) return [];
      return [{ gesture, clearness: Math.max(0, measured / service.smallestChange) }];
    })
    .toSorted((a, b) => b.clearness - a.clearness);
}

/** Whether detector and mesh are both as sure of the face as asked. */
export function isSure(face: Sureness, minimum: Sureness): boolean {
  return face.detectorScore >= minimum.detectorScore && face.faceFlag >= minimum.faceFlag;
}

function imageChange(image: FaceFindings, neutral: FaceFindings): ImageChange {
  return {
    ...changeOf(image.measured, neutral.measured),
    eyeBandChange: thumbnailDifference(image.thumbnail, neutral.thumbnail).eyes,
  };
}

/** How a measured face differs from the neutral one, but for what only pictures show. */
export function changeOf(
  face: MeasuredFace,
  neutral: MeasuredFace,
): Omit<ImageChange, 'eyeBandChange'> {
  return {
    yawDegrees: face.yawDegrees - neutral.yawDegrees,
    pitchDegrees: face.pitchDegrees - neutral.pitchDegrees,
    leftEyeClosure: 1 - face.eyeAspectRatioLeft / neutral.eyeAspectRatioLeft,
    rightEyeClosure: 1 - face.eyeAspectRatioRight / neutral.eyeAspectRatioRight,
    mouthWidening: face.mouthWidthRatio / neutral.mouthWidthRatio - 1,
    mouthOpening: face.mouthOpeningRatio - neutral.mouthOpeningRatio,
  };
}
