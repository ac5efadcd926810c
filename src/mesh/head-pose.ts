/** Head rotation in degrees. Left and right are the person's own; the picture is not mirrored. */
export interface HeadPose {
  /** Rotation about the vertical axis; positive when the person turns to their own left. */
  readonly yawDegrees: number;
  /** Rotation about the ear-to-ear axis; positive when the person looks up. */
  readonly pitchDegrees: number;
  /** Tilt in the image plane; positive when the head leans to the person's own left shoulder. */
  readonly rollDegrees: number;
}

/** Two columns of the rotation from the canonical face to the camera, which looks along −z; y is up. */
export interface HeadAxes {
  /** Where the person's right-to-left axis points. */
  readonly ears: readonly [x: number, y: number];
  /** Where the face points. */
  readonly nose: readonly [x: number, y: number, z: number];
}

const DEGREES_PER_RADIAN = 180 / Math.PI;

/** The angles of a rotation, in the order yaw, pitch, roll. */
export function poseOfAxes({
  ears: [earX, earY],
  nose: [noseX, noseY, noseZ],
}: HeadAxes): HeadPose {
  return {
    yawDegrees: Math.atan2(noseX, noseZ) * DEGREES_PER_RADIAN,
    pitchDegrees: Math.asin(Math.max(-1, Math.min(1, noseY))) * DEGREES_PER_RADIAN,
    rollDegrees: -Math.atan2(earY, earX) * DEGREES_PER_RADIAN,
  };
}

/** The angles of a 4×4 matrix, column-major, as the face landmarker gives it. */
export function poseOfMatrix(matrix: ArrayLike<number>): HeadPose {
  const at = (index: number): number => matrix[index] ?? 0;
  return poseOfAxes({ ears: [at(0), at(1)], nose: [at(8), at(9), at(10)] });
}
