import { THRESHOLDS as T } from './challenge-thresholds.ts';
import type { FaceChange } from './face-change.ts';
import { medianOf } from './neutral-face.ts';

/** How the face differed from the neutral one in the last moments, oldest first. */
export type RecentRest = readonly { readonly atMs: number; readonly change: FaceChange }[];

/** Adds a frame, if the last one is some time ago, and forgets the old ones. Pure. */
export function remember(recent: RecentRest, change: FaceChange, nowMs: number): RecentRest {
  const last = recent.at(-1);
  if (last && nowMs - last.atMs < T.recentStepMs) return recent;
  return [...recent.filter(({ atMs }) => nowMs - atMs < T.recentMs), { atMs: nowMs, change }];
}

/**
 * How the face differs from what it was in the last moments: their median, which a gesture is too short to move.
 * A head that has settled a few degrees beside its neutral pose, or eyes that are wider open by now, are so taken as
 * rest. Without recent frames the neutral face stands for them. Pure.
 */
export function changeFromRecent(change: FaceChange, recent: RecentRest): FaceChange {
  const rest = (signal: keyof FaceChange): number =>
    medianOf(recent.map((moment) => moment.change[signal]));
  const part = (signal: `${'left' | 'right'}${'EyeClosure' | 'CornerLift'}`): number =>
    1 - (1 - change[signal]) / (1 - rest(signal));
  return {
    yawDegrees: change.yawDegrees - rest('yawDegrees'),
    pitchDegrees: change.pitchDegrees - rest('pitchDegrees'),
    rollDegrees: change.rollDegrees - rest('rollDegrees'),
    leftEyeClosure: part('leftEyeClosure'),
    rightEyeClosure: part('rightEyeClosure'),
    mouthWidening: (1 + change.mouthWidening) / (1 + rest('mouthWidening')) - 1,
    mouthOpening: change.mouthOpening - rest('mouthOpening'),
    leftCornerLift: part('leftCornerLift'),
    rightCornerLift: part('rightCornerLift'),
  };
}
