import type { Camera } from '../camera/open-camera.ts';
import type { RankedCamera } from '../camera/rank-cameras.ts';
import type { CapturedImage } from '../capture/captured-image.ts';
import { advanceChallenge, beginChallenge } from '../challenge/advance.ts';
import { askAgain } from '../challenge/ask-gesture.ts';
import {
  type ChallengePlan,
  type ChallengeState,
  gestureCountOf,
} from '../challenge/challenge-state.ts';
import { THRESHOLDS as T } from '../challenge/challenge-thresholds.ts';
import type { GestureName } from '../challenge/gesture.ts';
import { waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import type { FaceSignals } from '../face/face-signals.ts';
import type { FaceTracker } from '../face/face-tracker.ts';
import { CheckClock } from './check-clock.ts';
import type { CheckListener } from './check-listener.ts';
import type { CheckState } from './check-state.ts';
import { describeChallenge } from './describe-challenge.ts';
import type { GestureSource } from './gesture-source.ts';
import type { KeptFrames } from './kept-frames.ts';
import type { PersonRequests } from './person-requests.ts';
import { PictureFaults } from './picture-faults.ts';

/** Somebody else can have sat down in a pause longer than this: a hidden tab gives no frames. A slow phone gives two a second. */
const LONGEST_UNSEEN_MS = 3000;

/** Everything that a challenge is run with. */
export interface ChallengeScene {
  readonly camera: Camera;
  readonly tracker: FaceTracker;
  readonly source: GestureSource;
  readonly kept: KeptFrames;
  readonly requests: PersonRequests;
}

/** Runs the challenge to its end and returns the gestures that were done, and the camera before which they were done. */
export async function runChallenge(
  { camera, tracker, source, kept, requests }: ChallengeScene,
  listener: CheckListener,
  signal: AbortSignal,
): Promise<{ sequence: readonly GestureName[]; takenBy: RankedCamera }> {
  const clock = new CheckClock();
  const faults = new PictureFaults();
  let state: ChallengeState = beginChallenge(0);
  let takenBy = camera.current;
  let lastFrameMs: number | undefined;
  let lastShown: CheckState | undefined;
  for await (const frame of camera.frames(signal)) {
    // Another camera, or a long pause, may show another face: the first frame after it counts as the face having
    // been away, so that the challenge begins anew.
    const unseenMs = frame.capturedAtMs - (lastFrameMs ?? frame.capturedAtMs);
    const isNewSight = camera.current !== takenBy || unseenMs > LONGEST_UNSEEN_MS;
    takenBy = camera.current;
    lastFrameMs = frame.capturedAtMs;
    // The tracker has a limit of its own; the check can end before it.
    const signals: FaceSignals = isNewSight
      ? { capturedAtMs: frame.capturedAtMs, faceCount: 0 }
      : await waitFor(tracker.track(frame), {
          what: 'the tracker',
          signal,
          limitMs: 'limited-inside',
        });
    const nowMs = isNewSight
      ? clock.skip(frame.capturedAtMs, T.faceGapMs + 1)
      : clock.tick(frame.capturedAtMs);
    faults.take(signals.picture, nowMs);
    if (requests.takeMoreTime()) source.giveMoreTime();
    const swapAsked = requests.takeSwap();
    if (swapAsked && state.phase === 'gesture' && source.canSwap(state.attempt, state.index)) {
      source.swap(state.attempt, state.index);
      state = askAgain(state, nowMs);
    }
    const before = state;
    const maySwap = state.phase === 'gesture' && source.canSwap(state.attempt, state.index);
    const plan = { ...source.plan(), maySwap };
    const advance = advanceChallenge(plan, state, signals, nowMs);
    state = advance.state;
    if (advance.help && state.phase === 'gesture') {
      if (advance.help === 'again') source.askAgain(state.attempt, state.index);
      else source.swap(state.attempt, state.index);
    }
    if (advance.keepFrame) await kept.keep(placeOf(before), frame);
    if (before.phase === 'gesture' && placeOf(state) !== placeOf(before)) {
      reportGesture(plan, before, state, listener);
    }
    if (before.phase === 'gesture' && state.phase === 'positioning') source.startedOver();
    const done = stepDone(plan, before, state);
    if (done) {
      const way = kept.onTheWay(advance.way?.slice(0, -1) ?? []);
      source.stepDone({ ...done, frame: kept.at(done.step), way, camera: takenBy.kind });
    }
    if (plan.judgesWay) await kept.followWay(state.phase === 'gesture' ? state.way : [], frame);
    if (state.phase === 'failed') throw failure(state);
    if (state.phase === 'complete') {
      const sequence = before.phase === 'gesture' ? (plan.attempts[before.attempt] ?? []) : [];
      return { sequence, takenBy };
    }
    const canSwap = state.phase === 'gesture' && source.canSwap(state.attempt, state.index);
    const shown = describeChallenge(source.plan(), state, canSwap, nowMs);
    if (shown) listener.onState(shown);
    else if (source.isSwapping && lastShown?.name === 'gesture' && !lastShown.swapping) {
      // The gesture stays on the screen, and the wish for another is seen to have been heard.
      lastShown = { ...lastShown, swapping: true };
      listener.onState(lastShown);
    }
    lastShown = shown ?? lastShown;
  }
  throw new LivenessError('camera-lost');
}

/** Names what was in the way, where it is known. */
function failure({ code, hint }: Extract<ChallengeState, { phase: 'failed' }>): LivenessError {
  return hint ? new LivenessError(code, { detail: hint, errors: [hint] }) : new LivenessError(code);
}

/** 0 for the neutral face, 1 for the first gesture, and so on. */
function placeOf(state: ChallengeState): number {
  return state.phase === 'gesture' ? state.index + 1 : 0;
}

/** The step that was done by this frame, if one was. */
function stepDone(
  plan: ChallengePlan,
  before: ChallengeState,
  after: ChallengeState,
): { step: number; shows: CapturedImage['shows'] } | undefined {
  const goesOn = after.phase === 'gesture' || after.phase === 'complete';
  if (before.phase === 'holding' && goesOn) return { step: 0, shows: 'neutral' };
  if (before.phase !== 'gesture' || !goesOn || placeOf(before) === placeOf(after)) return undefined;
  const shows = plan.attempts[before.attempt]?.[before.index];
  return shows && { step: placeOf(before), shows };
}

function reportGesture(
  plan: ChallengePlan,
  before: Extract<ChallengeState, { phase: 'gesture' }>,
  after: ChallengeState,
  listener: CheckListener,
): void {
  const gesture = plan.attempts[before.attempt]?.[before.index];
  const seen = after.phase === 'gesture' || after.phase === 'complete';
  const count = gestureCountOf(plan, before.attempt);
  if (gesture && seen) listener.onGesture(gesture, before.index, count);
}
