import type { FaceChange } from './face-change.ts';
import type { GestureName } from './gesture.ts';
import { GESTURE_MEASURES } from './gestures/gesture-table.ts';
import { changeFromRecent, type RecentRest, remember } from './recent-rest.ts';
import { THRESHOLDS as T } from './thresholds.ts';

/** How far the person has come with one gesture. A gesture counts only as a change: rest → gesture (→ for a blink: reopened). */
export type GestureProgress =
  /** Asked; what was begun before does not count until the face has been at rest. */
  | {
      readonly phase: 'resting';
      readonly recent: RecentRest;
      readonly restSinceMs: number | undefined;
    }
  /** At rest: the gesture may begin. */
  | { readonly phase: 'ready'; readonly recent: RecentRest }
  /** Past the threshold; the clearest frame is being looked for. */
  | {
      readonly phase: 'reached';
      /** From before the gesture began. */
      readonly recent: RecentRest;
      readonly reachedAtMs: number;
      readonly lastOverAtMs: number;
      readonly peak: number;
      readonly peakAtMs: number;
      readonly framesOver: number;
    }
  | { readonly phase: 'seen' };

/** Where every gesture starts. */
export const ASKED: GestureProgress = { phase: 'resting', recent: [], restSinceMs: undefined };

/** More than this is not clearer: a head turned far shows less face. */
const CLEAREST_STRENGTH = 1.8;
/** One frame alone can be a slip of the tracker; a blink can be that short. */
const FEWEST_FRAMES_OVER = 2;
/** How long a gesture must last to be one. Speech moves the mouth for less; the others may be as short as they like. */
const SHORTEST_MS: Partial<Readonly<Record<GestureName, number>>> = {
  smile: T.smileShortestMs,
  'open-mouth': T.openMouthShortestMs,
};

/** The next progress, and whether this frame is the clearest so far. */
export interface GestureAdvance {
  readonly progress: GestureProgress;
  readonly clearest: boolean;
}

/**
 * Takes one frame's change from neutral; `undefined` when no face could be measured in it. Pure.
 * `nowMs` is the clock of the check.
 */
export function advanceGesture(
  gesture: GestureName,
  progress: GestureProgress,
  change: FaceChange | undefined,
  nowMs: number,
): GestureAdvance {
  if (progress.phase === 'seen') return { progress, clearest: false };
  const fromRecent = change && changeFromRecent(change, progress.recent);
  const strength = change && fromRecent && GESTURE_MEASURES[gesture](change, fromRecent);
  switch (progress.phase) {
    case 'resting':
      return { progress: rest(progress, change, strength, nowMs), clearest: false };
    case 'ready':
      return strength !== undefined && strength >= 1
        ? { progress: reach(progress.recent, strength, nowMs), clearest: true }
        : { progress: wait(progress, change, nowMs), clearest: false };
    case 'reached':
      return gesture === 'blink'
        ? followBlink(progress, fromRecent, strength, nowMs)
        : followPeak(gesture, progress, change, strength, nowMs);
  }
}

type Resting = Extract<GestureProgress, { phase: 'resting' }>;
type Ready = Extract<GestureProgress, { phase: 'ready' }>;
type Reached = Extract<GestureProgress, { phase: 'reached' }>;

function rest(
  { recent, restSinceMs }: Resting,
  change: FaceChange | undefined,
  strength: number | undefined,
  nowMs: number,
): GestureProgress {
  if (!change) return ASKED;
  const remembered = remember(recent, change, nowMs);
  if (strength === undefined || strength >= T.restStrength) {
    return { phase: 'resting', recent: remembered, restSinceMs: undefined };
  }
  const sinceMs = restSinceMs ?? nowMs;
  return nowMs - sinceMs >= T.restMs
    ? { phase: 'ready', recent: remembered }
    : { phase: 'resting', recent: remembered, restSinceMs: sinceMs };
}

function wait({ recent }: Ready, change: FaceChange | undefined, nowMs: number): Ready {
  return { phase: 'ready', recent: change ? remember(recent, change, nowMs) : recent };
}

function reach(recent: RecentRest, strength: number, nowMs: number): Reached {
  return {
    phase: 'reached',
    recent,
    reachedAtMs: nowMs,
    lastOverAtMs: nowMs,
    peak: Math.min(strength, CLEAREST_STRENGTH),
    peakAtMs: nowMs,
    framesOver: 1,
  };
}

/** A gesture that is held: done when it has lasted and has not become clearer for a while, or is over. */
function followPeak(
  gesture: GestureName,
  progress: Reached,
  change: FaceChange | undefined,
  strength: number | undefined,
  nowMs: number,
): GestureAdvance {
  // A far turn loses the face for a moment: nothing is known until it is back.
  if (strength === undefined && nowMs - progress.lastOverAtMs < T.faceGapMs) {
    return change && gesture === 'smile'
      ? { progress: ASKED, clearest: false }
      : { progress, clearest: false };
  }
  const capped = Math.min(strength ?? 0, CLEAREST_STRENGTH);
  const isOver = capped < T.keptStrength;
  const clearest = capped > progress.peak;
  const next: Reached = {
    ...progress,
    ...(isOver ? {} : { lastOverAtMs: nowMs, framesOver: progress.framesOver + 1 }),
    ...(clearest ? { peak: capped, peakAtMs: nowMs } : {}),
  };
  const counts =
    next.framesOver >= FEWEST_FRAMES_OVER &&
    next.lastOverAtMs - next.reachedAtMs >= (SHORTEST_MS[gesture] ?? 0);
  if (isOver) {
    return {
      progress: counts ? { phase: 'seen' } : { phase: 'ready', recent: progress.recent },
      clearest: false,
    };
  }
  return counts && nowMs - next.peakAtMs >= T.peakMs
    ? { progress: { phase: 'seen' }, clearest }
    : { progress: next, clearest };
}

/** A blink counts when both eyes are open again in time; the most closed frame is the clearest. */
function followBlink(
  progress: Reached,
  fromRecent: FaceChange | undefined,
  strength: number | undefined,
  nowMs: number,
): GestureAdvance {
  if (nowMs - progress.reachedAtMs > T.blinkLongestMs) return { progress: ASKED, clearest: false };
  if (!fromRecent) return { progress, clearest: false };
  const closure = Math.max(fromRecent.leftEyeClosure, fromRecent.rightEyeClosure);
  if (closure <= T.blinkReopenedClosure) return { progress: { phase: 'seen' }, clearest: false };
  if (strength === undefined || strength <= progress.peak) return { progress, clearest: false };
  return { progress: { ...progress, peak: strength, peakAtMs: nowMs }, clearest: true };
}
