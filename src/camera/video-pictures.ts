import type { Frame } from './frame.ts';
import type { PictureSource } from './picture-source.ts';

/** The pictures as the video shows them, for browsers in which a page cannot read the camera's track. */
export function watchVideo(video: HTMLVideoElement, tell: () => void): PictureSource {
  let shownAtMs: number | undefined;
  const stop = watchRepaints(video, (capturedAtMs) => {
    shownAtMs = capturedAtMs;
    tell();
  });
  return {
    take() {
      const capturedAtMs = shownAtMs;
      shownAtMs = undefined;
      return capturedAtMs === undefined ? undefined : pictureOf(video, capturedAtMs);
    },
    stop,
  };
}

/**
 * What the video shows now; nothing before its first picture. The video itself keeps it until it is taken: a copy of every
 * picture would cost time for those that are dropped.
 */
export async function pictureOf(
  video: HTMLVideoElement,
  capturedAtMs: number,
): Promise<Frame | undefined> {
  const { videoWidth: widthPx, videoHeight: heightPx } = video;
  if (widthPx === 0) return undefined;
  const image =
    typeof VideoFrame === 'undefined'
      ? await createImageBitmap(video)
      : new VideoFrame(video, { timestamp: Math.round(capturedAtMs * 1000) });
  return { capturedAtMs, widthPx, heightPx, image };
}

/**
 * Tells the time of each picture that the video shows, on the clock of `performance.now()`; returns how to stop.
 * Firefox before 132 has no callback for pictures. There the video's own clock is looked at before each repaint: it moves
 * with the pictures and stands still with them. The time is then that of the repaint, a frame late at most.
 */
function watchRepaints(video: HTMLVideoElement, tell: (capturedAtMs: number) => void): () => void {
  let handle: number;
  if (typeof video.requestVideoFrameCallback === 'function') {
    const next = (nowMs: number, { captureTime }: VideoFrameCallbackMetadata): void => {
      handle = video.requestVideoFrameCallback(next);
      tell(captureTime ?? nowMs);
    };
    handle = video.requestVideoFrameCallback(next);
    return () => video.cancelVideoFrameCallback(handle);
  }
  let shownS = video.currentTime;
  const look = (nowMs: number): void => {
    handle = requestAnimationFrame(look);
    if (video.currentTime === shownS) return;
    shownS = video.currentTime;
    tell(nowMs);
  };
  handle = requestAnimationFrame(look);
  return () => cancelAnimationFrame(handle);
}
