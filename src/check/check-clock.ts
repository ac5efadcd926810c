/** A pause between two frames longer than this was a hidden tab or a stalled camera, not the person's time. */
const LONGEST_STEP_MS = 500;

/**
 * The clock of a check: it runs with the frames, so that nobody runs out of time while the page is hidden
 * or the phone is busy.
 */
export class CheckClock {
  #nowMs = 0;
  #lastFrameMs: number | undefined;

  /** Moves on to a frame's time and returns the time of the check. */
  tick(frameMs: number): number {
    const step = this.#lastFrameMs === undefined ? 0 : frameMs - this.#lastFrameMs;
    this.#lastFrameMs = frameMs;
    this.#nowMs += Math.max(0, Math.min(step, LONGEST_STEP_MS));
    return this.#nowMs;
  }

  /** Moves on to a frame's time as if `gapMs` had passed since the one before. */
  skip(frameMs: number, gapMs: number): number {
    this.#lastFrameMs = frameMs;
    this.#nowMs += gapMs;
    return this.#nowMs;
  }
}
