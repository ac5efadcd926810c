import type { FaceSignals } from '../face/face-signals.ts';
import type { Hint } from './hint.ts';
import { THRESHOLDS as T } from './thresholds.ts';

/**
 * The most urgent thing that keeps this face from being a good neutral face, or `undefined` when it is one.
 * Left and right are the person's own, which in the unmirrored frame are the right and the left.
 */
export function positionHint({ faceCount, face }: FaceSignals): Hint | undefined {
  if (faceCount === 2) return 'multiple-faces';
  if (!face) return 'no-face';
  const { box } = face;
  if (box.height < T.smallestFaceHeight) return 'move-closer';
  if (box.height > T.largestFaceHeight) return 'move-back';
  const offCentreX = box.x + box.width / 2 - 0.5;
  const offCentreY = box.y + box.height / 2 - 0.5;
  if (offCentreX > T.farthestOffCentreX) return 'move-right';
  if (offCentreX < -T.farthestOffCentreX) return 'move-left';
  if (offCentreY > T.farthestOffCentreY) return 'move-up';
  if (offCentreY < -T.farthestOffCentreY) return 'move-down';
  const ahead =
    Math.abs(face.yawDegrees) < T.neutralYawDegrees &&
    Math.abs(face.pitchDegrees) < T.neutralPitchDegrees &&
    Math.abs(face.rollDegrees) < T.neutralRollDegrees;
  if (!ahead) return 'look-straight';
  const relaxed =
    face.mouthWidthRatio < T.neutralMouthWidth && face.mouthOpeningRatio < T.neutralMouthOpening;
  return relaxed ? undefined : 'relax-face';
}
