import { GESTURES } from '../../../challenge/gesture.ts';
import type { FaceEvidence } from './evidence.ts';
import type { Step } from './read-steps.ts';

/** What a gesture is worth that only just reaches its minimum; twice the minimum is worth 1. */
export const BARE_GESTURE_STRENGTH = 0.8;

/**
 * How live the gestures look, 0..1: the mean of what each step is worth. Pure.
 *
 * A gesture that was asked and may go unseen is taken in only where it raises the mean: one that cannot be seen, or hardly,
 * counts neither for nor against. A passive detector's score can only lower the result.
 */
export function scoreSteps({ passive, steps }: Pick<FaceEvidence, 'passive' | 'steps'>): number {
  const isOptional = ({ asked }: Step) =>
    asked !== undefined && GESTURES[asked].mayGoUnseen === true;
  const worth = ({ seen }: Step) => (seen ? gestureStrength(seen.clearness) : 0);
  const score = meanWithOptional(
    steps.filter((step) => !isOptional(step)).map(worth),
    steps.filter((step) => isOptional(step) && step.seen).map(worth),
  );
  return Math.min(score, passive?.score ?? 1);
}

/** What a gesture is worth: {@link BARE_GESTURE_STRENGTH} when it only just counts, rising to 1 for one twice as clear. */
function gestureStrength(clearness: number): number {
  return Math.min(1, BARE_GESTURE_STRENGTH + (1 - BARE_GESTURE_STRENGTH) * (clearness - 1));
}

/** The mean, to three decimals; 0 of nothing. */
function meanStrength(strengths: readonly number[]): number {
  if (strengths.length === 0) return 0;
  const mean = strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
  return Math.round(mean * 1000) / 1000;
}

/**
 * The mean of strengths that count in any case and of those that may help: of these, each is taken in only where it raises
 * the mean. So nothing that is seen more clearly ever lowers the score. To three decimals; 0 of nothing.
 */
function meanWithOptional(required: readonly number[], optional: readonly number[]): number {
  let best = meanStrength(required);
  const taken = [...required];
  for (const strength of optional.toSorted((a, b) => b - a)) {
    taken.push(strength);
    best = Math.max(best, meanStrength(taken));
  }
  return best;
}
