import { THRESHOLDS as T } from '../thresholds.ts';
import type { GestureMeasure } from './gesture-measure.ts';

/** The head turns to one side, without a nod. `side` is the person's own. */
export function measureTurn(side: 'left' | 'right'): GestureMeasure {
  const sign = side === 'left' ? 1 : -1;
  return (change) =>
    Math.abs(change.pitchDegrees) < T.turnJudgedWithinPitchDegrees
      ? (sign * change.yawDegrees) / T.turnDegrees
      : undefined;
}
