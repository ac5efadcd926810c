import type { PassiveScore } from '../evidence.ts';
import type { FaceRule } from '../rule.ts';

/** The operator's own detector, where there is one: below its minimum nothing is live. */
export const PASSIVE_SCORE_LOW: FaceRule = {
  code: 'passive-score-low',
  needs: 'faces',
  outcome: 'not-live',
  description:
    'The passive detector of the operator, where there is one, says that this is an attack.',
  measures: 'its score, 0..1',
  limits: '≥ `--passive-minimum`',
  find({ passive }) {
    if (!passive || passive.score >= passive.minimum) return [];
    const message = 'The passive detector says that this is an attack.';
    return [{ message, measured: passive.score, limit: passive.minimum }];
  },
  measure({ passive }) {
    if (!passive) return [];
    const { minimum: limit, score: measured } = passive;
    const message = `The passive detector says ${measured.toFixed(3)}.`;
    return [{ code: 'passive-score', message, measured, limit }];
  },
};

/**
 * A passive detector's score as evidence.
 * @throws RangeError when the score is no number from 0 to 1
 */
export function passiveScoreOf(score: number, minimum: number): PassiveScore {
  if (!(score >= 0 && score <= 1)) throw new RangeError('The passive score is not from 0 to 1.');
  return { score, minimum };
}
