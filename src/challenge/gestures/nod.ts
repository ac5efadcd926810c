import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The head tips up or down, without a turn. */
export function measureNod(direction: 'up' | 'down'): GestureMeasure {
  const sign = direction === 'up' ? 1 : -1;
  return (change) =>
    Math.abs(change.yawDegrees) < T.nodJudgedWithinYawDegrees
      ? (sign * change.pitchDegrees) / T.nodDegrees
      : undefined;
}
