import { THRESHOLDS as T } from './challenge-thresholds.ts';
import type { FaceChange } from './face-change.ts';
import { ASKED, type GestureAdvance, type JudgedFrame, type Reached } from './gesture-progress.ts';
import type { GestureCourse } from './gestures/gesture-record.ts';

/** One frame after the gesture has begun. */
export interface FollowedFrame {
  /** From neutral; `undefined` when no face could be measured. */
  readonly change: FaceChange | undefined;
  readonly fromRecent: FaceChange | undefined;
  /** Of the gesture; `undefined` when it could not be judged. */
  readonly strength: number | undefined;
  readonly nowMs: number;
}

/** Follows a gesture that has begun, as its course says, until it counts or has to begin again. Pure. */
export function followGesture(
  course: GestureCourse,
  progress: Reached,
  frame: FollowedFrame,
): GestureAdvance {
  switch (course.kind) {
    case 'held':
      return followHeld(course, progress, frame);
    case 'closing':
      return followClosing(course, progress, frame);
    case 'peaks':
      return followPeaks(course, progress, frame);
  }
}

/** When the strength passed a level between two frames, by linear interpolation; `undefined` when it did not, or the gap between the frames is too long to say. */
export function crossingMs(from: JudgedFrame, to: JudgedFrame, level: number): number | undefined {
  const wayMs = to.atMs - from.atMs;
  const part = (level - from.strength) / (to.strength - from.strength);
  return wayMs <= T.frameGapMs && part >= 0 && part <= 1 ? from.atMs + part * wayMs : undefined;
}

type Course<Kind> = Extract<GestureCourse, { kind: Kind }>;

/** Done when it has lasted and has not become clearer for a while, or is over. */
function followHeld(
  { shortestMs, whenDisturbed }: Course<'held'>,
  progress: Reached,
  { change, strength, nowMs }: FollowedFrame,
): GestureAdvance {
  // A far turn loses the face for a moment: nothing is known until it is back.
  if (strength === undefined && nowMs - progress.lastOver.atMs < T.faceGapMs) {
    return change && whenDisturbed === 'start-over'
      ? { progress: ASKED, clearest: false }
      : { progress, clearest: false };
  }
  const capped = Math.min(strength ?? 0, T.clearestStrength);
  const now = { atMs: nowMs, strength: strength ?? 0 };
  const isOver = capped < T.keptStrength;
  const clearest = capped > progress.peak;
  const next: Reached = {
    ...progress,
    ...(isOver ? {} : { lastOver: now, framesOver: progress.framesOver + 1 }),
    ...(clearest ? { peak: capped, peakAtMs: nowMs } : {}),
  };
  // It begins and ends between two frames: so few frames a second make it no shorter.
  const endedAtMs = crossingMs(next.lastOver, now, T.keptStrength) ?? next.lastOver.atMs;
  const counts = next.framesOver >= T.fewestFramesOver && endedAtMs - next.beganAtMs >= shortestMs;
  if (isOver) {
    return {
      progress: counts ? { phase: 'seen' } : { phase: 'ready', recent: progress.recent, last: now },
      clearest: false,
    };
  }
  return counts && nowMs - next.peakAtMs >= T.peakMs
    ? { progress: { phase: 'seen' }, clearest }
    : { progress: next, clearest };
}

/** Done when it is open again in time; the most closed frame is the clearest. */
function followClosing(
  { longestMs, isReopened }: Course<'closing'>,
  progress: Reached,
  { fromRecent, strength, nowMs }: FollowedFrame,
): GestureAdvance {
  if (nowMs - progress.reachedAtMs > longestMs) return { progress: ASKED, clearest: false };
  if (!fromRecent) return { progress, clearest: false };
  if (isReopened(fromRecent)) return { progress: { phase: 'seen' }, clearest: false };
  if (strength === undefined || strength <= progress.peak) return { progress, clearest: false };
  return { progress: { ...progress, peak: strength, peakAtMs: nowMs }, clearest: true };
}

/** Done when every peak of one order was passed in time; the frame of the strongest peak is the clearest. */
function followPeaks(
  course: Course<'peaks'>,
  progress: Reached,
  { change, fromRecent, strength, nowMs }: FollowedFrame,
): GestureAdvance {
  if (nowMs - progress.reachedAtMs > course.longestMs) return { progress: ASKED, clearest: false };
  if (!change || !fromRecent) return { progress, clearest: false };
  const capped = Math.min(strength ?? 0, T.clearestStrength);
  const clearest = capped > progress.peak;
  const passed = passPeaks(course, progress.passed, change, fromRecent);
  const isDone = passed.some((count, index) => count === course.orders[index]?.length);
  if (isDone) return { progress: { phase: 'seen' }, clearest };
  const peak = clearest ? { peak: capped, peakAtMs: nowMs } : {};
  return { progress: { ...progress, ...peak, passed }, clearest };
}

/** How many peaks of each order are passed after this frame: one frame of a peak is enough, since more must follow. */
export function passPeaks(
  course: GestureCourse,
  passed: readonly number[],
  fromNeutral: FaceChange,
  fromRecent: FaceChange,
): number[] {
  if (course.kind !== 'peaks') return [];
  return course.orders.map((measures, index) => {
    const count = passed[index] ?? 0;
    const strength = measures[count]?.(fromNeutral, fromRecent) ?? 0;
    return strength >= 1 ? count + 1 : count;
  });
}
