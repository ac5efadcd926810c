import type { Frame } from './frame.ts';

/**
 * The newest picture of a video that nobody took yet. The video itself keeps it until it is taken: a copy of every picture
 * would cost time for those that are dropped.
 * It watches until it is closed or `over` aborts, which must be before the video gets another camera: Chromium 147 ends the
 * page's process when a callback for pictures is pending then (seen in 7 of 11 runs of the tests, and in none without).
 */
export class LatestPicture {
  readonly #video: HTMLVideoElement;
  readonly #stopWatching: () => void;
  /** When the waiting picture was taken, if one waits. */
  #waitingSinceMs: number | undefined;
  #tell: (() => void) | undefined;

  constructor(video: HTMLVideoElement, over: AbortSignal) {
    this.#video = video;
    const stop = watchPictures(video, (capturedAtMs) => this.#arrived(capturedAtMs));
    over.addEventListener('abort', stop, { once: true });
    if (over.aborted) stop();
    this.#stopWatching = () => {
      over.removeEventListener('abort', stop);
      stop();
    };
  }

  /** Calls back once, when a picture waits; at once when one does. Returns how to call it off. */
  whenThere(tell: () => void): () => void {
    this.#tell = tell;
    if (this.#waitingSinceMs !== undefined) tell();
    return () => {
      this.#tell = undefined;
    };
  }

  /** The waiting picture, which is the caller's from now on. */
  async take(): Promise<Frame | undefined> {
    const capturedAtMs = this.#waitingSinceMs;
    this.#waitingSinceMs = undefined;
    const { videoWidth: widthPx, videoHeight: heightPx } = this.#video;
    if (capturedAtMs === undefined || widthPx === 0) return undefined;
    const image =
      typeof VideoFrame === 'undefined'
        ? await createImageBitmap(this.#video)
        : new VideoFrame(this.#video, { timestamp: Math.round(capturedAtMs * 1000) });
    return { capturedAtMs, widthPx, heightPx, image };
  }

  /** Stops watching the video. */
  close(): void {
    this.#stopWatching();
    this.#waitingSinceMs = undefined;
  }

  #arrived(capturedAtMs: number): void {
    if (this.#video.videoWidth === 0) return;
    this.#waitingSinceMs = capturedAtMs;
    const tell = this.#tell;
    this.#tell = undefined;
    tell?.();
  }
}

/**
 * Tells the time of each picture that the video shows, on the clock of `performance.now()`; returns how to stop.
 * Firefox before 132 has no callback for pictures. There the video's own clock is looked at before each repaint: it moves
 * with the pictures and stands still with them. The time is then that of the repaint, a frame late at most.
 */
function watchPictures(video: HTMLVideoElement, tell: (capturedAtMs: number) => void): () => void {
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
