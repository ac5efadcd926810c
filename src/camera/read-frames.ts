import { LivenessError } from '../errors.ts';
import type { Frame } from './frame.ts';

/** A camera that gives nothing for this long while the page is visible is taken for lost. */
export const SILENCE_LIMIT_MS = 8000;

/**
 * Reads frames off a playing video, the newest whenever one is asked for, and closes each when the next is asked for.
 * @throws {LivenessError} `camera-lost`
 */
export async function* readFrames(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  signal: AbortSignal,
): AsyncGenerator<Frame, never> {
  for (;;) {
    const capturedAtMs = await nextPicture(video, track, signal);
    const image = await takePicture(video, capturedAtMs);
    try {
      yield { image, widthPx: video.videoWidth, heightPx: video.videoHeight, capturedAtMs };
    } finally {
      image.close();
    }
  }
}

/** Resolves with the time of the next picture; everything it hangs on the page is taken off again. */
function nextPicture(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  signal: AbortSignal,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const lost = (detail: string): void =>
      settle(() => reject(new LivenessError('camera-lost', { detail })));
    const ended = (): void => lost('the track ended');
    const aborted = (): void => settle(() => reject(signal.reason));
    const callback = video.requestVideoFrameCallback((nowMs, { captureTime }) =>
      settle(() => resolve(captureTime ?? nowMs)),
    );
    // A hidden page gets no pictures, and that is no fault of the camera.
    const watchdog = setInterval(() => {
      if (document.visibilityState === 'visible') lost('no picture arrives');
    }, SILENCE_LIMIT_MS);
    const settle = (act: () => void): void => {
      clearInterval(watchdog);
      video.cancelVideoFrameCallback(callback);
      track.removeEventListener('ended', ended);
      signal.removeEventListener('abort', aborted);
      act();
    };
    track.addEventListener('ended', ended);
    signal.addEventListener('abort', aborted);
    if (signal.aborted) aborted();
    else if (track.readyState === 'ended') ended();
  });
}

async function takePicture(
  video: HTMLVideoElement,
  capturedAtMs: number,
): Promise<VideoFrame | ImageBitmap> {
  if (typeof VideoFrame === 'undefined') return createImageBitmap(video);
  return new VideoFrame(video, { timestamp: Math.round(capturedAtMs * 1000) });
}
