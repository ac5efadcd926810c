/** When a picture was taken, and what is known by now of the camera's clock. */
export interface CaptureTime {
  /** On the clock of `performance.now()`, in milliseconds. */
  readonly capturedAtMs: number;
  /** That clock less the camera's, as the quickest picture so far has told. */
  readonly offsetMs: number;
}

/** A picture is never this late; a camera that says so has set its clock anew. */
const LONGEST_WAY_MS = 1000;

/**
 * When a picture was taken that came at `arrivedAtMs` and that the camera gives this time of its own, in microseconds.
 * Cameras do not say when their clock began, so the picture that was quickest on its way sets it: within half a
 * millisecond of what `requestVideoFrameCallback` tells (Chromium 147), and a page that is busy does not make later
 * ones look younger. Times always grow. Pure.
 */
export function captureTime(
  before: CaptureTime | undefined,
  timestampUs: number,
  arrivedAtMs: number,
): CaptureTime {
  const cameraMs = timestampUs / 1000;
  const offsetMs = Math.min(before?.offsetMs ?? Number.POSITIVE_INFINITY, arrivedAtMs - cameraMs);
  const capturedAtMs = cameraMs + offsetMs;
  const isBackwards = before !== undefined && capturedAtMs <= before.capturedAtMs;
  if (isBackwards || arrivedAtMs - capturedAtMs > LONGEST_WAY_MS) {
    return { capturedAtMs: arrivedAtMs, offsetMs: arrivedAtMs - cameraMs };
  }
  return { capturedAtMs, offsetMs };
}
