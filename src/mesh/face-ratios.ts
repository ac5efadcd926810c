import { type EyeIndices, LEFT_EYE, MOUTH, RIGHT_EYE } from './landmark-indices.ts';
import { distance, type Point, type SpacePoint } from './mesh-points.ts';

/** Eyes and mouth as ratios: free of units and of the distance to the camera. Left and right are the person's own. */
export interface FaceRatios {
  /** Lid distance ÷ eye width of the person's left eye (Soukupová & Čech 2016). */
  readonly eyeAspectRatioLeft: number;
  /** Lid distance ÷ eye width of the person's right eye. */
  readonly eyeAspectRatioRight: number;
  /** Distance of the mouth corners ÷ distance of the outer eye corners. */
  readonly mouthWidthRatio: number;
  /** Distance of the inner lips ÷ distance of the mouth corners. */
  readonly mouthOpeningRatio: number;
}

/**
 * Measures eyes and mouth. Pure.
 *
 * @param at reads a point by its index. With two coordinates lengths are those in the picture, as the page measures
 *   them; with three a turned head keeps its ratios, as the service does
 */
export function measureRatios<T extends Point | SpacePoint>(at: (index: number) => T): FaceRatios {
  const mouthWidth = distance(at(MOUTH.leftCorner), at(MOUTH.rightCorner));
  return {
    eyeAspectRatioLeft: eyeAspectRatio(LEFT_EYE, at),
    eyeAspectRatioRight: eyeAspectRatio(RIGHT_EYE, at),
    mouthWidthRatio: mouthWidth / distance(at(LEFT_EYE.outerCorner), at(RIGHT_EYE.outerCorner)),
    mouthOpeningRatio: distance(at(MOUTH.innerUpper), at(MOUTH.innerLower)) / mouthWidth,
  };
}

/** Mean lid distance ÷ eye width: Soukupová & Čech 2016, with three lid pairs instead of two. */
function eyeAspectRatio<T extends Point | SpacePoint>(
  eye: EyeIndices,
  at: (index: number) => T,
): number {
  const openings = eye.lids.map(([upper, lower]) => distance(at(upper), at(lower)));
  const opening = openings.reduce((sum, one) => sum + one, 0) / openings.length;
  return opening / distance(at(eye.outerCorner), at(eye.innerCorner));
}
