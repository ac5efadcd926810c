import type { GestureMeasure, GestureRecord } from './gesture-record.ts';

/** Every number of a nod. */
export const NOD = {
  page: {
    /** Degrees of pitch from neutral. Nods 13.5–45°; talking up to 9°, a head that is lifted in speech 11.8°. */
    degreesFromNeutral: 12,
    /** Degrees of pitch from recent, so that a head that sinks slowly is no nod. */
    degreesFromRecent: 8,
  },
  /** Degrees of yaw from recent within which the page judges a nod: a turn alone moves the pitch by up to 11°. */
  judgedWithinYawDegrees: 14,
  /** Degrees of pitch. Clips: nods 13–42; talking up to 10; attacks up to 3. */
  serviceDegrees: 8,
  /** Degrees of yaw within which the service judges a nod: a far turn alone moves the pitch by up to 11°. */
  serviceJudgedWithinYawDegrees: 20,
} as const;

/** The head tips up or down, without a turn. */
export function nod(direction: 'up' | 'down'): GestureRecord {
  const sign = direction === 'up' ? 1 : -1;
  return {
    moves: 'head',
    movement: 'nod',
    hidesFace: true,
    fewestBetween: 2,
    shortfall: { more: 'turn-further', rest: 'look-straight' },
    course: { kind: 'held', shortestMs: 0, whenDisturbed: 'wait' },
    page: { smallestChange: NOD.page, measure: measureNod(sign) },
    service: {
      smallestChange: NOD.serviceDegrees,
      measure: ({ pitchDegrees, yawDegrees }) =>
        Math.abs(yawDegrees) < NOD.serviceJudgedWithinYawDegrees ? sign * pitchDegrees : undefined,
    },
  };
}

function measureNod(sign: 1 | -1): GestureMeasure {
  return (fromNeutral, fromRecent) =>
    Math.abs(fromRecent.yawDegrees) < NOD.judgedWithinYawDegrees
      ? Math.min(
          (sign * fromNeutral.pitchDegrees) / NOD.page.degreesFromNeutral,
          (sign * fromRecent.pitchDegrees) / NOD.page.degreesFromRecent,
        )
      : undefined;
}
