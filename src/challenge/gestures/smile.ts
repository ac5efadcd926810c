import type { FaceChange } from '../face-change.ts';
import { THRESHOLDS as T } from '../thresholds.ts';
import { isFacingAhead } from './facing-ahead.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/**
 * The mouth grows wider while the head faces ahead. A wide open mouth is not a smile, however wide, and neither is a
 * smirk, which pulls up one corner alone.
 */
export const measureSmile: GestureMeasure = (fromNeutral, fromRecent) => {
  if (!isFacingAhead(fromNeutral)) return undefined;
  if (fromNeutral.mouthOpening >= T.smileBelowMouthOpening) return undefined;
  if (Math.min(unevenness(fromNeutral), unevenness(fromRecent)) > T.smileUnevenness) return 0;
  return Math.min(
    fromRecent.mouthWidening / T.smileWidening,
    fromNeutral.mouthWidening / T.smileWideningFromNeutral,
  );
};

function unevenness({ leftCornerLift, rightCornerLift }: FaceChange): number {
  return Math.abs(leftCornerLift - rightCornerLift);
}
