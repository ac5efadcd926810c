import type { GestureName } from '../../../../src/challenge/gesture.ts';
import { DOT, DOTS } from '../../../../src/challenge/gestures/follow-dot.ts';
import { CHEEKBONES, LEFT_EYE, MOUTH, RIGHT_EYE } from '../../../../src/mesh/landmark-indices.ts';
import {
  distance,
  type Point,
  pointAt,
  type SpacePoint,
  spacePointAt,
} from '../../../../src/mesh/mesh-points.ts';

/** How far a head is turned in the picture that is made. */
const TURN_DEGREES = 36;
const NOD_DEGREES = 22;

/**
 * Where the points of a face at rest would be if it did the gesture by a part, 0..1: the mesh turned in space, the corners of the mouth
 * drawn out and up, the jaw let down, the lids closed. One photograph is all that an attacker needs for it.
 *
 * @param points x, y, z of each point of the mesh, in pixels
 */
export function reenactedPoints(points: Float32Array, gesture: GestureName, part: number): Point[] {
  const rest = Array.from({ length: points.length / 3 }, (_, i) => spacePointAt(points, i));
  switch (gesture) {
    case 'turn-left':
      return turned(points, rest, part * TURN_DEGREES, 0);
    case 'turn-right':
      return turned(points, rest, -part * TURN_DEGREES, 0);
    case 'nod-up':
      return turned(points, rest, 0, part * NOD_DEGREES);
    case 'nod-down':
      return turned(points, rest, 0, -part * NOD_DEGREES);
    case 'smile':
      return rest.map((point) => smiling(points, point, part));
    case 'open-mouth':
      return rest.map((point) => openMouthed(points, point, part));
    case 'blink':
      return closedLids(points, rest, part);
    default: {
      const { left, up } = DOTS[gesture].aim;
      const { yaw, pitch } = DOT.serviceFarDegrees;
      return turned(points, rest, part * left * yaw, part * up * pitch);
    }
  }
}

/** About an axis between the cheekbones: the nose lies before it, and moves most. */
function turned(
  points: Float32Array,
  rest: readonly SpacePoint[],
  yawDegrees: number,
  pitchDegrees: number,
): Point[] {
  const [left, right] = [CHEEKBONES.left, CHEEKBONES.right].map((i) => spacePointAt(points, i));
  if (!left || !right) return [];
  const middle = left.map((value, axis) => (value + (right[axis] ?? 0)) / 2);
  const [yaw, pitch] = [yawDegrees, pitchDegrees].map((degrees) => (degrees * Math.PI) / 180);
  return rest.map((point) => {
    const [x = 0, y = 0, z = 0] = point.map((value, axis) => value - (middle[axis] ?? 0));
    // Away from the camera is +z, so that what is before the axis has a negative one.
    const turnedX = x * Math.cos(yaw ?? 0) - z * Math.sin(yaw ?? 0);
    const turnedZ = x * Math.sin(yaw ?? 0) + z * Math.cos(yaw ?? 0);
    const turnedY = y * Math.cos(pitch ?? 0) + turnedZ * Math.sin(pitch ?? 0);
    return [turnedX + (middle[0] ?? 0), turnedY + (middle[1] ?? 0)];
  });
}

function smiling(points: Float32Array, [x, y]: SpacePoint, part: number): Point {
  const [left, right] = [pointAt(points, MOUTH.leftCorner), pointAt(points, MOUTH.rightCorner)];
  const width = distance(left, right);
  const pull = (corner: Point): number =>
    Math.exp(-(((x - corner[0]) ** 2 + (y - corner[1]) ** 2) / (0.3 * width) ** 2));
  const [toLeft, toRight] = [pull(left), pull(right)];
  const out = 0.22 * width * part;
  return [
    x + out * (toLeft - toRight) * Math.sign(left[0] - right[0]),
    y - 0.4 * out * (toLeft + toRight),
  ];
}

function openMouthed(points: Float32Array, [x, y]: SpacePoint, part: number): Point {
  const [left, right] = [pointAt(points, MOUTH.leftCorner), pointAt(points, MOUTH.rightCorner)];
  const [upper, lower] = [pointAt(points, MOUTH.innerUpper), pointAt(points, MOUTH.innerLower)];
  const width = distance(left, right);
  const middle = [(left[0] + right[0]) / 2, (upper[1] + lower[1]) / 2] as const;
  if (y <= middle[1]) return [x, y];
  const beside = Math.min(1, Math.abs(x - middle[0]) / (0.8 * width));
  return [x, y + 0.55 * width * part * (1 - beside ** 2)];
}

function closedLids(points: Float32Array, rest: readonly SpacePoint[], part: number): Point[] {
  const moved = rest.map(([x, y]): Point => [x, y]);
  for (const { lids } of [LEFT_EYE, RIGHT_EYE]) {
    for (const [upper, lower] of lids) {
      const [from, to] = [pointAt(points, upper), pointAt(points, lower)];
      moved[upper] = [from[0], from[1] + 0.9 * part * (to[1] - from[1])];
    }
  }
  return moved;
}
