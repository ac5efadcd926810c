/*
 * Numbers on which page and service must agree: the page never takes a picture that the service then refuses. Each side
 * imports them from here; where each measures in its own way, test/mesh/agreement.node.test.ts compares the numbers.
 */

/**
 * The face is likely covered above either; see `FaceCover`. Clips, at rest: nose 0.18 at most, shade 0.42; in all poses
 * 0.29 and 0.53 (5,545 frames of 20 real people, with beards, glasses and poor light among them). A surgical mask 0.61 and
 * more, sunglasses 0.60 and more: one clip each, drawn onto a real face. Hands, and masks of the colour of the skin, show
 * neither.
 */
export const COVER_LIMIT = { noseColour: 0.4, eyeShade: 0.64 } as const;

/**
 * How sure the face detector must be of a neutral face, 0..1. Free faces 0.83 and more; a hand before the face 0.5–0.84, a
 * surgical mask 0.84–0.88.
 */
export const NEUTRAL_DETECTOR_SCORE = 0.8;
