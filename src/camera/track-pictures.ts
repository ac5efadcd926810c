import { type CaptureTime, captureTime } from './capture-time.ts';
import type { PictureSource } from './picture-source.ts';
import { pictureOf } from './video-pictures.ts';

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
export function watchTrack(
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
