import { advanceChallenge, beginChallenge } from '../../../src/challenge/advance.ts';
import { askAgain } from '../../../src/challenge/ask-gesture.ts';
import type { ChallengePlan } from '../../../src/challenge/challenge-state.ts';
import { drawSequence } from '../../../src/challenge/draw-sequence.ts';
import type { GestureName } from '../../../src/challenge/gesture.ts';
import type { TrackedClip } from '../evaluation/track-cache.ts';
import { RecordedPerson } from './recorded-person.ts';

/** How a whole check went. */
export interface PlayedCheck {
  /** `alone`: nothing was asked for again by the clock; `helped`: the check asked again, something else, or from the beginning. */
  readonly outcome: 'alone' | 'helped' | 'never';
  /** From the camera's first picture to the end. */
  readonly durationS: number;
  /** Why it was not done; the gesture that was asked last. */
  readonly why?: string;
}

/** The element's own, and the service's. */
const TIMEOUT_MS = 15_000;
const TOLERANCE_MS = 3000;
const STEP_LIMIT_MS = 9500;
const ATTEMPTS = 3;
const MOST_GESTURES = 3;
const SWAPS = 2;
const REPEATS = 3;
/** Nobody waits longer. */
const PATIENCE_MS = 120_000;

/** Plays one check with a person of a clip, who is asked only for what is labelled in it. Pure but for the random source. */
export function playCheck(
  tracked: TrackedClip,
  pool: readonly GestureName[],
  framesPerSecond: number,
  random: () => number,
): PlayedCheck {
  const person = new RecordedPerson(tracked, framesPerSecond, random);
  const draw = (limit: number): number => Math.floor(limit * random());
  const asked = drawSequence(pool, Math.min(MOST_GESTURES, pool.length), draw);
  let [repeatsLeft, swapsLeft, isHelped] = [REPEATS, SWAPS, false];
  const frameMs = 1000 / framesPerSecond;
  let state = beginChallenge(0);
  for (let nowMs = 0; nowMs < PATIENCE_MS; nowMs += frameMs) {
    const at = state.phase === 'gesture' ? state.index : undefined;
    const gesture = at === undefined ? undefined : asked[at];
    const slower = state.phase === 'gesture' && state.hint === 'more-slowly';
    const place = `${attemptOf(state)} ${at} ${gesture}`;
    const others = pool.filter((name) => !asked.includes(name));
    const plan: ChallengePlan = {
      attempts: Array.from({ length: ATTEMPTS }, () => asked),
      timeoutMs: TIMEOUT_MS,
      gestureToleranceMs: TOLERANCE_MS,
      stepLimitMs: STEP_LIMIT_MS,
      judgesWay: true,
      mayAskAgain: repeatsLeft > 0,
      maySwap: swapsLeft > 0 && others.length > 0,
    };
    const signals = { ...person.next(gesture && { gesture, place, slower }), capturedAtMs: nowMs };
    const advance = advanceChallenge(plan, state, signals, nowMs);
    isHelped ||= advance.help !== undefined || attemptOf(advance.state) > attemptOf(state);
    state = advance.state;
    if (advance.help === 'again') repeatsLeft -= 1;
    if (advance.help === 'another' && at !== undefined) {
      asked[at] = others[draw(others.length)] ?? asked[at] ?? 'blink';
      swapsLeft -= 1;
      state = askAgain(state, nowMs);
    }
    const durationS = nowMs / 1000;
    if (state.phase === 'complete') return { outcome: isHelped ? 'helped' : 'alone', durationS };
    if (state.phase === 'failed') {
      const { code, hint } = state;
      return { outcome: 'never', durationS, why: hint ?? `${code}: ${gesture ?? 'no gesture'}` };
    }
  }
  return { outcome: 'never', durationS: PATIENCE_MS / 1000, why: 'out of patience' };
}

function attemptOf(state: { readonly phase: string; readonly attempt?: number }): number {
  return state.attempt ?? 0;
}
