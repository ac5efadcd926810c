/**
 * Points of MediaPipe's face mesh (468 points, and 10 of the irises) that the signals are measured on.
 * Source: the mesh map of google-ai-edge/mediapipe, `face_mesh_connections.py`; left and right are the person's own.
 */
export interface EyeIndices {
  readonly outerCorner: number;
  readonly innerCorner: number;
  /** Pairs of upper and lower lid, from the outer to the inner side. */
  readonly lids: readonly (readonly [upper: number, lower: number])[];
}

/** The person's left eye. */
export const LEFT_EYE: EyeIndices = {
  outerCorner: 263,
  innerCorner: 362,
  lids: [
    [387, 373],
    [386, 374],
    [385, 380],
  ],
};

/** The person's right eye. */
export const RIGHT_EYE: EyeIndices = {
  outerCorner: 33,
  innerCorner: 133,
  lids: [
    [160, 144],
    [159, 145],
    [158, 153],
  ],
};

/** Corners of the mouth and the middle of the inner lips. */
export const MOUTH = { leftCorner: 291, rightCorner: 61, innerUpper: 13, innerLower: 14 } as const;

/** How many points the face landmarker gives. */
export const LANDMARK_COUNT = 478;
