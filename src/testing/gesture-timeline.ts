import { GESTURES, type GestureName } from '../challenge/gesture.ts';
import { DOT, DOTS, type DotName } from '../challenge/gestures/follow-dot.ts';
import { type Expression, NEUTRAL_EXPRESSION, scaleExpression } from './expression.ts';

/** An expression as a function of time: neutral at both ends. */
export interface Timeline {
  readonly durationMs: number;
  /** A moment of each of its peaks, in order; none when nothing is done. */
  readonly peaksAtMs: readonly number[];
  /** The expression this long after the start. Neutral before the start and from the end on. */
  expressionAt(elapsedMs: number): Expression;
}

/** The strongest moments of a gesture, and how long it takes to get to each, stays and goes back. */
/** How far beside its usual place a head that follows a dot goes, in parts of the way to the ring. Left is the person's own. */
export interface Offset {
  readonly left: number;
  readonly up: number;
}

interface Movement {
  /** One after the other. From one to the next it passes through rest without a stop. */
  readonly peaks: readonly [Partial<Expression>, ...Partial<Expression>[]];
  readonly riseMs: number;
  readonly holdMs: number;
  readonly fallMs: number;
}

const TURN = { riseMs: 550, holdMs: 450, fallMs: 500 } as const;
const NOD = { riseMs: 420, holdMs: 400, fallMs: 420 } as const;
/** Somebody who is guided goes there more slowly, and stays until the dot moves on. */
const DOT_MOVEMENT = { riseMs: 900, holdMs: 900, fallMs: 500 } as const;
/**
 * How far a drawn head is tipped to be seen tipped by 1: the tracker sees one that looks up further up, and one that looks
 * down less far down; and one that is turned by 26° by 2° higher than it is.
 */
const TIPPED = { up: 0.92, down: 1.1, lowerWhenTurnedDegrees: 1 } as const;
const MOUTH = { riseMs: 260, holdMs: 700, fallMs: 320 } as const;

/**
 * Speeds of people who follow an instruction. Blinks take 100–400 ms and shut faster than they open; this one is
 * deliberate, and long enough for a machine that sees four frames a second.
 */
const MOVEMENTS: Readonly<Record<GestureName, Movement>> = {
  blink: { peaks: [{ blinkLeft: 1, blinkRight: 1 }], riseMs: 70, holdMs: 150, fallMs: 100 },
  smile: { peaks: [{ smile: 1 }], ...MOUTH },
  'open-mouth': { peaks: [{ mouthOpen: 1 }], ...MOUTH },
  'turn-left': { peaks: [{ yawDegrees: 28 }], ...TURN },
  'turn-right': { peaks: [{ yawDegrees: -28 }], ...TURN },
  'nod-up': { peaks: [{ pitchDegrees: 20 }], ...NOD },
  'nod-down': { peaks: [{ pitchDegrees: -20 }], ...NOD },
  ...dotMovements(),
};

function dotMovements() {
  return Object.fromEntries(
    Object.entries(DOTS).map(([name, { aim }]) => {
      const { left, up } = aim;
      const { yaw, pitch } = DOT.farDegrees;
      const pitchDegrees =
        up * pitch * (up > 0 ? TIPPED.up : TIPPED.down) -
        Math.abs(left) * TIPPED.lowerWhenTurnedDegrees;
      const pose = { yawDegrees: left * yaw, pitchDegrees };
      return [name, { peaks: [pose], ...DOT_MOVEMENT }];
    }),
  ) as unknown as Record<DotName, Movement>;
}

/**
 * How a person makes a gesture: from neutral to each of its peaks, a moment there, and back. Pure.
 *
 * @param slowness How many times as long as usual it takes. Default 1.
 * @param beside Where a head that follows a dot goes instead. Default its usual place.
 *
 * @example
 * ```ts
 * import { gestureTimeline } from 'nodeflux-liveness/testing';
 * const { durationMs, expressionAt } = gestureTimeline('smile');
 * const halfWay = expressionAt(durationMs / 2);
 * ```
 */
export function gestureTimeline(gesture: GestureName, slowness = 1, beside?: Offset): Timeline {
  const { peaks: usualPeaks, ...usual } = MOVEMENTS[gesture];
  const isGuided = GESTURES[gesture].aim !== undefined;
  const peaks = isGuided && beside ? usualPeaks.map(moved(beside)) : usualPeaks;
  const [riseMs, holdMs, fallMs] = [
    usual.riseMs * slowness,
    usual.holdMs * slowness,
    usual.fallMs * slowness,
  ];
  const peakMs = riseMs + holdMs + fallMs;
  return {
    durationMs: peakMs * peaks.length,
    peaksAtMs: peaks.map((_, place) => place * peakMs + riseMs + holdMs / 2),
    expressionAt(elapsedMs) {
      const place = Math.max(0, Math.min(peaks.length - 1, Math.floor(elapsedMs / peakMs)));
      const sinceMs = elapsedMs - place * peakMs;
      const rise = Math.min(1, sinceMs / riseMs);
      const fall = Math.min(1, (peakMs - sinceMs) / fallMs);
      return scaleExpression(peaks[place] ?? {}, ease(Math.max(0, Math.min(rise, fall))));
    },
  };
}

/** The same pose, so far beside its place. */
function moved({ left, up }: Offset) {
  const { yaw, pitch } = DOT.farDegrees;
  return ({ yawDegrees = 0, pitchDegrees = 0, ...rest }: Partial<Expression>) => ({
    ...rest,
    yawDegrees: yawDegrees + left * yaw,
    pitchDegrees: pitchDegrees + up * pitch,
  });
}

/** Nothing, for a while. */
export function pauseTimeline(durationMs: number): Timeline {
  return { durationMs, peaksAtMs: [], expressionAt: () => NEUTRAL_EXPRESSION };
}

/** Starts and ends without a jerk. */
const ease = (share: number): number => share * share * (3 - 2 * share);
