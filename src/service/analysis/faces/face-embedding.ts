import { type EyeIndices, LEFT_EYE, RIGHT_EYE } from '../../../mesh/landmark-indices.ts';
import { type SpacePoint, spacePointAt } from '../../../mesh/mesh-points.ts';
import type { Picture } from './decode-image.ts';
import type { NeuralModel } from './neural-model.ts';
import { type Square, sampleSquare } from './sample-square.ts';

/**
 * 128 numbers of a face, near to those of the same person's other pictures. They are biometric data: they are compared
 * within one job, and never stored, logged or sent.
 */
export type FaceEmbedding = Float32Array;

const INPUT_PX = 150;

/** The points of the mesh where dlib's 68 landmarks have the mouth. */
const MOUTH = [
  61, 39, 37, 0, 267, 269, 291, 405, 314, 17, 84, 181, 78, 82, 13, 312, 308, 317, 14, 87,
] as const;

// face-api.js, `FaceLandmarks.alignDlib`: the middle of eyes and mouth lies this far down in the square, and their
// distance is this part of its side.
const MIDDLE_V = 0.43;
const EYES_TO_MOUTH = 0.45;

/** Says who a traced face is, as far as 128 numbers can. */
export async function embedFace(
  recognizer: NeuralModel,
  picture: Picture,
  points: Float32Array,
): Promise<FaceEmbedding> {
  const square = recognitionSquare(points);
  const [embedding] = await recognizer.run(sampleSquare(picture, square, INPUT_PX, [0, 1]));
  return embedding ?? new Float32Array();
}

/** How far two faces are from being the same person's: Euclidean, 0 for the same picture, about 0.8 for strangers. */
export function embeddingDistance(a: FaceEmbedding, b: FaceEmbedding): number {
  return Math.sqrt(a.reduce((sum, value, i) => sum + (value - (b[i] ?? 0)) ** 2, 0));
}

/**
 * The square that the network was trained to see: by eyes and mouth, upright along the eyes. Its size is measured in
 * three dimensions, so that a head that nods or turns does not seem nearer.
 */
export function recognitionSquare(points: Float32Array): Square {
  const right = centreOf(points, dlibEye(RIGHT_EYE));
  const left = centreOf(points, dlibEye(LEFT_EYE));
  const mouth = centreOf(points, MOUTH);
  const toMouth = ([x, y, z]: SpacePoint) => Math.hypot(mouth[0] - x, mouth[1] - y, mouth[2] - z);
  const sidePx = (toMouth(right) + toMouth(left)) / 2 / EYES_TO_MOUTH;
  const angleRadians = Math.atan2(left[1] - right[1], left[0] - right[0]);
  const below = (0.5 - MIDDLE_V) * sidePx;
  return {
    centreX: (right[0] + left[0] + mouth[0]) / 3 - below * Math.sin(angleRadians),
    centreY: (right[1] + left[1] + mouth[1]) / 3 + below * Math.cos(angleRadians),
    sidePx,
    angleRadians,
  };
}

/** The six points that dlib's 68 landmarks have of an eye: its corners, and the lids without their middle. */
function dlibEye({ innerCorner, lids, outerCorner }: EyeIndices): number[] {
  const [outerLids = [], , innerLids = []] = lids;
  return [outerCorner, ...outerLids, ...innerLids, innerCorner];
}

function centreOf(points: Float32Array, indices: readonly number[]): SpacePoint {
  const mean = (axis: 0 | 1 | 2) =>
    indices.reduce((sum, i) => sum + spacePointAt(points, i)[axis], 0) / indices.length;
  return [mean(0), mean(1), mean(2)];
}
