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

/**
 * The mean of strengths that count in any case and of those that may help: of these, each is taken in only where it raises
 * the mean. So nothing that is seen more clearly ever lowers the score. To three decimals; 0 of nothing.
 */
export function meanStrengthWithHelp(
  required: readonly number[],
  helpful: readonly number[],
): number {
  let best = meanStrength(required);
  const taken = [...required];
  for (const strength of helpful.toSorted((a, b) => b - a)) {
    taken.push(strength);
    best = Math.max(best, meanStrength(taken));
  }
  return best;
}
