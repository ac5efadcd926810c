import type { Frame } from './frame.ts';

/** A picture that waits. */
interface Waiting {
  readonly capturedAtMs: number;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Without `VideoFrame` the video itself keeps it: its picture is made a bitmap when it is asked for. */
  readonly image: VideoFrame | undefined;
}

/** The newest picture of a video that nobody took yet. It owns what waits; whoever makes it closes it. */
export class LatestPicture {
  readonly #video: HTMLVideoElement;
  readonly #stopWatching: () => void;
  #waiting: Waiting | undefined;
  #tell: (() => void) | undefined;

  constructor(video: HTMLVideoElement) {
    this.#video = video;
    this.#stopWatching = watchPictures(video, (capturedAtMs) => this.#hold(capturedAtMs));
  }

  /** Calls back once, when a picture waits; at once when one does. Returns how to call it off. */
  whenThere(tell: () => void): () => void {
    this.#tell = tell;
    if (this.#waiting) tell();
    return () => {
      this.#tell = undefined;
    };
  }

  /** The waiting picture, which is the caller's from now on. */
  async take(): Promise<Frame | undefined> {
    const taken = this.#waiting;
    this.#waiting = undefined;
    if (!taken) return undefined;
    return { ...taken, image: taken.image ?? (await createImageBitmap(this.#video)) };
  }

  /** Forgets the waiting picture. */
  drop(): void {
    this.#waiting?.image?.close();
    this.#waiting = undefined;
  }

  /** Stops watching the video. */
  close(): void {
    this.#stopWatching();
    this.drop();
  }

  #hold(capturedAtMs: number): void {
    const { videoWidth: widthPx, videoHeight: heightPx } = this.#video;
    if (widthPx === 0) return;
    this.drop();
    const image =
      typeof VideoFrame === 'undefined'
        ? undefined
        : new VideoFrame(this.#video, { timestamp: Math.round(capturedAtMs * 1000) });
    this.#waiting = { capturedAtMs, widthPx, heightPx, image };
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
