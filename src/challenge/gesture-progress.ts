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
  | {
      readonly phase: 'ready';
      readonly recent: RecentRest;
      /** The last frame; absent when nothing could be judged in it. */
      readonly last: Judged | undefined;
    }
  /** Past the threshold; the clearest frame is being looked for. */
  | {
      readonly phase: 'reached';
      /** From before the gesture began. */
      readonly recent: RecentRest;
      /** When the threshold was passed, between two frames. */
      readonly beganAtMs: number;
      readonly reachedAtMs: number;
      readonly lastOver: Judged;
      readonly peak: number;
      readonly peakAtMs: number;
      readonly framesOver: number;
    }
  | { readonly phase: 'seen' };

/** How strong the gesture was in a frame. */
interface Judged {
  readonly atMs: number;
  readonly strength: number;
}

/** Where every gesture starts. */
export const ASKED: GestureProgress = { phase: 'resting', recent: [], restSinceMs: undefined };

/** More than this is not clearer: a head turned far shows less face. */
const CLEAREST_STRENGTH = 1.8;
/** One frame alone can be a slip of the tracker; a blink can be that short. */
const FEWEST_FRAMES_OVER = 2;
/** Longest time between two frames in which a gesture is taken to begin or end; of a longer gap nothing is known. */
const FRAME_GAP_MS = 150;
/** How long a gesture must last to be one. Speech moves the mouth for less; the others may be as short as they like. */
function shortestMs(gesture: GestureName): number {
  if (gesture === 'smile') return T.smileShortestMs;
  return gesture === 'open-mouth' ? T.openMouthShortestMs : 0;
}

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
        ? { progress: reach(progress, strength, nowMs), clearest: true }
        : { progress: wait(progress, change, strength, nowMs), clearest: false };
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
    ? { phase: 'ready', recent: remembered, last: { atMs: nowMs, strength } }
    : { phase: 'resting', recent: remembered, restSinceMs: sinceMs };
}

function wait(
  ready: Ready,
  change: FaceChange | undefined,
  strength: number | undefined,
  nowMs: number,
): Ready {
  const recent = change ? remember(ready.recent, change, nowMs) : ready.recent;
  const last = strength === undefined ? undefined : { atMs: nowMs, strength };
  return { phase: 'ready', recent, last };
}

function reach({ recent, last }: Ready, strength: number, nowMs: number): Reached {
  const now = { atMs: nowMs, strength };
  return {
    phase: 'reached',
    recent,
    beganAtMs: (last && crossing(last, now, 1)) ?? nowMs,
    reachedAtMs: nowMs,
    lastOver: now,
    peak: Math.min(strength, CLEAREST_STRENGTH),
    peakAtMs: nowMs,
    framesOver: 1,
  };
}

/** When the strength passed a level between two frames, as on a straight line; `undefined` when it did not, or nobody can tell. */
function crossing(from: Judged, to: Judged, level: number): number | undefined {
  const wayMs = to.atMs - from.atMs;
  const part = (level - from.strength) / (to.strength - from.strength);
  return wayMs <= FRAME_GAP_MS && part >= 0 && part <= 1 ? from.atMs + part * wayMs : undefined;
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
  if (strength === undefined && nowMs - progress.lastOver.atMs < T.faceGapMs) {
    return change && gesture === 'smile'
      ? { progress: ASKED, clearest: false }
      : { progress, clearest: false };
  }
  const capped = Math.min(strength ?? 0, CLEAREST_STRENGTH);
  const now = { atMs: nowMs, strength: strength ?? 0 };
  const isOver = capped < T.keptStrength;
  const clearest = capped > progress.peak;
  const next: Reached = {
    ...progress,
    ...(isOver ? {} : { lastOver: now, framesOver: progress.framesOver + 1 }),
    ...(clearest ? { peak: capped, peakAtMs: nowMs } : {}),
  };
  // It begins and ends between two frames: so few frames a second make it no shorter.
  const endedAtMs = crossing(next.lastOver, now, T.keptStrength) ?? next.lastOver.atMs;
  const counts =
    next.framesOver >= FEWEST_FRAMES_OVER && endedAtMs - next.beganAtMs >= shortestMs(gesture);
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
