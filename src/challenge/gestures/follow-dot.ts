import type { FaceChange } from '../face-change.ts';
import type { AimPoint, GestureRecord, ImageChange } from './gesture-record.ts';

/** Every number of the guided movement of the head. */
export const DOT = {
  /**
   * Change of the pose, as the page measures it, for which the dots on the ring stand: 1 in an {@link AimPoint}. Turns of
   * clips 16–50°, nods 13–45°.
   */
  farDegrees: { yaw: 26, pitch: 18 },
  /** The same as the service measures it: its mesh sees turns of 15–25° by 2–6° larger (439 frames of 7 people). */
  serviceFarDegrees: { yaw: 29, pitch: 18 },
  /** Where the near dots are, in parts of the way to the ring. */
  near: 0.55,
  /** How near to the dot the person must point, in parts of the way to the ring. */
  page: { withinOfDot: 0.2 },
  /**
   * The same for the service, which measures with another mesh, from one neutral image. Clips: of 22 frames within 0.15 of a dot
   * for the page, all are within 0.35 for the service; of 39 within 0.2, 37 are.
   */
  serviceWithinOfDot: 0.35,
  /** How long the person must stay at the dot: who sweeps over it was not asked to be there. */
  shortestMs: 200,
} as const;

/** Where the dots are, as the person sees them: clockwise from the top, left and right the person's own. */
export const DOT_DIRECTIONS = {
  up: { left: 0, up: 1 },
  'up-right': { left: -Math.SQRT1_2, up: Math.SQRT1_2 },
  right: { left: -1, up: 0 },
  'down-right': { left: -Math.SQRT1_2, up: -Math.SQRT1_2 },
  down: { left: 0, up: -1 },
  'down-left': { left: Math.SQRT1_2, up: -Math.SQRT1_2 },
  left: { left: 1, up: 0 },
  'up-left': { left: Math.SQRT1_2, up: Math.SQRT1_2 },
} as const satisfies Readonly<Record<string, AimPoint>>;

/** Where a dot is seen from the middle. Left and right are the person's own. */
export type DotDirection = keyof typeof DOT_DIRECTIONS;
/** `near` is half-way to the ring, `far` on it. */
export type DotDistance = 'near' | 'far';
/** A dot to be followed, such as `dot-up-left-far`. */
export type DotName = `dot-${DotDirection}-${DotDistance}`;

/** A gesture that is guided by a dot. */
export interface DotRecord extends GestureRecord {
  readonly aim: AimPoint;
}

/** The records of all dots: eight directions at two distances. */
export const DOTS: Readonly<Record<DotName, DotRecord>> = Object.fromEntries(
  Object.entries(DOT_DIRECTIONS).flatMap(([direction, towards]) => [
    [`dot-${direction}-near`, followDot(towards, DOT.near)],
    [`dot-${direction}-far`, followDot(towards, 1)],
  ]),
) as unknown as Record<DotName, DotRecord>;

/** Where the nose points, from where it pointed at rest, in parts of the way to the ring. */
export function pointsAt(
  { yawDegrees, pitchDegrees }: Pick<FaceChange, 'yawDegrees' | 'pitchDegrees'>,
  far: { readonly yaw: number; readonly pitch: number } = DOT.farDegrees,
): AimPoint {
  return { left: yawDegrees / far.yaw, up: pitchDegrees / far.pitch };
}

/** Whether the nose points beyond the dot, so that the way back is the way there. */
export function pointsBeyond(dot: AimPoint, { left, up }: AimPoint): boolean {
  const away = Math.hypot(dot.left, dot.up);
  return (alongOf(dot, { left, up }) - 1) * away > DOT.page.withinOfDot;
}

/**
 * Whether who followed the dot has shown this gesture, too, to the service: also where they stopped as far before the dot
 * as the page lets them. Nobody needs to be asked for both. Pure.
 */
export function showsToo(dot: AimPoint, { moves, service }: GestureRecord): boolean {
  const part = 1 - DOT.page.withinOfDot / Math.hypot(dot.left, dot.up);
  const shown: ImageChange = {
    yawDegrees: dot.left * part * DOT.serviceFarDegrees.yaw,
    pitchDegrees: dot.up * part * DOT.serviceFarDegrees.pitch,
    leftEyeClosure: 0,
    rightEyeClosure: 0,
    mouthWidening: 0,
    mouthOpening: 0,
    eyeBandChange: 0,
  };
  return moves === 'head' && (service.measure(shown) ?? 0) >= service.smallestChange;
}

/** The nose points at a dot, and stays there for a moment. What it does on the way there is not judged. */
function followDot(towards: AimPoint, away: number): DotRecord {
  const dot = { left: towards.left * away, up: towards.up * away };
  const isAside = dot.left !== 0;
  const isUpOrDown = dot.up !== 0;
  return {
    moves: 'head',
    movement: 'follow-dot',
    needs: [...(isAside ? (['turn'] as const) : []), ...(isUpOrDown ? (['nod'] as const) : [])],
    aim: dot,
    // The nearer turns could be those of a flat picture, and a nod shows no depth that is told from one.
    showsDepth: isAside && away === 1,
    hidesFace: isUpOrDown,
    fewestBetween: 2,
    // To find the dot, go there and stay takes longer than to turn the head.
    timeFactor: 2,
    shortfall: { more: 'turn-further', rest: 'look-straight' },
    course: { kind: 'held', shortestMs: DOT.shortestMs, whenDisturbed: 'wait' },
    page: {
      smallestChange: DOT.page,
      measure: (fromNeutral) => nearnessOf(dot, pointsAt(fromNeutral), DOT.page.withinOfDot),
    },
    service: {
      along: (fromNeutral) => alongOf(dot, pointsAt(fromNeutral, DOT.serviceFarDegrees)),
      smallestChange: 1,
      measure: (fromNeutral) =>
        nearnessOf(dot, pointsAt(fromNeutral, DOT.serviceFarDegrees), DOT.serviceWithinOfDot),
    },
  };
}

/**
 * How far along the way to the dot: 0 at rest, 1 level with it. The way is judged by this: beside the dot the nearness
 * says more of where the head is than of how far it came.
 */
function alongOf(dot: AimPoint, { left, up }: AimPoint): number {
  return (left * dot.left + up * dot.up) / (dot.left ** 2 + dot.up ** 2);
}

/** 0 where the face was at rest, 1 where it is near enough to the dot, more when nearer; less again beyond it. */
function nearnessOf(dot: AimPoint, at: AimPoint, within: number): number {
  const away = Math.hypot(dot.left, dot.up);
  const left = Math.hypot(dot.left - at.left, dot.up - at.up);
  return (away - left) / (away - within);
}
