import type { FaceMeasurements } from '../face/face-signals.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import { THRESHOLDS as T } from './thresholds.ts';

/** Whether a face has a fault. `lasting` says that it had it a frame ago: then it ends later than it began. */
export type HintRule = (face: FaceMeasurements, lasting: boolean) => boolean;

/** Whether a value is above its limit, or was and is not yet below the second one. */
export function isAbove(value: number, [begins, ends]: readonly number[], lasting: boolean) {
  return value > ((lasting ? ends : begins) ?? begins ?? Number.POSITIVE_INFINITY);
}

/** The same, below. */
export function isBelow(value: number, [begins, ends]: readonly number[], lasting: boolean) {
  return value < ((lasting ? ends : begins) ?? begins ?? Number.NEGATIVE_INFINITY);
}

/** How far the face's centre is from the frame's, in frame widths and heights; positive to the right and down. */
export function offCentre({ box }: FaceMeasurements): { x: number; y: number } {
  return { x: box.x + box.width / 2 - 0.5, y: box.y + box.height / 2 - 0.5 };
}

/** The face is smaller than this part of the frame's height. */
export const isFar: HintRule = ({ box }, lasting) =>
  isBelow(box.height, [T.smallestFaceHeight, T.smallestFaceHeight + G.heightMargin], lasting);

/** Too few pixels between the eyes, on a camera that has them when one comes closer. */
export const hasFewPixels: HintRule = ({ box, interocularPx }, lasting) => {
  const [fewest] = G.fewestEyePx;
  const heightNeeded = (fewest * box.height) / interocularPx;
  return heightNeeded <= G.comfortableHeight && isBelow(interocularPx, G.fewestEyePx, lasting);
};

export const isNear: HintRule = ({ box }, lasting) =>
  isAbove(box.height, [T.largestFaceHeight, T.largestFaceHeight - G.heightMargin], lasting);

export const isTurnedAway: HintRule = (face, lasting) => {
  const beyond = (degrees: number, limit: number): boolean =>
    isAbove(Math.abs(degrees), [limit, limit - G.angleMarginDegrees], lasting);
  return (
    beyond(face.yawDegrees, T.neutralYawDegrees) ||
    beyond(face.pitchDegrees, T.neutralPitchDegrees) ||
    beyond(face.rollDegrees, T.neutralRollDegrees)
  );
};

export const isGrimacing: HintRule = (face, lasting) => {
  const beyond = (ratio: number, limit: number): boolean =>
    isAbove(ratio, [limit, limit - G.mouthMargin], lasting);
  return (
    beyond(face.mouthWidthRatio, T.neutralMouthWidth) ||
    beyond(face.mouthOpeningRatio, T.neutralMouthOpening)
  );
};

export const hasShutEyes: HintRule = (face, lasting) =>
  isBelow(Math.max(face.eyeAspectRatioLeft, face.eyeAspectRatioRight), G.shutEyes, lasting);

export const isDark: HintRule = ({ quality }, lasting) =>
  quality !== undefined && isBelow(quality.luminance, G.darkLuminance, lasting);

export const isBright: HintRule = ({ quality }, lasting) =>
  quality !== undefined && isAbove(quality.clippedShare, G.clippedShare, lasting);

export const isBacklit: HintRule = ({ quality }, lasting) =>
  quality !== undefined &&
  quality.luminance < G.backlitBelowLuminance &&
  isAbove(quality.backgroundLuminance / Math.max(1, quality.luminance), G.backlight, lasting);

export const isBlurred: HintRule = ({ quality }, lasting) =>
  quality !== undefined && isBelow(quality.sharpness, G.sharpness, lasting);
