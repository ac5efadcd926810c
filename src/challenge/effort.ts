import type { GestureProgress } from './gesture-progress.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';

/** A gesture that was begun and has not counted: how near the person came, and since when. */
export interface Effort {
  /** Since when the strength has been near without a break; `undefined` while it is not. */
  readonly nearSinceMs: number | undefined;
  /** When an attempt that came near ended without counting. */
  readonly fellShortAtMs: number | undefined;
  /** Since when the face has been as the gesture wants it, though it has not been made: it was so before it was asked. */
  readonly heldSinceMs: number | undefined;
}

/** Nothing was tried yet. */
export const NO_EFFORT: Effort = {
  nearSinceMs: undefined,
  fellShortAtMs: undefined,
  heldSinceMs: undefined,
};

/** What an effort lacks. `more`: the gesture did not go far enough; `rest`: the face must relax before it can begin. */
export type Shortfall = 'more' | 'rest';

/** How far the person has come with the asked gesture, 0 at rest to 1 where it counts. Pure. */
export function strengthOf(progress: GestureProgress): number {
  switch (progress.phase) {
    case 'resting':
      return 0;
    case 'ready':
      return Math.min(1, Math.max(0, progress.last?.strength ?? 0));
    case 'reached':
    case 'seen':
      return 1;
  }
}

/**
 * Takes the progress after one more frame. `looksMade` says whether the face differs from the neutral one as the gesture
 * wants it, whatever it was like a moment ago. Pure.
 */
export function followEffort(
  effort: Effort,
  progress: GestureProgress,
  looksMade: boolean,
  nowMs: number,
): Effort {
  if (progress.phase === 'reached' || progress.phase === 'seen') return NO_EFFORT;
  const heldSinceMs = looksMade ? (effort.heldSinceMs ?? nowMs) : undefined;
  if (progress.phase === 'resting') return { ...NO_EFFORT, heldSinceMs };
  const isNear = strengthOf(progress) >= G.nearStrength;
  const fellShort = !isNear && effort.nearSinceMs !== undefined;
  return {
    nearSinceMs: isNear ? (effort.nearSinceMs ?? nowMs) : undefined,
    fellShortAtMs: fellShort ? nowMs : effort.fellShortAtMs,
    heldSinceMs,
  };
}

/** What the person should be told: nothing while a gesture is on its way, or before anything was tried. Pure. */
export function shortfallOf(effort: Effort, nowMs: number): Shortfall | undefined {
  const { nearSinceMs, fellShortAtMs, heldSinceMs } = effort;
  if (heldSinceMs !== undefined && nowMs - heldSinceMs >= G.heldMs) return 'rest';
  if (nearSinceMs !== undefined && nowMs - nearSinceMs >= G.stalledMs) return 'more';
  const isTold = fellShortAtMs !== undefined && nowMs - fellShortAtMs < G.fellShortMs;
  return isTold ? 'more' : undefined;
}
