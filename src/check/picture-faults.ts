import { LivenessError } from '../errors.ts';
import type { PictureFault } from '../face/face-signals.ts';

/** The person is told at once what is wrong with the picture, and has this long to open a cover. */
export const PICTURE_FAULT_LIMIT_MS = 15_000;

/** Counts how long a camera shows nothing that a face could be seen in. */
export class PictureFaults {
  #sinceMs: number | undefined;

  /**
   * Takes what is wrong with the picture of this moment, if anything is.
   * @throws {LivenessError} `camera-blank` or, when it is frozen, `camera-lost`, when something has been for too long
   */
  take(fault: PictureFault | undefined, nowMs: number): void {
    if (!fault) {
      this.#sinceMs = undefined;
      return;
    }
    this.#sinceMs ??= nowMs;
    if (nowMs - this.#sinceMs < PICTURE_FAULT_LIMIT_MS) return;
    const detail = `the picture is ${fault}`;
    throw new LivenessError(fault === 'frozen' ? 'camera-lost' : 'camera-blank', { detail });
  }
}
