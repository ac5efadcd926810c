import { type HeadPose, headPose } from './head-pose.ts';

/** What the plain 468-point mesh says of one face. Same terms as `FaceMeasurements` in the browser. */
export interface MeasuredFace extends HeadPose {
  /** Lid distance ÷ eye width of the person's left eye (Soukupová & Čech 2016). */
  readonly eyeAspectRatioLeft: number;
  /** Lid distance ÷ eye width of the person's right eye. */
  readonly eyeAspectRatioRight: number;
  /** Distance of the mouth corners ÷ distance of the outer eye corners. */
  readonly mouthWidthRatio: number;
  /** Distance of the inner lips ÷ distance of the mouth corners. */
  readonly mouthOpeningRatio: number;
}

// Points of MediaPipe's mesh map, `face_mesh_connections.py`; left and right are the person's own.
const LEFT_EYE = { outer: 263, inner: 362, lids: [387, 373, 386, 374, 385, 380] } as const;
const RIGHT_EYE = { outer: 33, inner: 133, lids: [160, 144, 159, 145, 158, 153] } as const;
const MOUTH = { left: 291, right: 61, innerUpper: 13, innerLower: 14 } as const;

/**
 * Measures a traced face. Lengths are taken in three dimensions, so that a turned head keeps its ratios.
 *
 * @param points x, y, z of the 468 points in pixels, as {@link FaceMesh} has them
 */
export function measureFace(points: Float32Array): MeasuredFace {
  const distance = (a: number, b: number) =>
    Math.hypot(
      (points[3 * a] ?? 0) - (points[3 * b] ?? 0),
      (points[3 * a + 1] ?? 0) - (points[3 * b + 1] ?? 0),
      (points[3 * a + 2] ?? 0) - (points[3 * b + 2] ?? 0),
    );
  const eyeAspectRatio = ({ outer, inner, lids }: typeof LEFT_EYE | typeof RIGHT_EYE) => {
    const openings = [0, 2, 4].map((i) => distance(lids[i] as number, lids[i + 1] as number));
    return openings.reduce((sum, opening) => sum + opening, 0) / 3 / distance(outer, inner);
  };
  const mouthWidth = distance(MOUTH.left, MOUTH.right);
  return {
    ...headPose(points),
    eyeAspectRatioLeft: eyeAspectRatio(LEFT_EYE),
    eyeAspectRatioRight: eyeAspectRatio(RIGHT_EYE),
    mouthWidthRatio: mouthWidth / distance(LEFT_EYE.outer, RIGHT_EYE.outer),
    mouthOpeningRatio: distance(MOUTH.innerUpper, MOUTH.innerLower) / mouthWidth,
  };
}
