import { type HeadPose, poseOfAxes } from './head-pose.ts';

/**
 * Points of Google's canonical face (`geometry_pipeline_metadata_landmarks.binarypb`) that no expression moves:
 * nose, brow, forehead, temples, eye corners. Index in the mesh, then x to the person's left, y up, z out of the face, in cm.
 */
const RIGID_POINTS: readonly (readonly [index: number, x: number, y: number, z: number])[] = [
  [4, 0, -0.46, 7.59],
  [5, 0, 0.37, 7.24],
  [6, 0, 2.47, 5.79],
  [168, 0, 3.27, 5.24],
  [8, 0, 4.02, 5.28],
  [10, 0, 8.26, 4.48],
  [33, -4.45, 2.66, 3.17],
  [263, 4.45, 2.66, 3.17],
  [133, -1.86, 2.59, 3.76],
  [362, 1.86, 2.59, 3.76],
  [127, -7.74, 2.37, -2.01],
  [356, 7.74, 2.37, -2.01],
  [234, -7.66, 0.67, -2.44],
  [454, 7.66, 0.67, -2.44],
  [54, -6.28, 6.62, 1.43],
  [284, 6.28, 6.62, 1.43],
  [67, -3.52, 8.01, 3.73],
  [297, 3.52, 8.01, 3.73],
  [98, -1.41, -1.71, 5.24],
  [327, 1.41, -1.71, 5.24],
  [143, -6.41, 2.24, 1.56],
  [372, 6.41, 2.24, 1.56],
];

/**
 * The rotation that turns the canonical face into the traced one: the least-squares fit of the rigid points
 * (Horn 1987, "Closed-form solution of absolute orientation using unit quaternions").
 */
export function fitHeadPose(points: Float32Array): HeadPose {
  const [w, x, y, z] = largestEigenvector(hornMatrix(correlation(points)));
  // Columns 0 and 2 of the rotation matrix.
  return poseOfAxes({
    ears: [1 - 2 * (y * y + z * z), 2 * (x * y + w * z)],
    nose: [2 * (x * z + w * y), 2 * (y * z - w * x), 1 - 2 * (x * x + y * y)],
  });
}

/** Sum of canonical × traced over the rigid points, both about their centres: row = canonical axis. */
function correlation(points: Float32Array): number[][] {
  // The picture's y points down and its z away from the camera.
  const pairs = RIGID_POINTS.map(([i, x, y, z]) => ({
    canonical: [x, y, z],
    traced: [points[3 * i] ?? 0, -(points[3 * i + 1] ?? 0), -(points[3 * i + 2] ?? 0)],
  }));
  const centre = (read: (pair: (typeof pairs)[number]) => number[]) =>
    [0, 1, 2].map((k) => pairs.reduce((sum, p) => sum + (read(p)[k] ?? 0), 0) / pairs.length);
  const canonicalCentre = centre((pair) => pair.canonical);
  const tracedCentre = centre((pair) => pair.traced);
  return [0, 1, 2].map((row) =>
    [0, 1, 2].map((column) =>
      pairs.reduce(
        (sum, { canonical, traced }) =>
          sum +
          ((canonical[row] ?? 0) - (canonicalCentre[row] ?? 0)) *
            ((traced[column] ?? 0) - (tracedCentre[column] ?? 0)),
        0,
      ),
    ),
  );
}

/** Horn's symmetric 4×4 matrix, whose eigenvector of the largest eigenvalue is the rotation. */
function hornMatrix(s: number[][]): number[][] {
  const [
    [xx = 0, xy = 0, xz = 0] = [],
    [yx = 0, yy = 0, yz = 0] = [],
    [zx = 0, zy = 0, zz = 0] = [],
  ] = s;
  return [
    [xx + yy + zz, yz - zy, zx - xz, xy - yx],
    [yz - zy, xx - yy - zz, xy + yx, zx + xz],
    [zx - xz, xy + yx, yy - xx - zz, yz + zy],
    [xy - yx, zx + xz, yz + zy, zz - xx - yy],
  ];
}

/** Power iteration; the matrix is shifted so that its largest eigenvalue is also the largest in size. */
function largestEigenvector(matrix: number[][]): [number, number, number, number] {
  const shift = Math.max(...matrix.map((row) => row.reduce((sum, v) => sum + Math.abs(v), 0)));
  let vector = [1, 0.01, 0.01, 0.01];
  for (let round = 0; round < 200; round++) {
    const next = matrix.map(
      (row, i) =>
        row.reduce((sum, v, k) => sum + v * (vector[k] ?? 0), 0) + shift * (vector[i] ?? 0),
    );
    const length = Math.hypot(...next) || 1;
    vector = next.map((v) => v / length);
  }
  return vector as [number, number, number, number];
}
