import { afterVisible } from '../edge/after-visible.ts';
import { anySignal } from '../edge/any-signal.ts';
import { sleep } from '../edge/sleep.ts';
import { waitFor } from '../edge/wait-for.ts';
import { LivenessError } from '../errors.ts';
import { cameraError, isBusy } from './camera-error.ts';
import { cameraPermission, refusalFacts } from './camera-permission.ts';

/** 720p, or the nearest that there is. */
const SIZE = { width: { ideal: 1280 }, height: { ideal: 720 } } as const;

/**
 * Pauses before a busy camera is asked for again. Cameras are let go of late: 300 ms after `stop()` on common Android phones,
 * a second or two by another app that has just been closed.
 */
export const BUSY_PAUSES_MS: readonly number[] = [200, 400, 800, 1200];

/** A camera that may be used and does not open for this long will not: a driver hangs. */
export const OPENING_LIMIT_MS = 10_000;

/** Shorter for further cameras: the person has waited for the first one. */
export const OTHER_OPENING_LIMIT_MS = 2000;

/** How patiently a camera is asked for. */
export interface OpeningPatience {
  readonly busyPausesMs: readonly number[];
  readonly openingMs: number;
}

/**
 * Asks the browser for the front camera, or for a certain one, and again when it is busy. What cannot give the size that is
 * asked for is asked once more without. The browser's question may stay open as long as the person likes; from the
 * permission on there is a limit. A camera that opens after the end is switched off.
 * @throws {LivenessError} one of the `camera-…` codes
 */
export async function requestCamera(
  patience: OpeningPatience,
  signal: AbortSignal,
  deviceId?: string,
): Promise<MediaStream> {
  for (let tried = 0; ; tried++) {
    try {
      return await openWithin(patience.openingMs, signal, deviceId);
    } catch (cause) {
      signal.throwIfAborted();
      if (cause instanceof LivenessError) throw cause;
      const pauseMs = isBusy(cause) ? patience.busyPausesMs[tried] : undefined;
      if (pauseMs === undefined) throw cameraError(cause, await refusalFacts());
      await sleep(pauseMs, signal);
    }
  }
}

async function openWithin(
  limitMs: number,
  signal: AbortSignal,
  deviceId?: string,
): Promise<MediaStream> {
  const own = new AbortController();
  const over = anySignal(signal, own.signal);
  const opening = open(deviceId);
  opening.then(
    (stream) => {
      if (over.aborted) for (const track of stream.getTracks()) track.stop();
    },
    () => undefined,
  );
  const callOff = oncePermitted(limitMs, over, () => {
    const detail = 'the browser does not open the camera';
    own.abort(new LivenessError('camera-in-use', { detail }));
  });
  try {
    return await waitFor(opening, { what: 'the camera', signal: over, limitMs: 'person-answers' });
  } finally {
    callOff();
  }
}

/** Calls `act` when the camera has been permitted for `limitMs` and the page visible; returns how to call it off. */
function oncePermitted(limitMs: number, signal: AbortSignal, act: () => void): () => void {
  const ended = new AbortController();
  let callOff: (() => void) | undefined;
  void cameraPermission().then((status) => {
    const look = (): void => {
      if (status?.state === 'granted' && !ended.signal.aborted && !signal.aborted) {
        callOff ??= afterVisible(limitMs, act);
      }
    };
    look();
    status?.addEventListener('change', look, { signal: ended.signal });
  });
  return () => {
    ended.abort();
    callOff?.();
  };
}

async function open(deviceId?: string): Promise<MediaStream> {
  const which = deviceId ? { deviceId: { exact: deviceId } } : { facingMode: 'user' };
  const ask = (video: MediaTrackConstraints | true): Promise<MediaStream> =>
    navigator.mediaDevices.getUserMedia({ audio: false, video });
  return ask({ ...which, ...SIZE }).catch((cause: unknown) => {
    if (!(cause instanceof Error && cause.name === 'OverconstrainedError')) throw cause;
    // A certain camera is not exchanged for any other.
    return ask(deviceId ? which : true);
  });
}
