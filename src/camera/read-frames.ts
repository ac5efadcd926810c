import type { Frame } from './frame.ts';
import { whileCameraLives } from './while-camera-lives.ts';

/**
 * Reads frames off a playing video, the newest whenever one is asked for, and closes each when the next is asked for.
 * @throws {LivenessError} `camera-lost`
 */
export async function* readFrames(
  video: HTMLVideoElement,
  track: MediaStreamTrack,
  silenceLimitMs: number,
  signal: AbortSignal,
): AsyncGenerator<Frame, never> {
  for (;;) {
    const capturedAtMs = await whileCameraLives<number>(track, silenceLimitMs, signal, (resolve) =>
      nextPicture(video, resolve),
    );
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
