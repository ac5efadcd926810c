import { THRESHOLDS as T } from '../thresholds.ts';
import { isFacingAhead } from './facing-ahead.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** Both eyes shut; the eye that closed less decides. */
export const measureBlink: GestureMeasure = (fromNeutral, fromRecent) => {
  if (!isFacingAhead(fromNeutral)) return undefined;
  // Open mouths pull the lids down.
  if (fromNeutral.mouthOpening >= T.lidsJudgedBelowMouthOpening) return undefined;
  return Math.min(
    Math.min(fromRecent.leftEyeClosure, fromRecent.rightEyeClosure) / T.blinkClosure,
    Math.min(fromNeutral.leftEyeClosure, fromNeutral.rightEyeClosure) / T.blinkClosureFromNeutral,
  );
};
