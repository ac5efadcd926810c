import { THRESHOLDS as T } from './challenge-thresholds.ts';
import type { FaceChange } from './face-change.ts';
import { crossingMs, followGesture, passPeaks } from './follow-gesture.ts';
import {
  ASKED,
  type GestureAdvance,
  type GestureProgress,
  type Reached,
  type Ready,
  type Resting,
} from './gesture-progress.ts';
import type { GestureRecord } from './gestures/gesture-record.ts';
import { changeFromRecent, remember } from './recent-rest.ts';

/**
 * Takes one frame's change from neutral; `undefined` when no face could be measured in it. Pure.
 * `nowMs` is the clock of the check.
 */
export function advanceGesture(
  gesture: GestureRecord,
  progress: GestureProgress,
  change: FaceChange | undefined,
  nowMs: number,
): GestureAdvance {
  if (progress.phase === 'seen') return { progress, clearest: false };
  const fromRecent = change && changeFromRecent(change, progress.recent);
  const strength = change && fromRecent && gesture.page.measure(change, fromRecent);
  switch (progress.phase) {
    case 'resting':
      return { progress: rest(progress, change, strength, nowMs), clearest: false };
    case 'ready':
      return change && fromRecent && strength !== undefined && strength >= 1
        ? {
            progress: {
              ...reach(progress, strength, nowMs),
              passed: passPeaks(gesture.course, [], change, fromRecent),
            },
            clearest: true,
          }
        : { progress: wait(progress, change, strength, nowMs), clearest: false };
    case 'reached':
      return followGesture(gesture.course, progress, { change, fromRecent, strength, nowMs });
  }
}

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

function reach({ recent, last }: Ready, strength: number, nowMs: number): Omit<Reached, 'passed'> {
  const now = { atMs: nowMs, strength };
  return {
    phase: 'reached',
    recent,
    beganAtMs: (last && crossingMs(last, now, 1)) ?? nowMs,
    reachedAtMs: nowMs,
    lastOver: now,
    peak: Math.min(strength, T.clearestStrength),
    peakAtMs: nowMs,
    framesOver: 1,
  };
}
