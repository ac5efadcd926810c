import { LivenessError } from '../errors.ts';
import type { SessionAnswer } from './session-wire.ts';

/** What a call of a session asked for. */
export type SessionMove = 'open' | 'commit' | 'swap' | 'more-time' | 'repeat' | 'restart';

/** One thing that must hold, and what is said when it does not. */
type Fact = readonly [holds: boolean, expected: string];

/**
 * Holds an answer to what was asked: a cache, an old proxy or another service can answer in the right shape and with the
 * wrong place, and a person would wait for ever before a step that never comes.
 * @throws {LivenessError} `rejected`, which names what does not fit
 */
export function requireProgress(
  move: SessionMove,
  before: SessionAnswer | undefined,
  after: SessionAnswer,
): SessionAnswer {
  const fault = factsOf(move, before, after).find(([holds]) => !holds);
  if (!fault) return after;
  const detail = `the service answered a ${move} with another place of the session: expected ${fault[1]}`;
  throw new LivenessError('rejected', { detail, errors: [{ code: 'answer-out-of-place', move }] });
}

function factsOf(
  move: SessionMove,
  before: SessionAnswer | undefined,
  after: SessionAnswer,
): readonly Fact[] {
  const { step } = after;
  const isNeutral = step.shows === 'neutral';
  const place: Fact[] = [
    [isNeutral === (step.step === 0), 'the neutral face at step 0 and nowhere else'],
    [step.step <= after.gesture_count, `a step up to ${after.gesture_count}`],
  ];
  if (!before) return [...place, [step.step === 0, 'step 0'], [after.attempt === 0, 'attempt 0']];
  place.push([after.session === before.session, 'the same session']);
  if (move === 'restart') {
    return [
      ...place,
      [after.attempt === before.attempt + 1, `attempt ${before.attempt + 1}`],
      [step.step === 0, 'step 0'],
    ];
  }
  const same: Fact[] = [...place, [after.attempt === before.attempt, `attempt ${before.attempt}`]];
  // Who declines a gesture may be asked for more, or for fewer where nothing is left that is new.
  if (move !== 'swap') {
    const { gesture_count: count } = before;
    same.push([after.gesture_count === count, `${count} gestures`]);
  }
  const expectedStep = before.step.step + (move === 'commit' ? 1 : 0);
  same.push([step.step === expectedStep, `step ${expectedStep}`]);
  if (move === 'more-time' || move === 'repeat') {
    same.push([step.shows === before.step.shows, 'the same gesture']);
  }
  if (move === 'repeat') {
    const { repeats_left: left = 0 } = before;
    same.push([(after.repeats_left ?? 0) < left, `less than ${left} repeats`]);
  }
  if (move === 'swap') {
    same.push([step.shows !== before.step.shows, 'another gesture']);
    same.push([after.swaps_left < before.swaps_left, `less than ${before.swaps_left} swaps`]);
  }
  return same;
}
