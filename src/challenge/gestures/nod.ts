import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The head tips up or down, without a turn. */
export function measureNod(direction: 'up' | 'down'): GestureMeasure {
  const sign = direction === 'up' ? 1 : -1;
  return (fromNeutral, fromRecent) =>
    Math.abs(fromRecent.yawDegrees) < T.nodJudgedWithinYawDegrees
      ? Math.min(
          (sign * fromNeutral.pitchDegrees) / T.nodDegrees,
          (sign * fromRecent.pitchDegrees) / T.nodDegreesFromRecent,
        )
      : undefined;
}
