import { abortable } from '../abortable.ts';
import type { Camera } from '../camera/open-camera.ts';
import type { RankedCamera } from '../camera/rank-cameras.ts';
import type { CapturedImage } from '../capture/captured-image.ts';
import { createEvidenceKey } from '../capture/evidence-key.ts';
import { advanceChallenge, beginChallenge } from '../challenge/advance.ts';
import {
  type ChallengePlan,
  type ChallengeState,
  gestureCountOf,
} from '../challenge/challenge-state.ts';
import type { GestureName } from '../challenge/gesture.ts';
import { THRESHOLDS as T } from '../challenge/thresholds.ts';
import { LivenessError } from '../errors.ts';
import type { FaceTracker } from '../face/face-tracker.ts';
import { awaitVerdict, verdictError } from '../submission/await-verdict.ts';
import type { Verdict } from '../submission/verdict.ts';
import { CheckClock } from './check-clock.ts';
import { describeChallenge } from './describe-challenge.ts';
import { drawnGestures, type GestureSource } from './gesture-source.ts';
import { KeptFrames } from './kept-frames.ts';
import { PacedGestures } from './paced-gestures.ts';
import type { SessionOptions, SessionParts } from './session-options.ts';
import type { SessionState } from './session-state.ts';

/** How a check ended well. */
export interface SessionResult {
  readonly jobId: string;
  readonly images: readonly CapturedImage[];
  /** The camera that took the images. */
  readonly camera: RankedCamera;
  /** There only when a result provider was given; then it is "live". */
  readonly verdict: Verdict | undefined;
  /** Whether the service chose the gestures. */
  readonly paced: boolean;
}

/** Hears what happens while a check runs. */
export interface SessionListener {
  /** How it ended (`done`, `failed`, `cancelled`) is for the caller to say, once it has ended. */
  onState(state: SessionState): void;
  /**
   * The camera is on, or there is something new about it: its picture is to be shown, and the person may change it.
   * `undefined` when it is off again.
   */
  onCamera(camera: Camera | undefined): void;
  /** A gesture was seen. */
  onGesture(gesture: GestureName, index: number, count: number): void;
}

/**
 * One check, from the camera to the job id or the verdict. It owns everything it opens and releases it on every path;
 * aborting `signal` ends it with the signal's reason.
 * @throws {LivenessError}
 */
export async function runSession(
  options: SessionOptions,
  parts: SessionParts,
  listener: SessionListener,
  signal: AbortSignal,
): Promise<SessionResult> {
  const own = new AbortController();
  const within = AbortSignal.any([signal, own.signal]);
  try {
    listener.onState({ name: 'preparing', loadedBytes: 0, totalBytes: 0 });
    // Whoever heard of it may have cancelled.
    signal.throwIfAborted();
    const { token, source, images, camera } = await captureEvidence(
      options,
      parts,
      listener,
      within,
    );
    listener.onState({ name: 'submitting' });
    const { apiUrl, threshold } = options;
    const paced = await abortable(source.finish(), within);
    const jobId = await parts.submit(
      paced
        ? { apiUrl, token, images: paced.images.slice(-1), threshold, session: paced.commit }
        : { apiUrl, token, images, threshold },
      within,
    );
    const verdict = await judge(jobId, options, parts, listener, within);
    return { jobId, images: paced?.images ?? images, camera, verdict, paced: source.isPaced };
  } finally {
    own.abort();
  }
}

/** What the camera was needed for. */
interface CapturedEvidence {
  readonly token: string;
  readonly source: GestureSource;
  /** None when the session is paced: its source has them. */
  readonly images: readonly CapturedImage[];
  readonly camera: RankedCamera;
}

/** Everything that needs the camera; when it returns or throws, the camera is off. */
async function captureEvidence(
  options: SessionOptions,
  parts: SessionParts,
  listener: SessionListener,
  signal: AbortSignal,
): Promise<CapturedEvidence> {
  const own = new AbortController();
  const within = AbortSignal.any([signal, own.signal]);
  const opening = parts.openCamera(within);
  const frames = new KeptFrames();
  try {
    const ready = Promise.all([
      opening,
      parts.acquireTracker((loadedBytes, totalBytes) => {
        if (!within.aborted) listener.onState({ name: 'preparing', loadedBytes, totalBytes });
      }),
      options.fetchToken(within).then((token) => chooseSource(options, parts, token, signal)),
    ]);
    const [camera, tracker, { token, source }] = await abortable(ready, within);
    listener.onCamera(camera);
    camera.onDevicesChanged(() => {
      if (!within.aborted) listener.onCamera(camera);
    });
    const done = await runChallenge(camera, tracker, source, frames, listener, within);
    // What a paced session shows was encoded step by step.
    const shown = source.isPaced ? [] : (['neutral', ...done.sequence] as const);
    const kept = frames.inOrder(shown.length);
    const encoding = kept.map((frame, place) => parts.encode(frame, shown[place] ?? 'neutral'));
    return { token, source, images: await Promise.all(encoding), camera: done.takenBy };
  } finally {
    own.abort();
    frames.close();
    listener.onCamera(undefined);
    // The camera may still be opening when something else fails first: it is closed as soon as it is there.
    opening.then(
      (camera) => camera.close(),
      () => undefined,
    );
  }
}

/** Activates the token; where the service does not pace sessions, the gestures are drawn here, if that is allowed. */
async function chooseSource(
  options: SessionOptions,
  parts: SessionParts,
  token: string,
  signal: AbortSignal,
): Promise<Pick<CapturedEvidence, 'token' | 'source'>> {
  const key = await createEvidenceKey();
  const connection = { apiUrl: options.apiUrl, token };
  const session = await parts.openPacedSession(connection, key.publicKey, signal);
  if (session) return { token, source: new PacedGestures(session, key, token, options, parts) };
  if (options.requirePaced) throw new LivenessError('pacing-unavailable');
  return { token, source: drawnGestures(options, parts) };
}

/** Runs the challenge to its end and returns the gestures that were done, and the camera before which they were done. */
async function runChallenge(
  camera: Camera,
  tracker: FaceTracker,
  source: GestureSource,
  kept: KeptFrames,
  listener: SessionListener,
  signal: AbortSignal,
): Promise<{ sequence: readonly GestureName[]; takenBy: RankedCamera }> {
  const clock = new CheckClock();
  let state: ChallengeState = beginChallenge(0);
  let takenBy = camera.current;
  for await (const frame of camera.frames(signal)) {
    // Another camera may show another face: its first frame counts as a long look at nobody, which begins everything anew.
    const isSwitch = camera.current !== takenBy;
    takenBy = camera.current;
    // Raced, so that a tracker that never answers cannot keep the camera on.
    const signals = isSwitch
      ? ({ capturedAtMs: frame.capturedAtMs, faceCount: 0 } as const)
      : await abortable(tracker.track(frame), signal);
    const nowMs = isSwitch
      ? clock.skip(frame.capturedAtMs, T.faceGapMs + 1)
      : clock.tick(frame.capturedAtMs);
    // Nothing is known of this frame: it is as if it had not come.
    if (!signals) continue;
    const before = state;
    const plan = source.plan();
    const advance = advanceChallenge(plan, state, signals, nowMs);
    state = advance.state;
    if (advance.keepFrame) await kept.keep(placeOf(before), frame);
    if (before.phase === 'gesture' && placeOf(state) !== placeOf(before)) {
      reportGesture(plan, before, state, listener);
    }
    if (before.phase === 'gesture' && state.phase === 'positioning') source.startedOver();
    const done = stepDone(plan, before, state);
    if (done) source.stepDone(done.step, done.shows, kept.at(done.step));
    if (state.phase === 'failed') throw new LivenessError(state.code);
    if (state.phase === 'complete') {
      const sequence = before.phase === 'gesture' ? (plan.attempts[before.attempt] ?? []) : [];
      return { sequence, takenBy };
    }
    const shown = describeChallenge(plan, state, nowMs);
    if (shown) listener.onState(shown);
  }
  throw new LivenessError('camera-lost');
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
  listener: SessionListener,
): void {
  const gesture = plan.attempts[before.attempt]?.[before.index];
  const seen = after.phase === 'gesture' || after.phase === 'complete';
  const count = gestureCountOf(plan, before.attempt);
  if (gesture && seen) listener.onGesture(gesture, before.index, count);
}

async function judge(
  jobId: string,
  { askResult }: SessionOptions,
  { sleep }: SessionParts,
  listener: SessionListener,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  if (!askResult) return undefined;
  listener.onState({ name: 'judging', jobId });
  const verdict = await awaitVerdict(askResult, jobId, sleep, signal);
  const error = verdictError(verdict);
  if (error) throw error;
  return verdict;
}
