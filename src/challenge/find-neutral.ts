import type { FaceMeasurements, FaceSignals } from '../face/face-signals.ts';
import type { ChallengePlan, ChallengeState, NeutralSearch } from './challenge-state.ts';
import { POSITIONING_LIMIT_MS, THRESHOLDS as T } from './challenge-thresholds.ts';
import { isSameFace } from './face-continuity.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';
import { HINTS, type Hint, isAdvice } from './hint.ts';
import { averageNeutralFace, type NeutralFace } from './neutral-face.ts';
import { isMove, positionHint } from './position-hint.ts';
import { showHint, steadyHint } from './steady-hint.ts';

/** The person is asked to bring the face into place. */
export type Positioning = Extract<ChallengeState, { phase: 'positioning' }>;
/** The face is in place and still; its frames become the neutral face. */
export type Holding = Extract<ChallengeState, { phase: 'holding' }>;

/** The start of an attempt, and where it goes back to. */
export function beginPositioning(attempt: number, nowMs: number, hint: Hint): Positioning {
  return {
    phase: 'positioning',
    attempt,
    sinceMs: nowMs,
    wellSinceMs: undefined,
    searchSinceMs: nowMs,
    toldSinceMs: {},
    ...showHint(hint, nowMs),
  };
}

/** One frame of positioning: nothing may be wrong for a while before holding begins. Pure. */
export function advancePositioning(
  plan: ChallengePlan,
  state: Positioning,
  signals: FaceSignals,
  nowMs: number,
): ChallengeState {
  const { obstacle, finding } = look(plan, state, signals, nowMs);
  if (obstacle) {
    return giveUp(state, obstacle, nowMs) ?? { ...state, ...finding, wellSinceMs: undefined };
  }
  const wellSinceMs = state.wellSinceMs ?? nowMs;
  return nowMs - wellSinceMs >= T.settleMs
    ? { ...finding, phase: 'holding', attempt: state.attempt, sinceMs: nowMs, held: [] }
    : { ...state, ...finding, wellSinceMs };
}

/** The end of a search that took too long. It names what was told; who was told nothing for long did not keep still. */
function giveUp(
  { searchSinceMs }: NeutralSearch,
  hint: Hint,
  nowMs: number,
): Extract<ChallengeState, { phase: 'failed' }> | undefined {
  if (nowMs - searchSinceMs < POSITIONING_LIMIT_MS) return undefined;
  return { phase: 'failed', code: 'check-timeout', hint };
}

/** What a held frame leads to. */
export interface Hold {
  readonly state: ChallengeState;
  /** Whether this frame is the best neutral image so far. */
  readonly keepFrame: boolean;
  /** There when enough frames are held: the person's own face at rest. */
  readonly neutral?: NeutralFace;
}

/**
 * One frame of holding: back to positioning when the face moves, leaves, or is not the same one; for so long and no longer.
 * Pure.
 */
export function advanceHolding(
  plan: ChallengePlan,
  state: Holding,
  signals: FaceSignals,
  nowMs: number,
): Hold {
  const { face } = signals;
  const { obstacle, finding, mayTalk, mayMove } = look(plan, state, signals, nowMs);
  // A blink, or one blurred frame, is no reason to begin again.
  const isObstructed =
    obstacle && (!isAdvice(obstacle) || nowMs - finding.wantedSinceMs >= G.hintConfirmMs);
  const last = state.held.at(-1);
  const isOther = face && last && !isSameFace(last.box, face.box);
  const farthestDegrees = mayMove ? T.restlessDegrees : T.stillDegrees;
  const isRestless =
    face && (!hasStillMouth(state.held, face) || !hasStillHead(state.held, face, T.stillDegrees));
  const isTooRestless =
    face &&
    (!hasStillHead(state.held, face, farthestDegrees) ||
      (!mayTalk && !hasStillMouth(state.held, face)));
  const goBack = (hint: Hint, changes: Partial<NeutralSearch> = {}): Hold => ({
    state: giveUp(state, hint, nowMs) ?? {
      ...beginPositioning(state.attempt, nowMs, hint),
      ...finding,
      ...changes,
    },
    keepFrame: false,
  });
  if (!face || isObstructed || isOther || isTooRestless) {
    const told = { 'hold-still': nowMs, ...finding.toldSinceMs };
    return goBack(obstacle ?? 'hold-still', isRestless ? { toldSinceMs: told } : {});
  }
  const keepFrame = state.held.every((earlier) => calmness(face) >= calmness(earlier));
  const held = [...state.held, face];
  const holdMs = held.every((earlier) => hasStillMouth(held, earlier))
    ? T.holdMs
    : T.restlessHoldMs;
  if (nowMs - state.sinceMs < holdMs || held.length < T.holdFrames) {
    return { state: { ...state, ...finding, held }, keepFrame };
  }
  const neutral = averageNeutralFace(held);
  // Who looks down or keeps the eyes shut would have no blink left to show. A blink in between is no matter.
  if (Math.min(neutral.eyeAspectRatioLeft, neutral.eyeAspectRatioRight) < T.neutralEyeAspectRatio) {
    return goBack('eyes-closed', showHint('eyes-closed', nowMs));
  }
  return { state: { ...state, ...finding, held }, keepFrame, neutral };
}

/**
 * What stands in the way of a neutral face, and what is said about it. Who was told for long enough is taken as they are:
 * advice is no obstacle any more, the limits of the pose, the place, the stillness or the mouth are wider, and in the end a mouth
 * may be as it is: gestures are measured from it, and one that it hides is swapped for another. Only of that which was told:
 * a camera at the side is no reason to take a smile for a face at rest.
 */
function look(
  { imageQualityFilter: judgesImage = true }: ChallengePlan,
  last: NeutralSearch,
  signals: FaceSignals,
  nowMs: number,
): { obstacle: Hint | undefined; finding: NeutralSearch; mayTalk: boolean; mayMove: boolean } {
  const toldForMs = (hint: Hint): number => nowMs - (last.toldSinceMs[hint] ?? nowMs);
  // Who was told where to be was told nothing of the rest.
  const anyToldForMs = Math.max(...HINTS.filter((hint) => !isMove(hint)).map(toldForMs));
  const mayTalk = anyToldForMs >= G.silenceMs;
  const mayMove = toldForMs('hold-still') >= G.strictnessMs;
  const obstacle = positionHint(signals, {
    last: last.wantedHint,
    judgesImage,
    toldForLong: HINTS.filter((hint) => toldForMs(hint) >= G.strictnessMs),
    skipsAdvice: anyToldForMs >= G.patienceMs,
    skipsMouth: toldForMs('relax-face') >= G.lastResortMs,
  });
  const toldSinceMs =
    obstacle !== undefined && hasEnd(obstacle)
      ? { [obstacle]: nowMs, ...last.toldSinceMs }
      : last.toldSinceMs;
  return {
    obstacle,
    finding: {
      ...steadyHint(last, obstacle ?? 'hold-still', nowMs),
      searchSinceMs: last.searchSinceMs,
      toldSinceMs,
    },
    mayTalk,
    mayMove,
  };
}

/** Whether patience with this fault has an end. */
function hasEnd(fault: Hint): boolean {
  return isAdvice(fault) || isMove(fault) || fault === 'look-straight' || fault === 'relax-face';
}

function hasStillHead(
  held: readonly FaceMeasurements[],
  face: FaceMeasurements,
  limitDegrees: number,
): boolean {
  return held.every(
    (earlier) =>
      Math.abs(face.yawDegrees - earlier.yawDegrees) < limitDegrees &&
      Math.abs(face.pitchDegrees - earlier.pitchDegrees) < limitDegrees,
  );
}

function hasStillMouth(held: readonly FaceMeasurements[], face: FaceMeasurements): boolean {
  return held.every(
    (earlier) =>
      Math.abs(face.mouthOpeningRatio - earlier.mouthOpeningRatio) < T.stillMouthOpening &&
      Math.abs(face.mouthWidthRatio - earlier.mouthWidthRatio) < T.stillMouthWidth,
  );
}

/** Higher is a better neutral image: open eyes, closed mouth, facing the camera, sharp. */
function calmness(face: FaceMeasurements): number {
  const eyes = Math.min(face.eyeAspectRatioLeft, face.eyeAspectRatioRight);
  const away = Math.abs(face.yawDegrees) + Math.abs(face.pitchDegrees);
  // Half as sharp weighs as much as eyes a tenth less open (0.03).
  const sharpness = face.quality ? Math.log2(Math.max(1e-4, face.quality.sharpness)) : 0;
  return eyes - face.mouthOpeningRatio - away / 100 + 0.03 * sharpness;
}
