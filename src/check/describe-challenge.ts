import { timeOf } from '../challenge/ask-gesture.ts';
import {
  type ChallengePlan,
  type ChallengeState,
  gestureCountOf,
} from '../challenge/challenge-state.ts';
import { THRESHOLDS as T } from '../challenge/challenge-thresholds.ts';
import { strengthOf } from '../challenge/effort.ts';
import { GESTURES } from '../challenge/gesture.ts';
import { GUIDANCE as G } from '../challenge/guidance-thresholds.ts';
import type { CheckState } from './check-state.ts';

/** What the UI shows of a running challenge; `undefined` while the next gesture is not known: what it shows then stays. Pure. */
export function describeChallenge(
  plan: ChallengePlan,
  state: Exclude<ChallengeState, { phase: 'complete' | 'failed' }>,
  canSwap: boolean,
  nowMs: number,
): CheckState | undefined {
  switch (state.phase) {
    case 'positioning':
      return {
        name: 'positioning',
        hint: state.hint ?? 'hold-still',
        restarted: state.attempt > 0,
        ...(nowMs - state.hintSinceMs >= G.insistMs && { insists: true }),
      };
    case 'holding':
      return {
        name: 'holding',
        progress: Math.min(1, (nowMs - state.sinceMs) / T.holdMs, state.held.length / T.holdFrames),
      };
    case 'gesture': {
      const gesture = plan.attempts[state.attempt]?.[state.index];
      if (!gesture) return undefined;
      const { aim: dot } = GESTURES[gesture];
      return {
        name: 'gesture',
        gesture,
        index: state.index,
        count: gestureCountOf(plan, state.attempt),
        hint: state.hint,
        canSwap,
        strength: strengthOf(state.progress),
        timeLeft: Math.max(0, 1 - (nowMs - state.askedAtMs) / timeOf(plan, gesture)),
        ...(state.askedAgain && { again: true }),
        ...(dot && { dot, pointsAt: state.pointsAt }),
      };
    }
  }
}
