import { type FaceRatios, measureRatios } from './face-ratios.ts';
import { fitHeadPose } from './fit-head-pose.ts';
import type { HeadPose } from './head-pose.ts';
import { spacePointAt } from './mesh-points.ts';

/** What the 468 points say of one face, without anything else that a tracker may know. */
export interface MeasuredFace extends HeadPose, FaceRatios {}

/**
 * Measures a traced face: the pose by fitting the canonical face to it, lengths in three dimensions. Pure.
 *
 * @param points x, y, z of the 468 points in pixels
 */
export function measureMesh(points: Float32Array): MeasuredFace {
  return { ...fitHeadPose(points), ...measureRatios((index) => spacePointAt(points, index)) };
}
