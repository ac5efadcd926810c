import { waitFor } from '../edge/wait-for.ts';
import type { Frame } from './frame.ts';
import { type PictureSource, watchPictures } from './picture-source.ts';
import { REPLACED, type TrackLife, whileCameraLives } from './track-life.ts';

/**
 * Reads frames off a playing video, and closes each when the next is asked for. One that came meanwhile waits, the newest
 * alone: frames are dropped, never queued.
 * `settled` gives the camera that is on; when that one is changed for another, the frames go on with the other.
 * @throws {LivenessError} `camera-lost`
 */
export async function* readFrames(
  video: HTMLVideoElement,
  settled: () => Promise<TrackLife>,
  silenceLimitMs: number,
  signal: AbortSignal,
): AsyncGenerator<Frame, never> {
  let latest: LatestPicture | undefined;
  let life: TrackLife | undefined;
  try {
    for (;;) {
      // A switch opens and refuses within its own limits.
      const current = await waitFor(settled(), {
        what: 'another camera',
        signal,
        limitMs: 'limited-inside',
      });
      if (!latest || life !== current) {
        // What waits is of the camera before.
        latest?.close();
        latest = new LatestPicture(video, current);
        life = current;
      }
      const waiting = latest;
      const arrived = await whileCameraLives<true>(
        [signal, current.over],
        silenceLimitMs,
        (resolve) => waiting.whenThere(() => resolve(true)),
      ).catch((reason: unknown) => {
        if (reason !== REPLACED) throw reason;
        return false;
      });
      const frame = arrived && (await waiting.take());
      if (!frame) continue;
      try {
        yield frame;
      } finally {
        frame.image.close();
      }
    }
  } finally {
    latest?.close();
  }
}

/**
 * Holds the newest untaken picture of a camera.
 * It watches until it is closed or the camera's life is over, which must be before the video gets another camera: Chromium
 * 147 ends the page's process when a callback for the video's pictures is pending then (seen in 7 of 11 runs of the
 * tests, and in none without).
 */
class LatestPicture {
  readonly #source: PictureSource;
  readonly #stopWatching: () => void;
  #waits = false;
  #tell: (() => void) | undefined;

  constructor(video: HTMLVideoElement, { track, over }: Pick<TrackLife, 'track' | 'over'>) {
    const arrived = (): void => this.#arrived();
    this.#source = watchPictures(track, video, arrived);
    const stop = (): void => this.#source.stop();
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
    if (this.#waits) tell();
    return () => {
      this.#tell = undefined;
    };
  }

  /** The waiting picture, which is the caller's from now on. */
  async take(): Promise<Frame | undefined> {
    this.#waits = false;
    return this.#source.take();
  }

  /** Stops watching. */
  close(): void {
    this.#stopWatching();
    this.#waits = false;
  }

  #arrived(): void {
    this.#waits = true;
    const tell = this.#tell;
    this.#tell = undefined;
    tell?.();
  }
}
