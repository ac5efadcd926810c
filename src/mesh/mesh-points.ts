import { LEFT_EYE, RIGHT_EYE } from './landmark-indices.ts';

/** A point in the plane of the picture. */
export type Point = readonly [x: number, y: number];

/** A point in space: z away from the camera. */
export type SpacePoint = readonly [x: number, y: number, z: number];

/** Width and height of the picture that fractions refer to. */
export interface PictureSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const UNIT: PictureSize = { widthPx: 1, heightPx: 1 };

/**
 * One point of a mesh as it lies in the picture.
 *
 * @param points x, y, z of each point
 * @param size of the picture, where x and y are fractions of it; without it they are taken as they are
 */
export function pointAt(points: Float32Array, index: number, size: PictureSize = UNIT): Point {
  return [(points[3 * index] ?? 0) * size.widthPx, (points[3 * index + 1] ?? 0) * size.heightPx];
}

/** One point of a mesh with its depth. */
export function spacePointAt(points: Float32Array, index: number): SpacePoint {
  return [points[3 * index] ?? 0, points[3 * index + 1] ?? 0, points[3 * index + 2] ?? 0];
}

/** Straight distance of two points of the same number of dimensions, in their unit. */
export function distance<T extends Point | SpacePoint>(a: T, b: T): number {
  return Math.hypot(...a.map((value, axis) => value - (b[axis] ?? 0)));
}

/** The outer corners of both eyes: the line that upright, turn in the plane and size of a face are taken from. */
export function outerEyeCorners(points: Float32Array): { right: Point; left: Point } {
  return {
    right: pointAt(points, RIGHT_EYE.outerCorner),
    left: pointAt(points, LEFT_EYE.outerCorner),
  };
}

/** Distance between the outer corners of the eyes, in the unit of the points. */
export function eyeSpan(points: Float32Array): number {
  const { left, right } = outerEyeCorners(points);
  return distance(right, left);
}
