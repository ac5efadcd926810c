import { BARE_GESTURE_STRENGTH } from './thresholds.ts';

/** What a gesture is worth: {@link BARE_GESTURE_STRENGTH} when it only just counts, rising to 1 for one twice as clear. */
export function gestureStrength(clearness: number): number {
  return Math.min(1, BARE_GESTURE_STRENGTH + (1 - BARE_GESTURE_STRENGTH) * (clearness - 1));
}

/** The mean, to three decimals; 0 of nothing. */
export function meanStrength(strengths: readonly number[]): number {
  if (strengths.length === 0) return 0;
  const mean = strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
  return Math.round(mean * 1000) / 1000;
}
