import type { FaceSignals } from '../face/face-signals.ts';
import { advanceGesture } from './advance-gesture.ts';
import { askGesture, askOnceMore, askSlower, beginAnew, overdue } from './ask-gesture.ts';
import {
  type ChallengePlan,
  type ChallengeState,
  gestureCountOf,
  type Performing,
} from './challenge-state.ts';
import { THRESHOLDS as T } from './challenge-thresholds.ts';
import { chooseEvidence } from './choose-evidence.ts';
import { followEffort, shortfallOf } from './effort.ts';
import { compareFaces } from './face-change.ts';
import { isSameFace } from './face-continuity.ts';
import {
  advanceHolding,
  advancePositioning,
  beginPositioning,
  type Holding,
} from './find-neutral.ts';
import { followWay, lacksWay, waySampleOf, wayTo } from './follow-way.ts';
import { GESTURES } from './gesture.ts';
import { gestureHint } from './gesture-hint.ts';
import { ASKED } from './gesture-progress.ts';
import { pointsAt, pointsBeyond } from './gestures/follow-dot.ts';
import type { Hint } from './hint.ts';
import { isCoveredDuring } from './hint-rules.ts';
import type { NeutralFace } from './neutral-face.ts';
import { steadyHint } from './steady-hint.ts';
import type { WaySample } from './way-between.ts';

/** Where a face at rest points. */
const AHEAD = { left: 0, up: 0 };

/** The next state, and whether this frame is the clearest so far of what is being asked. */
export interface ChallengeAdvance {
  readonly state: ChallengeState;
  readonly keepFrame: boolean;
  /** When a gesture was done whose way counts: the frames that show it, the clearest last. */
  readonly way?: readonly WaySample[];
  /** What the time-out of a gesture led to: it is asked again, or another one is to come in its place. */
  readonly help?: 'again' | 'another';
}

/** Where a challenge begins: the person brings the face into place. */
export function beginChallenge(nowMs: number): ChallengeState {
  return beginPositioning(0, nowMs, 'no-face');
}

/**
 * Takes one frame's signals. Pure: the clock is an argument, and it must be one that stands still
 * while no frames arrive.
 */
export function advanceChallenge(
  plan: ChallengePlan,
  state: ChallengeState,
  signals: FaceSignals,
  nowMs: number,
): ChallengeAdvance {
  switch (state.phase) {
    case 'positioning':
      return { state: advancePositioning(plan, state, signals, nowMs), keepFrame: false };
    case 'holding': {
      const held = advanceHolding(plan, state, signals, nowMs);
      if (!held.neutral) return held;
      return { state: askFirst(plan, state, held.neutral, nowMs), keepFrame: held.keepFrame };
    }
    case 'gesture':
      return perform(plan, state, signals, nowMs);
    case 'complete':
    case 'failed':
      return { state, keepFrame: false };
  }
}

function askFirst(
  plan: ChallengePlan,
  { attempt, held }: Holding,
  neutral: NeutralFace,
  nowMs: number,
): ChallengeState {
  if (gestureCountOf(plan, attempt) === 0) return { phase: 'complete' };
  return {
    phase: 'gesture',
    attempt,
    sinceMs: nowMs,
    neutral,
    faceBox: held.at(-1)?.box,
    faceSeenAtMs: nowMs,
    pointsAt: AHEAD,
    index: 0,
    ...askGesture(nowMs),
  };
}

function perform(
  plan: ChallengePlan,
  state: Performing,
  signals: FaceSignals,
  nowMs: number,
): ChallengeAdvance {
  const asked = plan.attempts[state.attempt]?.[state.index];
  const gesture = asked && GESTURES[asked];
  const count = gestureCountOf(plan, state.attempt);
  if (!gesture && state.index >= count) return { state: { phase: 'complete' }, keepFrame: false };

  const face = signals.faceCount === 1 ? signals.face : undefined;
  const seen = face ? { faceSeenAtMs: nowMs, faceBox: face.box } : {};
  // A face that went away may come back as another one: everything starts again from a neutral face.
  const isGone = !face && nowMs - state.faceSeenAtMs > T.faceGapMs;
  const isOther = face && state.faceBox && !isSameFace(state.faceBox, face.box);
  if (isGone || isOther) {
    return { state: beginPositioning(state.attempt, nowMs, lostHint(signals)), keepFrame: false };
  }
  if (!gesture) return { state: { ...beginAnew(state, nowMs), ...seen }, keepFrame: false };
  // A hand bends the mesh into a turn or a nod: what it covers is not judged, and begins again.
  const isCovered = face !== undefined && isCoveredDuring(gesture, face, state.neutral);
  const change = face && !isCovered ? compareFaces(face, state.neutral) : undefined;
  const before = isCovered ? ASKED : state.progress;
  const { progress, clearest } = advanceGesture(gesture, before, change, nowMs);
  const at = change ? pointsAt(change) : state.pointsAt;
  const sample = change && waySampleOf(gesture, change, signals.capturedAtMs);
  const clearestSample = clearest && sample ? sample : state.clearest;
  if (progress.phase === 'seen') {
    const way = clearestSample && wayTo(state.way, clearestSample);
    if (plan.judgesWay && lacksWay(gesture, way, state.askedSlower, plan.movesNoHead)) {
      return { state: { ...askSlower(state, nowMs), ...seen }, keepFrame: false };
    }
    const index = state.index + 1;
    const next: ChallengeState =
      index < count ? { ...state, ...seen, index, ...askGesture(nowMs) } : { phase: 'complete' };
    return { state: next, keepFrame: clearest, ...(way && { way }) };
  }
  const lateCode = overdue(plan, { ...state, progress }, asked, nowMs);
  if (lateCode === 'gesture-timeout' && plan.mayAskAgain && !state.askedAgain) {
    return { state: { ...askOnceMore(state, nowMs), ...seen }, keepFrame: false, help: 'again' };
  }
  if (lateCode === 'gesture-timeout' && plan.maySwap) {
    return { state: { ...beginAnew(state, nowMs), ...seen }, keepFrame: false, help: 'another' };
  }
  if (lateCode) {
    const attempt = state.attempt + 1;
    return {
      state:
        attempt < plan.attempts.length
          ? beginPositioning(attempt, nowMs, 'hold-still')
          : { phase: 'failed', code: lateCode },
      keepFrame: false,
    };
  }
  const looksMade = change !== undefined && (gesture.page.measure(change, change) ?? 0) >= 1;
  const effort = followEffort(state.effort, progress, looksMade, nowMs);
  const lacks = shortfallOf(effort, nowMs);
  const wanted = isCovered
    ? 'uncover-face'
    : (gestureHint(gesture, signals, change, {
        last: state.wantedHint,
        judgesImage: plan.imageQualityFilter ?? true,
      }) ??
      (gesture.aim && pointsBeyond(gesture.aim, at) ? 'turn-less' : undefined) ??
      (lacks && gesture.shortfall[lacks]) ??
      (state.askedSlower > 0 || state.askedAgain ? 'more-slowly' : undefined));
  const { evidence, keepFrame } = chooseEvidence(state.evidence, gesture, progress, face, change);
  const onTheWay = {
    way: followWay(state.way, sample, gesture.service.smallestChange),
    clearest: keepFrame ? sample : state.clearest,
  };
  return {
    state: {
      ...state,
      ...seen,
      ...onTheWay,
      ...{ progress, effort, evidence, pointsAt: at },
      ...steadyHint(state, wanted, nowMs),
    },
    keepFrame,
  };
}

function lostHint({ faceCount, picture }: FaceSignals): Hint {
  if (picture) return `camera-${picture}`;
  if (faceCount === 1) return 'hold-still';
  return faceCount === 2 ? 'multiple-faces' : 'no-face';
}
