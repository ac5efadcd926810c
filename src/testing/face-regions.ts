/**
 * Vertex indices of MediaPipe's 468-point face mesh, by the part of the face. Left and right are the person's own.
 * Source: the connection tables of `FaceLandmarksConnections` in @mediapipe/tasks-vision, and the mesh itself.
 */

/** One eye, lids listed from the outer to the inner corner so that the lists pair up. */
export interface EyeRegion {
  readonly outerCorner: number;
  readonly innerCorner: number;
  readonly upperLid: readonly number[];
  readonly lowerLid: readonly number[];
  /** The skin above the upper lid that folds when the eye shuts, paired with `upperLid`. */
  readonly crease: readonly number[];
  /** The skin below the lower lid, paired with `lowerLid`. */
  readonly underLid: readonly number[];
}

export const RIGHT_EYE: EyeRegion = {
  outerCorner: 33,
  innerCorner: 133,
  upperLid: [246, 161, 160, 159, 158, 157, 173],
  lowerLid: [7, 163, 144, 145, 153, 154, 155],
  crease: [247, 30, 29, 27, 28, 56, 190],
  underLid: [25, 110, 24, 23, 22, 26, 112],
};

export const LEFT_EYE: EyeRegion = {
  outerCorner: 263,
  innerCorner: 362,
  upperLid: [466, 388, 387, 386, 385, 384, 398],
  lowerLid: [249, 390, 373, 374, 380, 381, 382],
  crease: [467, 260, 259, 257, 258, 286, 414],
  underLid: [255, 339, 254, 253, 252, 256, 341],
};

/** The edge of an eye's opening, all the way round. */
export function eyeOpening(eye: EyeRegion): number[] {
  return [eye.outerCorner, ...eye.upperLid, eye.innerCorner, ...eye.lowerLid.toReversed()];
}

/** Brows, each from the temple to the nose. */
export const RIGHT_BROW = { upper: [70, 63, 105, 66, 107], lower: [46, 53, 52, 65, 55] } as const;
export const LEFT_BROW = {
  upper: [300, 293, 334, 296, 336],
  lower: [276, 283, 282, 295, 285],
} as const;

/** The outer edge of the lips, round from the right corner along the lower lip. */
export const LIPS_OUTER = [
  61, 146, 91, 181, 84, 17, 314, 405, 321, 375, 291, 409, 270, 269, 267, 0, 37, 39, 40, 185,
] as const;

/** The edge of the mouth's opening, round from the right corner along the lower lip. */
export const LIPS_INNER = [
  78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308, 415, 310, 311, 312, 13, 82, 81, 80, 191,
] as const;

/** The inner edge of the lips, upper and lower, paired from the right to the left. */
export const UPPER_LIP_INNER = [191, 80, 81, 82, 13, 312, 311, 310, 415] as const;
export const LOWER_LIP_INNER = [95, 88, 178, 87, 14, 317, 402, 318, 324] as const;

/** Everything of the lower lip between the corners; it moves with the jaw. */
export const LOWER_LIP = [
  146, 91, 181, 84, 17, 314, 405, 321, 375, 95, 88, 178, 87, 14, 317, 402, 318, 324, 77, 90, 180,
  85, 16, 315, 404, 320, 307, 96, 89, 179, 86, 15, 316, 403, 319, 325,
] as const;

/** Everything of the upper lip between the corners; it stays. */
export const UPPER_LIP = [
  185, 40, 39, 37, 0, 267, 269, 270, 409, 184, 74, 73, 72, 11, 302, 303, 304, 408, 183, 42, 41, 38,
  12, 268, 271, 272, 407, 191, 80, 81, 82, 13, 312, 311, 310, 415,
] as const;

/** The corners of the mouth, from the skin inwards. */
export const MOUTH_CORNERS = [61, 76, 62, 78, 291, 306, 292, 308] as const;

/** The rim of the mesh, round from the top of the forehead over the person's left. */
export const FACE_OVAL = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;
