import type { ChallengePlan, ChallengeState, Performing } from './challenge-state.ts';
import { NO_EFFORT } from './effort.ts';
import { MOST_ASKED_SLOWER } from './follow-way.ts';
import { GESTURES, type GestureName } from './gesture.ts';
import { ASKED } from './gesture-progress.ts';
import { showHint } from './steady-hint.ts';

/** A gesture that is reached has so long to be seen to its end. */
const REACHED_GRACE_MS = 700;

/** What begins anew with each gesture. */
export function askGesture(nowMs: number) {
  return {
    progress: ASKED,
    effort: NO_EFFORT,
    evidence: undefined,
    way: [],
    clearest: undefined,
    askedSlower: 0,
    askedAgain: false,
    askedAtMs: nowMs,
    firstAskedAtMs: nowMs,
    ...showHint(undefined, nowMs),
  } satisfies Partial<Performing>;
}

/** The same challenge, when another gesture came in the place of the one that was asked. */
export function askAgain(state: ChallengeState, nowMs: number): ChallengeState {
  return state.phase === 'gesture' ? { ...state, ...askGesture(nowMs) } : state;
}

/**
 * The same gesture once more. So many times it has the time of a gesture for it, while the service's goes on; then what is left
 * of it, or who shows no way would be asked for ever.
 */
export function askSlower(state: Performing, nowMs: number): Performing {
  const { askedAgain, askedAtMs, askedSlower, firstAskedAtMs, sinceMs } = state;
  return {
    ...beginAnew(state, nowMs),
    ...showHint('more-slowly', nowMs),
    ...(askedSlower >= MOST_ASKED_SLOWER && { askedAtMs, sinceMs }),
    firstAskedAtMs,
    askedSlower: askedSlower + 1,
    askedAgain,
  };
}

/** The same gesture, with the whole time for it: it was not seen in time. What was done before stays done. */
export function askOnceMore(state: Performing, nowMs: number): Performing {
  const { askedSlower } = state;
  const hint = showHint('more-slowly', nowMs);
  return { ...beginAnew(state, nowMs), ...hint, askedSlower, askedAgain: true };
}

/**
 * A gesture whose time begins now: the next one is not known yet, or it is asked for once more. The time of all of them is
 * lengthened.
 */
export function beginAnew(state: Performing, nowMs: number): Performing {
  const waitedMs = nowMs - state.askedAtMs;
  return { ...state, sinceMs: state.sinceMs + waitedMs, ...askGesture(nowMs) };
}

/** The longest that one try of a gesture may take. */
export function timeOf(
  { gestureToleranceMs, stepLimitMs }: ChallengePlan,
  gesture: GestureName,
): number {
  const { timeFactor = 1 } = GESTURES[gesture];
  return Math.min(gestureToleranceMs * timeFactor, stepLimitMs ?? Number.POSITIVE_INFINITY);
}

/** Whether a time is over, and which. Who is at the gesture when its time is up is not cut off. */
export function overdue(
  plan: ChallengePlan,
  state: Performing,
  asked: GestureName,
  nowMs: number,
): 'gesture-timeout' | 'check-timeout' | undefined {
  const graceMs = state.progress.phase === 'reached' ? REACHED_GRACE_MS : 0;
  if (nowMs - state.askedAtMs >= timeOf(plan, asked) + graceMs) return 'gesture-timeout';
  if (nowMs - state.firstAskedAtMs >= (plan.stepLimitMs ?? Number.POSITIVE_INFINITY))
    return 'gesture-timeout';
  if (nowMs - state.sinceMs >= plan.timeoutMs) return 'check-timeout';
  return undefined;
}
