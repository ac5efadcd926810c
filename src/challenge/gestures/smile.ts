import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The mouth grows wider while the head faces ahead. */
export const measureSmile: GestureMeasure = (change) => {
  const judged =
    Math.abs(change.yawDegrees) < T.mouthJudgedWithinYawDegrees &&
    Math.abs(change.pitchDegrees) < T.mouthJudgedWithinPitchDegrees &&
    change.mouthOpening < T.smileBelowMouthOpening;
  return judged ? change.mouthWidening / T.smileWidening : undefined;
};
