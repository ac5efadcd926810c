import type { Frame } from './frame.ts';

/** Tells of each picture of a camera that comes, and gives the newest. */
export interface PictureSource {
  /** Hands over the newest untaken picture, if there is one; the caller must close it. */
  take(): Frame | undefined | Promise<Frame | undefined>;
  /** Stops the source and closes an untaken picture. */
  stop(): void;
}

/**
 * The pictures of a camera that plays in this video, from the source that is nearest to the camera; `tell` is called for each.
 */
export function watchPictures(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
  tell: () => void,
): PictureSource {
  return watchTrack(track, video, tell) ?? watchVideo(video, tell);
}

/** Chromium's reader of tracks, which the DOM library does not know. */
interface ProcessorScope {
  readonly MediaStreamTrackProcessor?: new (options: {
    track: MediaStreamTrack;
    maxBufferSize: number;
  }) => { readonly readable: ReadableStream<VideoFrame> };
}

/**
 * The pictures as the camera gives them, before they are made ready for the screen: they come some 12 ms sooner than to the
 * video, and they lie in memory, where the face tracker finds them (docs/bench-tracking.md).
 * `undefined` where a page cannot read tracks: Firefox, and Safari outside of workers.
 */
function watchTrack(
  track: MediaStreamTrack,
  video: HTMLVideoElement,
  tell: () => void,
): PictureSource | undefined {
  const reader = openReader(track);
  if (!reader) return undefined;
  let stopped = false;
  let newest: VideoFrame | undefined;
  let time: CaptureTime | undefined;
  const read = async (): Promise<void> => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      // A hidden page shows nobody anything and asks nobody for anything.
      if (stopped || document.visibilityState === 'hidden') {
        value.close();
        continue;
      }
      newest?.close();
      newest = value;
      time = captureTime(time, value.timestamp, performance.now());
      tell();
    }
  };
  // When a track can be read no more, its own life tells why.
  read().catch(() => undefined);
  return {
    take() {
      const [image, at] = [newest, time];
      newest = undefined;
      if (!image || !at) return undefined;
      const { displayWidth: widthPx, displayHeight: heightPx } = image;
      const { videoWidth, videoHeight } = video;
      if (widthPx === videoWidth && heightPx === videoHeight) {
        return { image, widthPx, heightPx, capturedAtMs: at.capturedAtMs };
      }
      // The video shows it otherwise: turned upright, or the camera has just been turned. What is seen is what counts.
      image.close();
      return pictureOf(video, at.capturedAtMs);
    },
    stop() {
      stopped = true;
      newest?.close();
      newest = undefined;
      reader.cancel().catch(() => undefined);
    },
  };
}

function openReader(track: MediaStreamTrack): ReadableStreamDefaultReader<VideoFrame> | undefined {
  const { MediaStreamTrackProcessor } = globalThis as ProcessorScope;
  if (!MediaStreamTrackProcessor || track.readyState === 'ended') return undefined;
  return new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable.getReader();
}

/** The pictures as the video shows them, for browsers in which a page cannot read the camera's track. */
function watchVideo(video: HTMLVideoElement, tell: () => void): PictureSource {
  let shownAtMs: number | undefined;
  const stop = watchRepaints(video, (capturedAtMs) => {
    if (document.visibilityState === 'hidden') return;
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
async function pictureOf(
  video: HTMLVideoElement,
  capturedAtMs: number,
): Promise<Frame | undefined> {
  if (video.videoWidth === 0) return undefined;
  const frame = frameOf(video, capturedAtMs);
  if (frame) {
    const { displayWidth: widthPx, displayHeight: heightPx } = frame;
    return { capturedAtMs, widthPx, heightPx, image: frame };
  }
  const image = await createImageBitmap(video);
  return { capturedAtMs, widthPx: image.width, heightPx: image.height, image };
}

/**
 * What the video shows, without a copy. `undefined` where there is no such thing, and where it has another shape than what is
 * seen: a browser may turn what it shows and not what it hands over, and say nothing of it. A bitmap is drawn as it is seen.
 */
function frameOf(video: HTMLVideoElement, capturedAtMs: number): VideoFrame | undefined {
  if (typeof VideoFrame === 'undefined') return undefined;
  const frame = new VideoFrame(video, { timestamp: Math.round(capturedAtMs * 1000) });
  const { displayWidth, displayHeight } = frame;
  if (displayWidth === video.videoWidth && displayHeight === video.videoHeight) return frame;
  frame.close();
  return undefined;
}

/**
 * Tells the time of each picture that the video shows, on the clock of `performance.now()`; returns how to stop.
 * Firefox before 132 has no callback for pictures. There the video's own clock is looked at before each repaint: it moves
 * with the pictures. The time is then that of the repaint, a frame late at most. In Firefox the clock goes on when no pictures
 * come (seen in 153): the last one is given again, and found frozen.
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
