import type { ChallengePlan, ChallengeState } from '../challenge/challenge-state.ts';
import { THRESHOLDS as T } from '../challenge/thresholds.ts';
import type { SessionState } from './session-state.ts';

/** What the UI shows of a running challenge. Pure. */
export function describeChallenge(
  plan: ChallengePlan,
  state: Exclude<ChallengeState, { phase: 'complete' | 'failed' }>,
  nowMs: number,
): SessionState {
  switch (state.phase) {
    case 'positioning':
      return { name: 'positioning', hint: state.hint, restarted: state.attempt > 0 };
    case 'holding':
      return {
        name: 'holding',
        progress: Math.min(1, (nowMs - state.sinceMs) / T.holdMs, state.held.length / T.holdFrames),
      };
    case 'gesture': {
      const sequence = plan.attempts[state.attempt] ?? [];
      const gesture = sequence[state.index];
      if (!gesture)
        throw new RangeError('The challenge asks for a gesture that is not in its plan.');
      return {
        name: 'gesture',
        gesture,
        index: state.index,
        count: sequence.length,
        hint: state.hint,
        timeLeft: Math.max(0, 1 - (nowMs - state.askedAtMs) / plan.gestureToleranceMs),
      };
    }
  }
}
