import type { FaceChange } from '../face-change.ts';
import { THRESHOLDS as T } from '../thresholds.ts';
import { isFacingAhead } from './facing-ahead.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/**
 * The mouth grows wider and both its corners rise, while the head faces ahead. Lips that are pressed or stretched in
 * speech do the one without the other. A wide open mouth is not a smile, however wide, and neither is a smirk,
 * which pulls up one corner alone.
 */
export const measureSmile: GestureMeasure = (fromNeutral, fromRecent) => {
  if (!isFacingAhead(fromNeutral)) return undefined;
  if (fromNeutral.mouthOpening >= T.smileBelowMouthOpening) return undefined;
  if (Math.min(unevenness(fromNeutral), unevenness(fromRecent)) > T.smileUnevenness) return 0;
  const width = fromRecent.mouthWidening / T.smileWidening;
  const lift = cornerLift(fromRecent) / T.smileCornerLift;
  return Math.min(
    (width + lift) / 2,
    width / T.smileLeastShare,
    lift / T.smileLeastShare,
    fromNeutral.mouthWidening / T.smileWideningFromNeutral,
  );
};

/** How far the corner that rose less has risen. A jaw that drops takes the corners with it, which is made up for. */
function cornerLift({ leftCornerLift, rightCornerLift, mouthOpening }: FaceChange): number {
  return (
    Math.min(leftCornerLift, rightCornerLift) + T.cornerDropByOpening * Math.max(0, mouthOpening)
  );
}

function unevenness({ leftCornerLift, rightCornerLift }: FaceChange): number {
  return Math.abs(leftCornerLift - rightCornerLift);
}
