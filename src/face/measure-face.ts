import type { FaceBox, FaceMeasurements } from './face-signals.ts';
import { type EyeIndices, LEFT_EYE, MOUTH, RIGHT_EYE } from './landmark-indices.ts';

/** What the face landmarker says of one face. */
export interface FaceLandmarks {
  /** x, y, z for each point; x and y in fractions of the frame. */
  readonly points: Float32Array;
  /** 4×4, column-major, from the canonical face to the camera; the camera looks along −z. */
  readonly pose: ArrayLike<number>;
}

/** The full-size frame that the fractions refer to. */
export interface FrameSize {
  readonly widthPx: number;
  readonly heightPx: number;
}

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** Measures the face: pose from the matrix, ratios from the landmarks. Pure. */
export function measureFace(landmarks: FaceLandmarks, size: FrameSize): FaceMeasurements {
  const at = pointReader(landmarks.points, size);
  const eyesSpan = distance(at(LEFT_EYE.outerCorner), at(RIGHT_EYE.outerCorner));
  const mouthWidth = distance(at(MOUTH.leftCorner), at(MOUTH.rightCorner));
  return {
    ...measurePose(landmarks.pose),
    eyeAspectRatioLeft: eyeAspectRatio(LEFT_EYE, at),
    eyeAspectRatioRight: eyeAspectRatio(RIGHT_EYE, at),
    mouthWidthRatio: mouthWidth / eyesSpan,
    mouthOpeningRatio: distance(at(MOUTH.innerUpper), at(MOUTH.innerLower)) / mouthWidth,
    cornerToEyeLeft: distance(at(MOUTH.leftCorner), at(LEFT_EYE.outerCorner)) / eyesSpan,
    cornerToEyeRight: distance(at(MOUTH.rightCorner), at(RIGHT_EYE.outerCorner)) / eyesSpan,
    box: boundingBox(landmarks.points),
    interocularPx: distance(eyeCentre(LEFT_EYE, at), eyeCentre(RIGHT_EYE, at)),
  };
}

/**
 * Head rotation from the pose matrix, in the signs of {@link FaceMeasurements}:
 * the matrix's third column is where the face points, its first column is the person's right-to-left axis.
 */
export function measurePose(
  pose: ArrayLike<number>,
): Pick<FaceMeasurements, 'yawDegrees' | 'pitchDegrees' | 'rollDegrees'> {
  const m = (index: number): number => pose[index] ?? 0;
  return {
    yawDegrees: Math.atan2(m(8), m(10)) * DEGREES_PER_RADIAN,
    pitchDegrees: Math.asin(Math.max(-1, Math.min(1, m(9)))) * DEGREES_PER_RADIAN,
    rollDegrees: -Math.atan2(m(1), m(0)) * DEGREES_PER_RADIAN,
  };
}

type Point = readonly [xPx: number, yPx: number];

function pointReader(points: Float32Array, size: FrameSize): (index: number) => Point {
  return (index) => [
    (points[3 * index] ?? 0) * size.widthPx,
    (points[3 * index + 1] ?? 0) * size.heightPx,
  ];
}

function distance(a: Point, b: Point): number {
  return Math.hypot(a[0] - b[0], a[1] - b[1]);
}

/** Mean lid distance ÷ eye width: Soukupová & Čech 2016, with three lid pairs instead of two. */
function eyeAspectRatio(eye: EyeIndices, at: (index: number) => Point): number {
  const width = distance(at(eye.outerCorner), at(eye.innerCorner));
  const openings = eye.lids.map(([upper, lower]) => distance(at(upper), at(lower)));
  return openings.reduce((sum, opening) => sum + opening, 0) / openings.length / width;
}

function eyeCentre(eye: EyeIndices, at: (index: number) => Point): Point {
  const outer = at(eye.outerCorner);
  const inner = at(eye.innerCorner);
  return [(outer[0] + inner[0]) / 2, (outer[1] + inner[1]) / 2];
}

function boundingBox(points: Float32Array): FaceBox {
  let left = Infinity;
  let top = Infinity;
  let right = -Infinity;
  let bottom = -Infinity;
  for (let i = 0; i + 1 < points.length; i += 3) {
    const x = points[i] ?? 0;
    const y = points[i + 1] ?? 0;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}
