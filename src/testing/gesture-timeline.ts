import type { GestureName } from '../challenge/gesture.ts';
import { type Expression, NEUTRAL_EXPRESSION, scaleExpression } from './expression.ts';

/** An expression as a function of time: neutral at both ends. */
export interface Timeline {
  readonly durationMs: number;
  /** The expression this long after the start. Neutral before the start and from the end on. */
  expressionAt(elapsedMs: number): Expression;
}

/** The strongest moment of a gesture, and how long it takes to get there, stays and goes back. */
interface Movement {
  readonly peak: Partial<Expression>;
  readonly riseMs: number;
  readonly holdMs: number;
  readonly fallMs: number;
}

const TURN = { riseMs: 550, holdMs: 450, fallMs: 500 } as const;
const NOD = { riseMs: 420, holdMs: 400, fallMs: 420 } as const;
const MOUTH = { riseMs: 260, holdMs: 700, fallMs: 320 } as const;

/**
 * Speeds of people who follow an instruction. Blinks take 100–400 ms and shut faster than they open; this one is
 * deliberate, and long enough for a machine that sees four frames a second.
 */
const MOVEMENTS: Readonly<Record<GestureName, Movement>> = {
  blink: { peak: { blinkLeft: 1, blinkRight: 1 }, riseMs: 70, holdMs: 150, fallMs: 100 },
  smile: { peak: { smile: 1 }, ...MOUTH },
  'open-mouth': { peak: { mouthOpen: 1 }, ...MOUTH },
  'turn-left': { peak: { yawDegrees: 28 }, ...TURN },
  'turn-right': { peak: { yawDegrees: -28 }, ...TURN },
  'nod-up': { peak: { pitchDegrees: 20 }, ...NOD },
  'nod-down': { peak: { pitchDegrees: -20 }, ...NOD },
};

/** How a person makes a gesture: from neutral to the gesture, a moment of it, and back. Pure. */
export function gestureTimeline(gesture: GestureName): Timeline {
  const { peak, riseMs, holdMs, fallMs } = MOVEMENTS[gesture];
  const durationMs = riseMs + holdMs + fallMs;
  return {
    durationMs,
    expressionAt(elapsedMs) {
      const rise = Math.min(1, elapsedMs / riseMs);
      const fall = Math.min(1, (durationMs - elapsedMs) / fallMs);
      return scaleExpression(peak, ease(Math.max(0, Math.min(rise, fall))));
    },
  };
}

/** Nothing, for a while. */
export function pauseTimeline(durationMs: number): Timeline {
  return { durationMs, expressionAt: () => NEUTRAL_EXPRESSION };
}

/** Starts and ends without a jerk. */
const ease = (share: number): number => share * share * (3 - 2 * share);
