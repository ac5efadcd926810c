import type { FaceMeasurements } from '../face/face-signals.ts';
import type { FaceChange } from './face-change.ts';
import type { GestureProgress } from './gesture-progress.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import { changeFromRecent } from './recent-rest.ts';

/** What makes a frame good evidence of a gesture. */
export interface KeptEvidence {
  /** Gesture strength; 1 counts. */
  readonly strength: number;
  /** As in `FaceQuality`; `undefined` when it is not known. */
  readonly sharpness: number | undefined;
}

/**
 * Whether a frame shows the gesture better than the kept one: the sharpest of those near its peak, and where sharpness
 * says nothing, the strongest. `peak` is the greatest strength so far, this frame's included. Pure.
 */
export function isBetterEvidence(
  kept: KeptEvidence | undefined,
  frame: KeptEvidence,
  peak: number,
): boolean {
  if (!kept) return frame.strength >= 1;
  const isNearPeak = (strength: number): boolean => strength >= G.nearPeak * peak;
  if (isClearlySharper(frame, kept)) return isNearPeak(frame.strength);
  if (isClearlySharper(kept, frame)) return !isNearPeak(kept.strength);
  return frame.strength > kept.strength;
}

function isClearlySharper(one: KeptEvidence, other: KeptEvidence): boolean {
  if (one.sharpness === undefined || other.sharpness === undefined) return false;
  return one.sharpness > other.sharpness * G.clearlySharper;
}

/**
 * The evidence after this frame, and whether it is this frame. Before the gesture has reached its threshold there is
 * none, and a false start's is forgotten. Pure.
 */
export function chooseEvidence(
  kept: KeptEvidence | undefined,
  gesture: GestureRecord,
  progress: GestureProgress,
  face: FaceMeasurements | undefined,
  change: FaceChange | undefined,
): { evidence: KeptEvidence | undefined; keepFrame: boolean } {
  if (progress.phase !== 'reached') return { evidence: undefined, keepFrame: false };
  const fromRecent = change && changeFromRecent(change, progress.recent);
  const strength = change && fromRecent && gesture.page.measure(change, fromRecent);
  if (!face || strength === undefined) return { evidence: kept, keepFrame: false };
  const { peak } = progress;
  const frame = { strength: Math.min(strength, peak), sharpness: face.quality?.sharpness };
  return isBetterEvidence(kept, frame, peak)
    ? { evidence: frame, keepFrame: true }
    : { evidence: kept, keepFrame: false };
}
