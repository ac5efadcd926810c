import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The lips part while the head faces ahead, and further than they did in the last moments: who talks opens them all the time. */
export const measureOpenMouth: GestureMeasure = (fromNeutral, fromRecent) => {
  const judged =
    Math.abs(fromNeutral.yawDegrees) < T.expressionWithinYawDegrees &&
    Math.abs(fromNeutral.pitchDegrees) < T.turnJudgedWithinPitchDegrees;
  if (!judged) return undefined;
  return Math.min(
    fromNeutral.mouthOpening / T.openMouthOpening,
    fromRecent.mouthOpening / T.openMouthOpeningFromRecent,
  );
};
