import type { FaceChange } from './face-change.ts';
import type { GestureName } from './gesture.ts';
import { GESTURE_MEASURES } from './gestures/gesture-table.ts';
import { THRESHOLDS as T } from './thresholds.ts';

/** How far the person has come with one gesture. A gesture counts only as a change: rest → gesture (→ for a blink: reopened). */
export type GestureProgress =
  /** Asked; what was begun before does not count until the face has been at rest. */
  | { readonly phase: 'resting'; readonly restSinceMs: number | undefined }
  /** At rest: the gesture may begin. */
  | { readonly phase: 'ready' }
  /** Past the threshold; the clearest frame is being looked for. */
  | {
      readonly phase: 'reached';
      readonly reachedAtMs: number;
      readonly peak: number;
      readonly peakAtMs: number;
      readonly framesOver: number;
    }
  | { readonly phase: 'seen' };

/** Where every gesture starts. */
export const ASKED: GestureProgress = { phase: 'resting', restSinceMs: undefined };

/** More than this is not clearer: a head turned far shows less face. */
const CLEAREST_STRENGTH = 1.8;
/** One frame alone can be a slip of the tracker; a blink can be that short. */
const FEWEST_FRAMES_OVER = 2;

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
  const strength = change && GESTURE_MEASURES[gesture](change);
  switch (progress.phase) {
    case 'resting':
      return { progress: rest(progress.restSinceMs, change, strength, nowMs), clearest: false };
    case 'ready':
      return strength !== undefined && strength >= 1
        ? { progress: reach(strength, nowMs), clearest: true }
        : { progress, clearest: false };
    case 'reached':
      return gesture === 'blink'
        ? followBlink(progress, change, strength, nowMs)
        : followPeak(progress, strength, nowMs);
    case 'seen':
      return { progress, clearest: false };
  }
}

type Reached = Extract<GestureProgress, { phase: 'reached' }>;

function rest(
  restSinceMs: number | undefined,
  change: FaceChange | undefined,
  strength: number | undefined,
  nowMs: number,
): GestureProgress {
  const atRest =
    change !== undefined &&
    strength !== undefined &&
    strength < T.restStrength &&
    Math.abs(change.yawDegrees) < T.restYawDegrees &&
    Math.abs(change.pitchDegrees) < T.restPitchDegrees;
  if (!atRest) return ASKED;
  const sinceMs = restSinceMs ?? nowMs;
  return nowMs - sinceMs >= T.restMs
    ? { phase: 'ready' }
    : { phase: 'resting', restSinceMs: sinceMs };
}

function reach(strength: number, nowMs: number): Reached {
  const peak = Math.min(strength, CLEAREST_STRENGTH);
  return { phase: 'reached', reachedAtMs: nowMs, peak, peakAtMs: nowMs, framesOver: 1 };
}

/** A gesture that is held: done when it has not become clearer for a while, or is over. */
function followPeak(
  progress: Reached,
  strength: number | undefined,
  nowMs: number,
): GestureAdvance {
  // A far turn loses the face for a moment: nothing is known until it is back.
  if (strength === undefined && nowMs - progress.peakAtMs < T.faceGapMs) {
    return { progress, clearest: false };
  }
  const capped = Math.min(strength ?? 0, CLEAREST_STRENGTH);
  const next = {
    ...progress,
    framesOver: progress.framesOver + (capped >= 1 ? 1 : 0),
    ...(capped > progress.peak ? { peak: capped, peakAtMs: nowMs } : {}),
  };
  const clearest = capped > progress.peak;
  const over = capped < 1 || nowMs - next.peakAtMs >= T.peakMs;
  if (!over) return { progress: next, clearest };
  const counts = next.framesOver >= FEWEST_FRAMES_OVER;
  return { progress: counts ? { phase: 'seen' } : ASKED, clearest: counts && clearest };
}

/** A blink counts when both eyes are open again in time; the most closed frame is the clearest. */
function followBlink(
  progress: Reached,
  change: FaceChange | undefined,
  strength: number | undefined,
  nowMs: number,
): GestureAdvance {
  if (nowMs - progress.reachedAtMs > T.blinkLongestMs) return { progress: ASKED, clearest: false };
  if (change === undefined || strength === undefined) return { progress, clearest: false };
  const closure = Math.max(change.leftEyeClosure, change.rightEyeClosure);
  if (closure <= T.blinkReopenedClosure) return { progress: { phase: 'seen' }, clearest: false };
  if (strength <= progress.peak) return { progress, clearest: false };
  return { progress: { ...progress, peak: strength, peakAtMs: nowMs }, clearest: true };
}
