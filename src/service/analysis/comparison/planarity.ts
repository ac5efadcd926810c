import { eyeSpan, type Point, pointAt } from '../../../mesh/mesh-points.ts';
import { type Mapping, normalise, residual, similarity, spread } from './align-points.ts';
import { PLANARITY_POINTS } from './planarity-points.ts';

/**
 * Smallest {@link Planarity.ratio} of a face that was asked to turn. 72 frames turned by 15° and more, of 7 people
 * in 9 clips: 0.48 and more, median 0.54 (`npm run evaluate:verdict`); 72 flat pictures turned by 20–50° in the computer:
 * 0.39 (median), 0.54 (p90). The two overlap: this is a second look at what the smallest turn already refuses, since none of
 * the flat pictures measured more than 12° of yaw.
 */
export const PLANARITY_MINIMUM = 0.45;

/** How far two views of a face are from being two views of one flat picture. */
export interface Planarity {
  /**
   * What remains when one view is moved, turned and scaled onto the other: root mean square, in distances between the
   * eye corners. Small when the head did not turn.
   */
  readonly similarityResidual: number;
  /** The same when it may also be tilted in space as a flat picture may: a homography. */
  readonly homographyResidual: number;
  /**
   * The second over the first: near 0 when a tilted plane explains the change, near 1 when it does not. The ratio, because
   * the residuals themselves say little more than how far the head turned.
   */
  readonly ratio: number;
}

/**
 * Compares two traced faces by the points that no expression moves.
 * @param points x, y, z of the 468 points each; z is not used: it is the model's guess, and a flat face gets one too
 */
export function measurePlanarity(neutral: Float32Array, turned: Float32Array): Planarity {
  const from = normalise(rigidPoints(neutral));
  const rawTo = rigidPoints(turned);
  const to = normalise(rawTo);
  // Residuals come out in the unit of the normalised points; the eyes of the turned face give it a size.
  const unit = eyeSpan(turned) / spread(rawTo);
  const similarityResidual = residual(similarity(from, to), from, to) / unit;
  const homographyResidual = residual(homography(from, to), from, to) / unit;
  const ratio = similarityResidual > 0 ? Math.min(1, homographyResidual / similarityResidual) : 0;
  return { similarityResidual, homographyResidual, ratio };
}

/** Rounds of reweighting, which turn the algebraic error into the distance in the picture. */
const HOMOGRAPHY_ROUNDS = 5;

/** The best homography, with its last member 1: least squares, reweighted by the depth of each point. */
function homography(from: readonly Point[], to: readonly Point[]): Mapping {
  let h = [1, 0, 0, 0, 1, 0, 0, 0];
  const depth = ([x, y]: Point) => (h[6] ?? 0) * x + (h[7] ?? 0) * y + 1;
  for (let round = 0; round < HOMOGRAPHY_ROUNDS; round++) {
    const rows: number[][] = [];
    from.forEach((point, i) => {
      const [x, y] = point;
      const [u, v] = to[i] as Point;
      const weight = 1 / depth(point);
      rows.push([x, y, 1, 0, 0, 0, -x * u, -y * u, u].map((value) => value * weight));
      rows.push([0, 0, 0, x, y, 1, -x * v, -y * v, v].map((value) => value * weight));
    });
    h = leastSquares(rows);
  }
  const [a = 1, b = 0, c = 0, d = 0, e = 1, f = 0] = h;
  return (point) => {
    const [x, y] = point;
    const w = depth(point);
    return [(a * x + b * y + c) / w, (d * x + e * y + f) / w];
  };
}

/** Solves an overdetermined system, whose rows end with their right side, by its normal equations. */
function leastSquares(rows: readonly (readonly number[])[]): number[] {
  const count = (rows[0]?.length ?? 1) - 1;
  const matrix = Array.from({ length: count }, (_, i) =>
    Array.from({ length: count + 1 }, (_, k) =>
      rows.reduce((sum, row) => sum + (row[i] ?? 0) * (row[k] ?? 0), 0),
    ),
  );
  // Gauss–Jordan with pivoting; the points are normalised, so the equations are well conditioned.
  for (let i = 0; i < count; i++) {
    let pivot = i;
    for (let r = i + 1; r < count; r++) {
      if (Math.abs(matrix[r]?.[i] ?? 0) > Math.abs(matrix[pivot]?.[i] ?? 0)) pivot = r;
    }
    const row = matrix[pivot] as number[];
    matrix[pivot] = matrix[i] as number[];
    matrix[i] = row;
    const divisor = row[i] || Number.EPSILON;
    for (const other of matrix) {
      if (other === row) continue;
      const factor = (other[i] ?? 0) / divisor;
      for (let k = i; k <= count; k++) other[k] = (other[k] ?? 0) - factor * (row[k] ?? 0);
    }
  }
  return matrix.map((row, i) => (row[count] ?? 0) / (row[i] || Number.EPSILON));
}

function rigidPoints(points: Float32Array): Point[] {
  return PLANARITY_POINTS.map((i) => pointAt(points, i));
}
