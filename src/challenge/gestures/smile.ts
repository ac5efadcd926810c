import { THRESHOLDS as T } from '../thresholds.ts';
import { isFacingAhead } from './facing-ahead.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The mouth grows wider while the head faces ahead. A wide open mouth is not a smile, however wide. */
export const measureSmile: GestureMeasure = (fromNeutral, fromRecent) => {
  if (!isFacingAhead(fromNeutral)) return undefined;
  if (fromNeutral.mouthOpening >= T.smileBelowMouthOpening) return undefined;
  return Math.min(
    fromRecent.mouthWidening / T.smileWidening,
    fromNeutral.mouthWidening / T.smileWideningFromNeutral,
  );
};
