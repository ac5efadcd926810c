import type { GestureMeasure, GestureRecord } from './gesture-record.ts';

/** Every number of a turn. */
export const TURN = {
  page: {
    /** Degrees of yaw from neutral. Turns 16–50°; talking and grimacing up to 14°. */
    degreesFromNeutral: 15,
    /** Degrees of yaw from recent, so that a posture that drifts is no turn. A slow turn has taken up to a third of its way by then. */
    degreesFromRecent: 10,
  },
  /** Degrees of yaw. Clips: turns 16–57; talking up to 13; attacks up to 8. A yawed photo measures under 15 (0 of 482 pairs above). */
  serviceDegrees: 15,
  /** Degrees of pitch from neutral within which the page judges a turn. */
  judgedWithinPitchDegrees: 18,
} as const;

/** The head turns to one side, without a nod. `side` is the person's own. */
export function turn(side: 'left' | 'right'): GestureRecord {
  const sign = side === 'left' ? 1 : -1;
  return {
    moves: 'head',
    movement: 'turn',
    showsDepth: true,
    fewestBetween: 2,
    shortfall: { more: 'turn-further', rest: 'look-straight' },
    course: { kind: 'held', shortestMs: 0, whenDisturbed: 'wait' },
    page: { smallestChange: TURN.page, measure: measureTurn(sign) },
    service: {
      smallestChange: TURN.serviceDegrees,
      measure: ({ yawDegrees }) => sign * yawDegrees,
    },
  };
}

function measureTurn(sign: 1 | -1): GestureMeasure {
  return (fromNeutral, fromRecent) =>
    Math.abs(fromNeutral.pitchDegrees) < TURN.judgedWithinPitchDegrees
      ? Math.min(
          (sign * fromNeutral.yawDegrees) / TURN.page.degreesFromNeutral,
          (sign * fromRecent.yawDegrees) / TURN.page.degreesFromRecent,
        )
      : undefined;
}
