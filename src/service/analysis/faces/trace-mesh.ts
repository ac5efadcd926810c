import { MESH_POINT_COUNT } from '../../../mesh/landmark-indices.ts';
import { outerEyeCorners, type Point, pointAt } from '../../../mesh/mesh-points.ts';
import type { Picture } from './decode-image.ts';
import type { DetectedFace } from './detect-faces.ts';
import type { NeuralModel } from './neural-model.ts';
import { fromSquare, type Square, sampleSquare } from './sample-square.ts';

/** The 468 points of MediaPipe's face mesh. */
export interface FaceMesh {
  /** x, y and z of each point in pixels of the picture: y downwards, z away from the camera, about the head's centre. */
  readonly points: Float32Array;
  /** How sure the model is that there is a face in the square it was given, 0..1. */
  readonly faceFlag: number;
}

const INPUT_PX = 192;
/** MediaPipe's face_landmark_front: the square is half as big again as the box. */
const MARGIN = 1.5;

/**
 * Traces the mesh on a face. Two passes: the detector's box places the first, the first mesh places the second;
 * one pass alone depends on how well the box sits.
 */
export async function traceMesh(
  model: NeuralModel,
  picture: Picture,
  face: DetectedFace,
): Promise<FaceMesh> {
  const first = await tracePass(model, picture, squareOfDetection(face));
  return tracePass(model, picture, squareOfMesh(first.points));
}

async function tracePass(model: NeuralModel, picture: Picture, square: Square): Promise<FaceMesh> {
  const [raw, flag] = await model.run(sampleSquare(picture, square, INPUT_PX, [0, 1]));
  const points = new Float32Array(3 * MESH_POINT_COUNT);
  for (let i = 0; i < points.length; i += 3) {
    const [x, y] = fromSquare(square, (raw?.[i] ?? 0) / INPUT_PX, (raw?.[i + 1] ?? 0) / INPUT_PX);
    points[i] = x;
    points[i + 1] = y;
    points[i + 2] = ((raw?.[i + 2] ?? 0) / INPUT_PX) * square.sidePx;
  }
  return { points, faceFlag: 1 / (1 + Math.exp(-(flag?.[0] ?? Number.NEGATIVE_INFINITY))) };
}

function squareOfDetection(face: DetectedFace): Square {
  return {
    centreX: face.left + face.widthPx / 2,
    centreY: face.top + face.heightPx / 2,
    sidePx: Math.max(face.widthPx, face.heightPx) * MARGIN,
    angleRadians: angleBetween(face.rightEye, face.leftEye),
  };
}

/** The box of the points, measured along the face's own axes. */
function squareOfMesh(points: Float32Array): Square {
  const { left, right } = outerEyeCorners(points);
  const angleRadians = angleBetween(right, left);
  const cos = Math.cos(angleRadians);
  const sin = Math.sin(angleRadians);
  let [minU, maxU, minV, maxV] = [Infinity, -Infinity, Infinity, -Infinity];
  for (let i = 0; i < MESH_POINT_COUNT; i++) {
    const [x, y] = pointAt(points, i);
    const u = x * cos + y * sin;
    const v = y * cos - x * sin;
    minU = Math.min(minU, u);
    maxU = Math.max(maxU, u);
    minV = Math.min(minV, v);
    maxV = Math.max(maxV, v);
  }
  const u = (minU + maxU) / 2;
  const v = (minV + maxV) / 2;
  return {
    centreX: u * cos - v * sin,
    centreY: u * sin + v * cos,
    sidePx: Math.max(maxU - minU, maxV - minV) * MARGIN,
    angleRadians,
  };
}

function angleBetween(from: Point, to: Point): number {
  return Math.atan2(to[1] - from[1], to[0] - from[0]);
}
