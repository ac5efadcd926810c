import type { FaceMeasurements, FaceSignals } from '../face/face-signals.ts';
import type { ChallengePlan, ChallengeState, HeldFace } from './challenge-state.ts';
import { compareFaces } from './face-change.ts';
import { ASKED, advanceGesture } from './gesture-progress.ts';
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
  return positioning(0, nowMs);
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

function positioning(attempt: number, nowMs: number): Positioning {
  return { phase: 'positioning', attempt, sinceMs: nowMs, hint: 'no-face', wellSinceMs: undefined };
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
  const last = state.held.at(-1);
  if (!face || positionHint(signals) || (last && !isStill(last, face, nowMs))) {
    return { state: positioning(state.attempt, nowMs), keepFrame: false };
  }
  const keepFrame = state.held.every((earlier) => calmness(face) >= calmness(earlier.face));
  const held = [...state.held, { face, atMs: nowMs }];
  if (nowMs - state.sinceMs < T.holdMs || held.length < T.holdFrames) {
    return { state: { ...state, held }, keepFrame };
  }
  const neutral = averageNeutralFace(held.map((one) => one.face));
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
    return { state: positioning(state.attempt, nowMs), keepFrame: false };
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
          ? positioning(attempt, nowMs)
          : { phase: 'failed', code: lateCode },
      keepFrame: false,
    };
  }
  const hint = face ? undefined : signals.faceCount === 2 ? 'multiple-faces' : 'no-face';
  return { state: { ...state, progress, faceSeenAtMs, hint }, keepFrame: clearest };
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

function isStill(last: HeldFace, face: FaceMeasurements, nowMs: number): boolean {
  const seconds = Math.max(nowMs - last.atMs, 1) / 1000;
  // Below a frame's length the measuring noise alone would count as speed.
  const allowedDegrees = T.stillDegreesPerSecond * Math.max(seconds, 1 / 15);
  return (
    Math.abs(face.yawDegrees - last.face.yawDegrees) < allowedDegrees &&
    Math.abs(face.pitchDegrees - last.face.pitchDegrees) < allowedDegrees
  );
}

/** Higher is a better neutral image: open eyes, closed mouth, facing the camera. */
function calmness(face: FaceMeasurements): number {
  const eyes = Math.min(face.eyeAspectRatioLeft, face.eyeAspectRatioRight);
  const away = Math.abs(face.yawDegrees) + Math.abs(face.pitchDegrees);
  return eyes - face.mouthOpeningRatio - away / 100;
}
