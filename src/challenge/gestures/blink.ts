import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** Both eyes shut; the eye that closed less decides. */
export const measureBlink: GestureMeasure = (change) => {
  const judged =
    Math.abs(change.yawDegrees) < T.lidsJudgedWithinYawDegrees &&
    Math.abs(change.pitchDegrees) < T.lidsJudgedWithinPitchDegrees &&
    change.mouthOpening < T.lidsJudgedBelowMouthOpening;
  if (!judged) return undefined;
  return Math.min(change.leftEyeClosure, change.rightEyeClosure) / T.blinkClosure;
};
