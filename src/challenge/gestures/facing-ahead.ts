import type { FaceChange } from '../face-change.ts';
import { THRESHOLDS as T } from '../thresholds.ts';

/** Whether eyes and mouth can be judged: turns and nods bend them. The service judges them within the same angles. */
export function isFacingAhead(fromNeutral: FaceChange): boolean {
  return (
    Math.abs(fromNeutral.yawDegrees) < T.expressionWithinYawDegrees &&
    Math.abs(fromNeutral.pitchDegrees) < T.expressionWithinPitchDegrees
  );
}
