import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The head turns to one side, without a nod. `side` is the person's own. */
export function measureTurn(side: 'left' | 'right'): GestureMeasure {
  const sign = side === 'left' ? 1 : -1;
  return (fromNeutral, fromRecent) =>
    Math.abs(fromNeutral.pitchDegrees) < T.turnJudgedWithinPitchDegrees
      ? Math.min(
          (sign * fromNeutral.yawDegrees) / T.turnDegrees,
          (sign * fromRecent.yawDegrees) / T.turnDegreesFromRecent,
        )
      : undefined;
}
