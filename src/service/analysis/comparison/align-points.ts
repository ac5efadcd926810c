import { distance, type Point } from '../../../mesh/mesh-points.ts';

/** Brings a point of one picture into another. */
export type Mapping = (point: Point) => Point;

/** The best rotation, scale and shift, in closed form: complex linear regression of centred points. */
export function similarity(from: readonly Point[], to: readonly Point[]): Mapping {
  let real = 0;
  let imaginary = 0;
  let size = 0;
  from.forEach(([x, y], i) => {
    const [u, v] = to[i] as Point;
    real += x * u + y * v;
    imaginary += x * v - y * u;
    size += x * x + y * y;
  });
  const a = real / size;
  const b = imaginary / size;
  return ([x, y]) => [a * x - b * y, b * x + a * y];
}

/** Root mean square of what is left between the points once mapped. */
export function residual(map: Mapping, from: readonly Point[], to: readonly Point[]): number {
  const squares = from.reduce((sum, point, i) => {
    const gap = distance(map(point), to[i] as Point);
    return sum + gap * gap;
  }, 0);
  return Math.sqrt(squares / from.length);
}

/** About their centre, and of spread 1. */
export function normalise(points: readonly Point[]): Point[] {
  const [x, y] = centre(points);
  const size = spread(points) || 1;
  return points.map(([u, v]) => [(u - x) / size, (v - y) / size]);
}

/** Root mean square of the distances from their centre. */
export function spread(points: readonly Point[]): number {
  const middle = centre(points);
  const squares = points.reduce((sum, point) => sum + distance(point, middle) ** 2, 0);
  return Math.sqrt(squares / points.length);
}

function centre(points: readonly Point[]): Point {
  const sum = (axis: 0 | 1) => points.reduce((total, point) => total + point[axis], 0);
  return [sum(0) / points.length, sum(1) / points.length];
}
