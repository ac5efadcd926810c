import { DOT_NAMES, GESTURE_NAMES, GESTURES } from '../../src/challenge/gesture.ts';
import { DOTS } from '../../src/challenge/gestures/follow-dot.ts';
import { HINTS, type Hint } from '../../src/challenge/hint.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import { LIVENESS_ERROR_CODES, LivenessError } from '../../src/errors.ts';

/** What is drawn differently: far and near, straight and aslant. */
const DOTS_SHOWN = DOT_NAMES.filter((name) =>
  ['dot-up-left-far', 'dot-right-near', 'dot-down-left-near'].includes(name),
);

/** Of an attempt that came near; never of a position. */
const SHORTFALLS: ReadonlySet<Hint> = new Set([
  'turn-less',
  ...GESTURE_NAMES.map((gesture) => GESTURES[gesture].shortfall.more),
]);

const JOB_ID = '0b9f6f0e-3f3c-4c36-9d7e-0c7a7a5f1c11';

/** One example of everything that can be on the screen, by a name that serves as title and file name. */
export const FIXTURE_STATES: Readonly<Record<string, CheckState>> = {
  idle: { name: 'idle' },
  'preparing-permission': { name: 'preparing', loadedBytes: 0, totalBytes: 0 },
  'preparing-loading': { name: 'preparing', loadedBytes: 3_220_000, totalBytes: 6_700_000 },
  ...Object.fromEntries(
    HINTS.filter((hint) => !SHORTFALLS.has(hint)).map((hint): [string, CheckState] => [
      `positioning-${hint}`,
      { name: 'positioning', hint, restarted: false },
    ]),
  ),
  'positioning-insists': {
    name: 'positioning',
    hint: 'look-straight',
    restarted: false,
    insists: true,
  },
  'positioning-insists-light': {
    name: 'positioning',
    hint: 'too-bright',
    restarted: false,
    insists: true,
  },
  'positioning-restarted': { name: 'positioning', hint: 'no-face', restarted: true },
  holding: { name: 'holding', progress: 0.6 },
  ...Object.fromEntries(
    GESTURE_NAMES.map((gesture, index): [string, CheckState] => [
      `gesture-${gesture}`,
      {
        name: 'gesture',
        gesture,
        index: index % 3,
        count: 3,
        hint: undefined,
        canSwap: true,
        strength: 0.4,
        timeLeft: 0.7,
      },
    ]),
  ),
  ...Object.fromEntries(
    GESTURE_NAMES.map((gesture): [string, CheckState] => [
      `gesture-${gesture}-short`,
      {
        name: 'gesture',
        gesture,
        index: 1,
        count: 3,
        hint: GESTURES[gesture].shortfall.more,
        canSwap: true,
        strength: 0.75,
        timeLeft: 0.4,
      },
    ]),
  ),
  'gesture-again': {
    name: 'gesture',
    gesture: 'turn-left',
    index: 1,
    count: 3,
    hint: 'more-slowly',
    canSwap: true,
    strength: 0.1,
    timeLeft: 0.9,
    again: true,
  },
  ...Object.fromEntries(
    DOTS_SHOWN.map((gesture, place): [string, CheckState] => {
      const dot = DOTS[gesture].aim;
      // On the way there, there, and beyond.
      const part = [0.65, 1, 1.25][place] ?? 0;
      return [
        `gesture-${gesture}`,
        {
          name: 'gesture',
          gesture,
          index: place,
          count: 3,
          hint: part > 1 ? 'turn-less' : undefined,
          canSwap: true,
          strength: part > 1 ? 0.5 : part,
          timeLeft: 0.7,
          dot,
          pointsAt: { left: dot.left * part, up: dot.up * part },
        },
      ];
    }),
  ),
  'gesture-hint': {
    name: 'gesture',
    gesture: 'turn-left',
    index: 1,
    count: 3,
    hint: 'move-closer',
    canSwap: false,
    strength: 0,
    timeLeft: 0.4,
  },
  handoff: { name: 'handoff', isOpened: false },
  'handoff-opened': { name: 'handoff', isOpened: true },
  submitting: { name: 'submitting' },
  judging: { name: 'judging', jobId: JOB_ID },
  'done-passed': {
    name: 'done',
    jobId: JOB_ID,
    verdict: { status: 'judged', live: true, liveness: 0.93 },
  },
  'done-sent': { name: 'done', jobId: JOB_ID, verdict: undefined },
  ...Object.fromEntries(
    LIVENESS_ERROR_CODES.map((code): [string, CheckState] => [
      `failed-${code}`,
      { name: 'failed', error: new LivenessError(code) },
    ]),
  ),
  'failed-check-timeout-cause': {
    name: 'failed',
    error: new LivenessError('check-timeout', { errors: ['look-straight'] }),
  },
  cancelled: { name: 'cancelled' },
};
