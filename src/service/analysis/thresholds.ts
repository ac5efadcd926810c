/**
 * Every number that the analysis decides by, with its unit and where it comes from, but for the changes that show a gesture:
 * those stand with the gesture's record, in `src/challenge/gestures/`.
 * "Clips" are 26 recordings of 20 real people, 3 to 15 frames a second, measured with the models that run here;
 * "attacks" are prints, masks and frozen or looped pictures. Replayed videos measure like people.
 */

/** Longest side of an image that is decoded, in pixels: 4096² RGB is 50 MB, which a small host can hold. */
export const MAX_IMAGE_SIDE_PX = 4096;

/** Score from which the surest detection is a face: MediaPipe's own default. */
export const DETECTOR_MIN_SCORE = 0.5;
/** Score from which another detection is another face. Clips: second people 0.80–0.96, false second boxes up to 0.57. */
export const SECOND_FACE_MIN_SCORE = 0.6;
/** Intersection over union from which two boxes are the same face: MediaPipe's own default. */
export const SAME_FACE_OVERLAP = 0.3;

/**
 * The neutral face is likely occluded below either. Clips: free neutral faces score 0.85 and more, flag 1.
 * It finds hands before the face.
 */
export const OCCLUSION = { detectorScore: 0.8, faceFlag: 0.9 } as const;
/**
 * The neutral face is likely covered above either; see `FaceCover`. Clips, 527 frames at rest of 20 people, with beards,
 * glasses and poor light among them: nose 0.18 at most, shade 0.42. A surgical mask 0.61 and more, sunglasses 0.86 and more:
 * one clip each, drawn onto a real face. It finds no hand, and no mask of the colour of the skin.
 */
export const COVER_LIMIT = { noseColour: 0.4, eyeShade: 0.64 } as const;
/** A nod hides the face from the detector; below these not even such a gesture is measured. Clips: nods 0.67 and 0.08 at least; hands 0.5–0.7 and 0.00–0.01. */
export const HIDDEN_SOUNDNESS = { detectorScore: 0.65, faceFlag: 0.05 } as const;

/** Largest turn of a neutral face from the camera, in degrees. The browser asks for 15. */
export const NEUTRAL_YAW_DEGREES = 25;
/** Largest tilt of a neutral face, in degrees. The browser asks for 20, measured with another mesh. */
export const NEUTRAL_PITCH_DEGREES = 30;

/**
 * Mean difference of grey value, 0..255, below which two faces are the same picture encoded again, over the face and in
 * the band of the eyes alike. Re-encoded pictures 1.4 (median) to 2.8; distinct gestures 4.5 and more, blinks 5.5 in the eyes.
 */
export const DUPLICATE_DIFFERENCE = 3;

/**
 * {@link meshDifference} below which two faces that should show different gestures, neither of them a blink, are one
 * picture, in whatever light. The same frame at another quality, size, angle or light, or cropped: 95 % below 0.012 to
 * 0.021; different gestures of one person, and gestures against rest: 0.029 and more (63 pairs of 19 people). A
 * picture that is tilted in space differs by 0.024 and is not found.
 */
export const SAME_SHAPE = 0.018;
/** From here on the shape differs for certain: then equal grey values are an accident of little light. */
export const OTHER_SHAPE = 0.028;

/** Fewer different gestures are never live, whatever the score. */
export const MIN_DIFFERENT_GESTURES = 2;
/** What a gesture is worth that only just reaches its minimum; twice the minimum is worth 1. */
export const BARE_GESTURE_STRENGTH = 0.8;
/** Highest score of a submission that cannot be live for another reason: half the contract's default threshold. */
export const FAULTY_SCORE_LIMIT = 0.3;

/**
 * Smallest planarity ratio of a face that was asked to turn. 72 frames turned by 15° and more, of 7 people
 * in 9 clips: 0.48 and more, median 0.54 (`npm run evaluate:verdict`); 72 flat pictures turned by 20–50° in the computer:
 * 0.39 (median), 0.54 (p90). The two overlap: this is a second look at what the smallest turn already refuses, since none of the
 * flat pictures measured more than 12° of yaw.
 */
export const PLANARITY_MINIMUM = 0.45;

/**
 * Largest distance of two embeddings of one person. 0.6 is also what dlib's author recommends. Clips: 0 of 1141 frames of
 * all gestures are farther from their own neutral face (0.57 at most); of other people's 1.5 % are nearer, 4.6 % when turned
 * by over 35°.
 *
 * Tilted far up or down, faces are up to 0.77 from themselves (32 frames), and a third of other people's pass.
 * `npm run evaluate:verdict` measures it.
 */
export const SAME_PERSON = { distance: 0.6, steepDistance: 0.78, steepPitchDegrees: 20 } as const;

/** A step that is done faster after its gesture was revealed was not done by a person: reaction alone takes about 200 ms. */
export const FASTEST_STEP_MS = 250;
/** How far the clock of a browser may jump in a session: its resolution, and what the time of day is corrected by. */
export const CLOCK_SLACK_MS = 250;
