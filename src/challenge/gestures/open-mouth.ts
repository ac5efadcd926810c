import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The lips part while the head faces ahead. */
export const measureOpenMouth: GestureMeasure = (change) => {
  const judged =
    Math.abs(change.yawDegrees) < T.mouthJudgedWithinYawDegrees &&
    Math.abs(change.pitchDegrees) < T.turnJudgedWithinPitchDegrees;
  return judged ? change.mouthOpening / T.openMouthOpening : undefined;
};
