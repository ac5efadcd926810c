import { boundingBox } from '../mesh/face-box.ts';
import { measureRatios } from '../mesh/face-ratios.ts';
import { poseOfMatrix } from '../mesh/head-pose.ts';
import { type EyeIndices, LEFT_EYE, MOUTH, RIGHT_EYE } from '../mesh/landmark-indices.ts';
import { distance, type PictureSize, type Point, pointAt } from '../mesh/mesh-points.ts';
import type { FaceMeasurements } from './face-signals.ts';

/** What the face landmarker says of one face. */
export interface FaceLandmarks {
  /** x, y, z for each point; x and y in fractions of the frame. */
  readonly points: Float32Array;
  /** 4×4, column-major, from the canonical face to the camera; the camera looks along −z. */
  readonly pose: ArrayLike<number>;
}

/** Measures the face: pose from the matrix, ratios from the landmarks, in the full-size frame. Pure. */
export function measureFace({ points, pose }: FaceLandmarks, size: PictureSize): FaceMeasurements {
  const at = (index: number): Point => pointAt(points, index, size);
  const [left, right] = [at(LEFT_EYE.outerCorner), at(RIGHT_EYE.outerCorner)];
  const eyesSpan = distance(left, right);
  return {
    ...poseOfMatrix(pose),
    ...measureRatios(at),
    cornerToEyeLeft: distance(at(MOUTH.leftCorner), left) / eyesSpan,
    cornerToEyeRight: distance(at(MOUTH.rightCorner), right) / eyesSpan,
    box: boundingBox(points),
    interocularPx: distance(eyeCentre(LEFT_EYE, at), eyeCentre(RIGHT_EYE, at)),
  };
}

function eyeCentre(eye: EyeIndices, at: (index: number) => Point): Point {
  const outer = at(eye.outerCorner);
  const inner = at(eye.innerCorner);
  return [(outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2];
}
