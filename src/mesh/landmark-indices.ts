/**
 * Points of MediaPipe's face mesh, by what they mark. Page and service trace the same map: the page's model adds ten
 * points after the 468 of the face: of the irises in MediaPipe's own models, which nothing here reads.
 * Source: google-ai-edge/mediapipe, `face_mesh_connections.py`. Left and right are the person's own.
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

/** Where the face is widest. */
export const CHEEKBONES = { left: 454, right: 234 } as const;

/** Parts of the skin whose colours are compared. */
export const SKIN = {
  forehead: [151, 108, 337, 9, 69, 299],
  nose: [5, 195, 4],
  cheeks: [50, 101, 118, 280, 330, 347],
  underEyes: [230, 450, 119, 348],
} as const;

/** How many points the mesh has without irises: what the service's model gives. */
export const MESH_POINT_COUNT = 468;
/** How many points the page's face landmarker gives, the place of the irises included. */
export const LANDMARK_COUNT = 478;
