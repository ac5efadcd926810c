import type { FaceMeasurements } from '../face/face-signals.ts';
import type { FaceCover } from '../mesh/face-cover.ts';
import { type NeutralLimits, THRESHOLDS as T } from './challenge-thresholds.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import type { NeutralFace } from './neutral-face.ts';

/** Whether a face has a fault. `lasting` says that it had it a frame ago: then it ends later than it began. */
export type HintRule = (face: FaceMeasurements, lasting: boolean) => boolean;

/** Whether a value is above its limit, or was and is not yet below the second one. */
export function isOverLimit(value: number, [begins, ends]: readonly number[], lasting: boolean) {
  return value > ((lasting ? ends : begins) ?? begins ?? Number.POSITIVE_INFINITY);
}

/** The same, below. */
export function isUnderLimit(value: number, [begins, ends]: readonly number[], lasting: boolean) {
  return value < ((lasting ? ends : begins) ?? begins ?? Number.NEGATIVE_INFINITY);
}

/** How far the face's centre is from the frame's, in frame widths and heights; positive to the right and down. */
export function offCentre({ box }: FaceMeasurements): { x: number; y: number } {
  return { x: box.x + box.width / 2 - 0.5, y: box.y + box.height / 2 - 0.5 };
}

/** Whether all of the face is in the frame. */
export function isWhole({ box: { x, y, width, height } }: FaceMeasurements): boolean {
  const margin = T.wholeFaceMargin;
  return Math.min(x, y) >= margin && Math.max(x + width, y + height) <= 1 - margin;
}

/** The face is smaller than this part of the frame's height. */
export const isFar: HintRule = ({ box }, lasting) =>
  isUnderLimit(box.height, [T.smallestFaceHeight, T.smallestFaceHeight + G.heightMargin], lasting);

/** Too few pixels between the eyes, on a camera that has them when one comes closer. */
export const hasFewPixels: HintRule = ({ box, interocularPx }, lasting) => {
  const [fewest] = G.fewestEyePx;
  const heightNeeded = (fewest * box.height) / interocularPx;
  return heightNeeded <= G.comfortableHeight && isUnderLimit(interocularPx, G.fewestEyePx, lasting);
};

export const isNear: HintRule = ({ box }, lasting) =>
  isOverLimit(box.height, [T.largestFaceHeight, T.largestFaceHeight - G.heightMargin], lasting);

/** The head is turned or tipped further than the neutral pose may be. */
export function isTurnedAway(limits: NeutralLimits): HintRule {
  return (face, lasting) => {
    const beyond = (degrees: number, limit: number): boolean =>
      isOverLimit(Math.abs(degrees), [limit, limit - G.angleMarginDegrees], lasting);
    return (
      beyond(face.yawDegrees, limits.yawDegrees) ||
      beyond(face.pitchDegrees, limits.pitchDegrees) ||
      beyond(face.rollDegrees, limits.rollDegrees)
    );
  };
}

/** The mouth is wide, open, or pulled up at one corner alone. */
export function isGrimacing(limits: NeutralLimits): HintRule {
  return (face, lasting) => {
    const beyond = (ratio: number, limit: number): boolean =>
      isOverLimit(ratio, [limit, limit - G.mouthMargin], lasting);
    return (
      beyond(face.mouthWidthRatio, limits.mouthWidth) ||
      beyond(face.mouthOpeningRatio, limits.mouthOpening) ||
      beyond(mouthUnevenness(face), limits.mouthUnevenness)
    );
  };
}

/** How much nearer one mouth corner is to its eye than the other, as a part of their mean distance. */
function mouthUnevenness({ cornerToEyeLeft, cornerToEyeRight }: FaceMeasurements): number {
  return (2 * Math.abs(cornerToEyeLeft - cornerToEyeRight)) / (cornerToEyeLeft + cornerToEyeRight);
}

/**
 * Something is in front of the face: the nose has another colour than the forehead, the eyes lie in the dark, or the
 * detector hardly knows it for a face. A picture out of focus does that to the detector, too, and says nothing.
 */
export const isCovered: HintRule = (face, lasting) =>
  isMasked(face.cover, lasting) ||
  (isUnderLimit(face.detectorScore ?? 1, G.coveredDetectorScore, lasting) &&
    !isBlurred(face, true));

/** A mask or dark glasses, by their colours. */
function isMasked(cover: FaceCover | undefined, lasting: boolean): boolean {
  return (
    cover !== undefined &&
    (isOverLimit(cover.noseColour, G.coveredNoseColour, lasting) ||
      isOverLimit(cover.eyeShade, G.coveredEyeShade, lasting))
  );
}

export const hasShutEyes: HintRule = (face, lasting) =>
  isUnderLimit(Math.max(face.eyeAspectRatioLeft, face.eyeAspectRatioRight), G.shutEyes, lasting);

export const isDark: HintRule = ({ quality }, lasting) =>
  quality !== undefined && isUnderLimit(quality.luminance, G.darkLuminance, lasting);

export const isBright: HintRule = ({ quality }, lasting) =>
  quality !== undefined && isOverLimit(quality.clippedShare, G.clippedShare, lasting);

export const isBacklit: HintRule = ({ quality }, lasting) =>
  quality !== undefined &&
  quality.luminance < G.backlitBelowLuminance &&
  isOverLimit(quality.backgroundLuminance / Math.max(1, quality.luminance), G.backlight, lasting);

export const isBlurred: HintRule = ({ quality }, lasting) =>
  quality !== undefined && isUnderLimit(quality.sharpness, G.sharpness, lasting);

/**
 * Whether something has come before the face since its neutral image was taken. A gesture that hides the face from the
 * detector is given more room; and the light on a face whose head moves is not judged at all. Pure.
 */
export function isCoveredDuring(
  gesture: GestureRecord,
  { detectorScore = 1, cover }: FaceMeasurements,
  neutral: NeutralFace,
): boolean {
  const drop = gesture.hidesFace ? G.coveredDropWhenHidden : G.coveredDrop;
  if (detectorScore < (neutral.detectorScore ?? 1) - drop) return true;
  // Who kept the mask on for the neutral image may keep it on.
  return gesture.moves !== 'head' && isMasked(cover, false) && !isMasked(neutral.cover, true);
}
