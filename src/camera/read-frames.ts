import { abortable } from '../abortable.ts';
import type { Frame } from './frame.ts';
import { REPLACED, type TrackLife } from './track-life.ts';
import { whileCameraLives } from './while-camera-lives.ts';

/**
 * Reads frames off a playing video, the newest whenever one is asked for, and closes each when the next is asked for.
 * `settled` gives the camera that is on; when that one is changed for another, the frames go on with the other.
 * @throws {LivenessError} `camera-lost`
 */
export async function* readFrames(
  video: HTMLVideoElement,
  settled: () => Promise<TrackLife>,
  silenceLimitMs: number,
  signal: AbortSignal,
): AsyncGenerator<Frame, never> {
  for (;;) {
    const { over } = await abortable(settled(), signal);
    const capturedAtMs = await whileCameraLives<number>([signal, over], silenceLimitMs, (resolve) =>
      nextPicture(video, resolve),
    ).catch((reason: unknown) => {
      if (reason !== REPLACED) throw reason;
      return undefined;
    });
    if (capturedAtMs === undefined) continue;
    const image = await takePicture(video, capturedAtMs);
    try {
      yield { image, widthPx: video.videoWidth, heightPx: video.videoHeight, capturedAtMs };
    } finally {
      image.close();
    }
  }
}

/** Tells the time of the next picture; returns how to call it off. */
function nextPicture(video: HTMLVideoElement, tell: (capturedAtMs: number) => void): () => void {
  const callback = video.requestVideoFrameCallback((nowMs, { captureTime }) =>
    tell(captureTime ?? nowMs),
  );
  return () => video.cancelVideoFrameCallback(callback);
}

async function takePicture(
  video: HTMLVideoElement,
  capturedAtMs: number,
): Promise<VideoFrame | ImageBitmap> {
  if (typeof VideoFrame === 'undefined') return createImageBitmap(video);
  return new VideoFrame(video, { timestamp: Math.round(capturedAtMs * 1000) });
}
