import type { Frame } from './frame.ts';

/** Tells of each picture of a camera that comes, and gives the newest. */
export interface PictureSource {
  /** The newest picture that nobody took, if there is one; it is the caller's from now on. */
  take(): Frame | undefined | Promise<Frame | undefined>;
  /** Ends it, and closes what nobody took. */
  stop(): void;
}
