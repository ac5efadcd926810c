import type { RankedCamera } from '../camera/rank-cameras.ts';
import type { CapturedImage } from '../capture/captured-image.ts';
import { createEvidenceKey } from '../capture/evidence-key.ts';
import type { JpegEncoder } from '../capture/jpeg-encoder.ts';
import { anySignal } from '../edge/any-signal.ts';
import { type Wait, waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import { awaitVerdict, verdictError } from '../submission/await-verdict.ts';
import type { Verdict } from '../submission/verdict.ts';
import type { CheckListener, CheckResult } from './check-listener.ts';
import type { CheckOptions, CheckParts } from './check-options.ts';
import { drawnGestures } from './drawn-gestures.ts';
import type { GestureSource } from './gesture-source.ts';
import { type GivenConsent, givenConsent } from './given-consent.ts';
import { KeptFrames } from './kept-frames.ts';
import { PacedGestures } from './paced-gestures.ts';
import { runChallenge } from './run-challenge.ts';

/**
 * One check, from the camera to the job id or the verdict. It owns everything it opens and releases it on every path;
 * aborting `signal` ends it with the signal's reason.
 * @throws {LivenessError}
 */
export async function runCheck(
  options: CheckOptions,
  parts: CheckParts,
  listener: CheckListener,
  signal: AbortSignal,
): Promise<CheckResult> {
  const own = new AbortController();
  const within = anySignal(signal, own.signal);
  let encoder: JpegEncoder | undefined;
  try {
    listener.onState({ name: 'preparing', loadedBytes: 0, totalBytes: 0 });
    // A listener of this state may have cancelled the check.
    signal.throwIfAborted();
    // Before anybody is asked for a camera or a token.
    const missing = parts.missingEngine();
    if (missing.length > 0) throw engineError(missing);
    // At once: its worker is there before the first image is.
    encoder = parts.openEncoder();
    const captured = await captureEvidence(options, { ...parts, encoder }, listener, within);
    const { token, source, images, camera, consent } = captured;
    listener.onState({ name: 'submitting' });
    const { apiUrl, threshold } = options;
    const paced = await waitFor(source.finish(), ending(within, 'the evidence'));
    const jobId = await parts.submit(
      paced
        ? { apiUrl, token, images: paced.lastFrames, threshold, session: paced.commit }
        : { apiUrl, token, images, threshold },
      within,
    );
    const verdict = await judge(jobId, options, parts, listener, within);
    const sent = paced?.images ?? images;
    return { jobId, images: sent, camera, consent, verdict, paced: source.isPaced };
  } finally {
    own.abort();
    encoder?.close();
  }
}

/** A browser that scrambles canvases could do the check if it were let; one that lacks more could not. */
function engineError(missing: ReturnType<CheckParts['missingEngine']>): LivenessError {
  const isScrambled = missing.every((feature) => feature === 'canvas-readback');
  const code = isScrambled ? 'canvas-scrambled' : 'unsupported-browser';
  return new LivenessError(code, { errors: missing });
}

/** Each part has limits of its own; the check can end before. */
function ending(signal: AbortSignal, what: string): Wait {
  return { what, signal, limitMs: 'limited-inside' };
}

/** The parts with what was opened of them. */
type OpenedParts = CheckParts & { readonly encoder: JpegEncoder };

/** What the camera was needed for. */
interface CapturedEvidence {
  readonly token: string;
  readonly source: GestureSource;
  /** None when the session is paced: its source has them. */
  readonly images: readonly CapturedImage[];
  readonly camera: RankedCamera;
  readonly consent: GivenConsent | undefined;
}

/** Everything that needs the camera; when it returns or throws, the camera is off. */
async function captureEvidence(
  options: CheckOptions,
  parts: OpenedParts,
  listener: CheckListener,
  signal: AbortSignal,
): Promise<CapturedEvidence> {
  const own = new AbortController();
  const within = anySignal(signal, own.signal);
  const opening = parts.openCamera(within, options.cameraId).then((camera) => {
    // At once: the person can settle down before the camera while the tracker loads.
    if (!within.aborted) listener.onCamera(camera);
    return camera;
  });
  const frames = new KeptFrames();
  let isLoading = false;
  try {
    const ready = Promise.all([
      opening,
      parts.acquireTracker((loadedBytes, totalBytes, fallback) => {
        // What was loaded before is no news while the person is asked for the camera.
        isLoading ||= loadedBytes < totalBytes || fallback !== undefined;
        if (within.aborted || !isLoading) return;
        const progress = { loadedBytes, totalBytes, ...(fallback && { fallback }) };
        listener.onState({ name: 'preparing', ...progress });
      }),
      options.fetchToken(within),
    ]);
    const [camera, tracker, token] = await waitFor(
      ready,
      ending(within, 'camera, tracker and token'),
    );
    // Only now: a refused camera must not cost an activated token.
    const consent = await givenConsent(options.consentText);
    const choosing = chooseSource(options, parts, { token, consent }, signal);
    const source = await waitFor(choosing, ending(within, 'the activation'));
    camera.onDevicesChanged(() => {
      if (!within.aborted) listener.onCamera(camera);
    });
    const scene = { camera, tracker, source, kept: frames, requests: options.requests };
    const done = await runChallenge(scene, listener, within);
    // What a paced session shows was encoded step by step.
    const shown = source.isPaced ? [] : (['neutral', ...done.sequence] as const);
    const kept = frames.inOrder(shown.length);
    const encoding = kept.map((frame, place) =>
      parts.encoder.encode(frame, shown[place] ?? 'neutral'),
    );
    const images = (await Promise.all(encoding)).map(({ image }) => image);
    return { token, source, images, camera: done.takenBy, consent };
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
  options: CheckOptions,
  parts: OpenedParts,
  { token, consent }: Pick<CapturedEvidence, 'token' | 'consent'>,
  signal: AbortSignal,
): Promise<GestureSource> {
  const { apiUrl, gestureCount, pacing } = options;
  if (pacing === 'off') return drawnGestures(options, parts);
  const key = await createEvidenceKey();
  const consentSha256 = consent?.sha256;
  const binding = { publicKey: key.publicKey, consentSha256 };
  // Without gestures there is nothing to pace.
  const connection = { apiUrl, token, pacing };
  const session = gestureCount > 0 && (await parts.openSession(connection, binding, signal));
  if (session) {
    const holder = { key, token, consentSha256 };
    return new PacedGestures(session, holder, options, parts.encoder);
  }
  if (pacing === 'required') throw new LivenessError('pacing-unavailable');
  return drawnGestures(options, parts);
}

async function judge(
  jobId: string,
  { askResult }: CheckOptions,
  { sleep }: CheckParts,
  listener: CheckListener,
  signal: AbortSignal,
): Promise<Verdict | undefined> {
  if (!askResult) return undefined;
  listener.onState({ name: 'judging', jobId });
  const verdict = await awaitVerdict(askResult, jobId, sleep, signal);
  const error = verdictError(verdict, jobId);
  if (error) throw error;
  return verdict;
}
