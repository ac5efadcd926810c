import { GUIDANCE as G } from './guidance-thresholds.ts';
import type { Hint } from './hint.ts';

/** What is on the screen and what should be; a hint that comes and goes with every frame cannot be read. */
export interface SteadyHint {
  /** On the screen. */
  readonly hint: Hint | undefined;
  readonly hintSinceMs: number;
  /** What the last frame asked for. */
  readonly wantedHint: Hint | undefined;
  readonly wantedSinceMs: number;
}

/** Shows a hint at once. */
export function showHint(hint: Hint | undefined, nowMs: number): SteadyHint {
  return { hint, hintSinceMs: nowMs, wantedHint: hint, wantedSinceMs: nowMs };
}

/**
 * Takes what this frame asks for. The hint on the screen changes when another has been wanted for a while and it has
 * been there long enough to be read. Pure.
 */
export function steadyHint(
  last: SteadyHint,
  wantedHint: Hint | undefined,
  nowMs: number,
): SteadyHint {
  const wantedSinceMs = wantedHint === last.wantedHint ? last.wantedSinceMs : nowMs;
  const isSure = nowMs - wantedSinceMs >= G.hintConfirmMs;
  const wasRead = last.hint === undefined || nowMs - last.hintSinceMs >= G.hintShortestMs;
  return wantedHint !== last.hint && isSure && wasRead
    ? { hint: wantedHint, hintSinceMs: nowMs, wantedHint, wantedSinceMs }
    : { hint: last.hint, hintSinceMs: last.hintSinceMs, wantedHint, wantedSinceMs };
}
