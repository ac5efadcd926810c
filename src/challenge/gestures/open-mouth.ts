import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The lips part while the head faces ahead. Lips that meet are the same for everybody: only the neutral face counts. */
export const measureOpenMouth: GestureMeasure = (fromNeutral) => {
  const judged =
    Math.abs(fromNeutral.yawDegrees) < T.expressionWithinYawDegrees &&
    Math.abs(fromNeutral.pitchDegrees) < T.turnJudgedWithinPitchDegrees;
  return judged ? fromNeutral.mouthOpening / T.openMouthOpening : undefined;
};
