import type { Frame } from './frame.ts';
import type { PictureSource } from './picture-source.ts';
import type { TrackLife } from './track-life.ts';
import { watchTrack } from './track-pictures.ts';
import { watchVideo } from './video-pictures.ts';

/**
 * The newest picture of a camera that nobody took yet.
 * It watches until it is closed or the camera's life is over, which must be before the video gets another camera: Chromium
 * 147 ends the page's process when a callback for the video's pictures is pending then (seen in 7 of 11 runs of the
 * tests, and in none without).
 */
export class LatestPicture {
  readonly #source: PictureSource;
  readonly #stopWatching: () => void;
  #waits = false;
  #tell: (() => void) | undefined;

  constructor(video: HTMLVideoElement, { track, over }: Pick<TrackLife, 'track' | 'over'>) {
    const arrived = (): void => this.#arrived();
    this.#source = watchTrack(track, video, arrived) ?? watchVideo(video, arrived);
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
