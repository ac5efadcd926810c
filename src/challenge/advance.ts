import type { FaceMeasurements, FaceSignals } from '../face/face-signals.ts';
import type { ChallengePlan, ChallengeState } from './challenge-state.ts';
import { compareFaces } from './face-change.ts';
import { ASKED, advanceGesture } from './gesture-progress.ts';
import type { Hint } from './hint.ts';
import { averageNeutralFace } from './neutral-face.ts';
import { positionHint } from './position-hint.ts';
import { POSITIONING_LIMIT_MS, THRESHOLDS as T } from './thresholds.ts';

/** The next state, and whether this frame is the clearest so far of what is being asked. */
export interface ChallengeAdvance {
  readonly state: ChallengeState;
  readonly keepFrame: boolean;
}

/** Where a challenge begins: the person brings the face into place. */
export function beginChallenge(nowMs: number): ChallengeState {
  return positioning(0, nowMs, 'no-face');
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
      return { state: position(state, signals, nowMs), keepFrame: false };
    case 'holding':
      return hold(plan, state, signals, nowMs);
    case 'gesture':
      return perform(plan, state, signals, nowMs);
    case 'complete':
    case 'failed':
      return { state, keepFrame: false };
  }
}

type Positioning = Extract<ChallengeState, { phase: 'positioning' }>;
type Holding = Extract<ChallengeState, { phase: 'holding' }>;
type Performing = Extract<ChallengeState, { phase: 'gesture' }>;

function positioning(attempt: number, nowMs: number, hint: Hint): Positioning {
  return { phase: 'positioning', attempt, sinceMs: nowMs, hint, wellSinceMs: undefined };
}

function position(state: Positioning, signals: FaceSignals, nowMs: number): ChallengeState {
  const hint = positionHint(signals);
  if (hint) {
    return nowMs - state.sinceMs >= POSITIONING_LIMIT_MS
      ? { phase: 'failed', code: 'check-timeout' }
      : { ...state, hint, wellSinceMs: undefined };
  }
  const wellSinceMs = state.wellSinceMs ?? nowMs;
  return nowMs - wellSinceMs >= T.settleMs
    ? { phase: 'holding', attempt: state.attempt, sinceMs: nowMs, held: [] }
    : { ...state, hint: 'hold-still', wellSinceMs };
}

function hold(
  plan: ChallengePlan,
  state: Holding,
  signals: FaceSignals,
  nowMs: number,
): ChallengeAdvance {
  const { face } = signals;
  const hint = positionHint(signals);
  if (!face || hint || !isStill(state.held, face)) {
    return { state: positioning(state.attempt, nowMs, hint ?? 'hold-still'), keepFrame: false };
  }
  const keepFrame = state.held.every((earlier) => calmness(face) >= calmness(earlier));
  const held = [...state.held, face];
  if (nowMs - state.sinceMs < T.holdMs || held.length < T.holdFrames) {
    return { state: { ...state, held }, keepFrame };
  }
  const neutral = averageNeutralFace(held);
  // Who looks down or keeps the eyes shut would have no blink left to show. A blink in between is no matter.
  if (Math.min(neutral.eyeAspectRatioLeft, neutral.eyeAspectRatioRight) < T.neutralEyeAspectRatio) {
    return { state: positioning(state.attempt, nowMs, 'look-straight'), keepFrame: false };
  }
  return { state: askFirst(plan, state.attempt, neutral, nowMs), keepFrame };
}

function askFirst(
  plan: ChallengePlan,
  attempt: number,
  neutral: Performing['neutral'],
  nowMs: number,
): ChallengeState {
  if (!plan.attempts[attempt]?.length) return { phase: 'complete' };
  return {
    phase: 'gesture',
    attempt,
    sinceMs: nowMs,
    neutral,
    index: 0,
    progress: ASKED,
    askedAtMs: nowMs,
    faceSeenAtMs: nowMs,
    hint: undefined,
  };
}

function perform(
  plan: ChallengePlan,
  state: Performing,
  signals: FaceSignals,
  nowMs: number,
): ChallengeAdvance {
  const sequence = plan.attempts[state.attempt] ?? [];
  const gesture = sequence[state.index];
  if (!gesture) return { state: { phase: 'complete' }, keepFrame: false };

  const face = signals.faceCount === 1 ? signals.face : undefined;
  const faceSeenAtMs = face ? nowMs : state.faceSeenAtMs;
  // A face that went away may come back as another one: everything starts again from a neutral face.
  if (nowMs - faceSeenAtMs > T.faceGapMs) {
    return { state: positioning(state.attempt, nowMs, lostHint(signals)), keepFrame: false };
  }
  const change = face && compareFaces(face, state.neutral);
  const { progress, clearest } = advanceGesture(gesture, state.progress, change, nowMs);
  if (progress.phase === 'seen') {
    const index = state.index + 1;
    const next: ChallengeState =
      index < sequence.length
        ? { ...state, index, progress: ASKED, askedAtMs: nowMs, faceSeenAtMs, hint: undefined }
        : { phase: 'complete' };
    return { state: next, keepFrame: clearest };
  }
  const lateCode = overdue(plan, state, nowMs);
  if (lateCode) {
    const attempt = state.attempt + 1;
    return {
      state:
        attempt < plan.attempts.length
          ? positioning(attempt, nowMs, 'hold-still')
          : { phase: 'failed', code: lateCode },
      keepFrame: false,
    };
  }
  const hint = face ? undefined : lostHint(signals);
  return { state: { ...state, progress, faceSeenAtMs, hint }, keepFrame: clearest };
}

function lostHint({ faceCount }: FaceSignals): Hint {
  return faceCount === 2 ? 'multiple-faces' : 'no-face';
}

function overdue(
  plan: ChallengePlan,
  state: Performing,
  nowMs: number,
): 'gesture-timeout' | 'check-timeout' | undefined {
  if (nowMs - state.askedAtMs >= plan.gestureToleranceMs) return 'gesture-timeout';
  if (nowMs - state.sinceMs >= plan.timeoutMs) return 'check-timeout';
  return undefined;
}

function isStill(held: readonly FaceMeasurements[], face: FaceMeasurements): boolean {
  return held.every(
    (earlier) =>
      Math.abs(face.yawDegrees - earlier.yawDegrees) < T.stillDegrees &&
      Math.abs(face.pitchDegrees - earlier.pitchDegrees) < T.stillDegrees &&
      Math.abs(face.mouthOpeningRatio - earlier.mouthOpeningRatio) < T.stillMouthOpening &&
      Math.abs(face.mouthWidthRatio - earlier.mouthWidthRatio) < T.stillMouthWidth,
  );
}

/** Higher is a better neutral image: open eyes, closed mouth, facing the camera. */
function calmness(face: FaceMeasurements): number {
  const eyes = Math.min(face.eyeAspectRatioLeft, face.eyeAspectRatioRight);
  const away = Math.abs(face.yawDegrees) + Math.abs(face.pitchDegrees);
  return eyes - face.mouthOpeningRatio - away / 100;
}
