import type { Rule } from './rule.ts';
import { EYES_COVERED, FACE_UNSURE, NOSE_COVERED } from './rules/covered-face.ts';
import { DIFFERENT_PERSON } from './rules/different-person.ts';
import { NO_FACE, SEVERAL_FACES } from './rules/face-count.ts';
import { FLAT_TURN } from './rules/flat-turn.ts';
import { DONE_TOO_FAST, TAKEN_BEFORE_ASKED } from './rules/frame-times.ts';
import { BLINK_NOT_SEEN, GESTURE_NOT_SEEN, TOO_FEW_GESTURES } from './rules/gestures-seen.ts';
import { MOVEMENT_NOT_SEEN } from './rules/movement-seen.ts';
import { NEUTRAL_TURNED_AWAY } from './rules/neutral-pose.ts';
import { PASSIVE_SCORE_LOW } from './rules/passive-score.ts';
import { IDENTICAL_IMAGES, SAME_PICTURE } from './rules/repeated-image.ts';
import { FRAME_SEEN_BEFORE } from './rules/seen-before.ts';
import { VIRTUAL_CAMERA } from './rules/virtual-camera.ts';

/** For submissions whose gestures the page chose: what each image should show is not known. */
export const UNPACED_RULES: readonly Rule[] = [
  NO_FACE,
  SEVERAL_FACES,
  FACE_UNSURE,
  NOSE_COVERED,
  EYES_COVERED,
  NEUTRAL_TURNED_AWAY,
  IDENTICAL_IMAGES,
  DIFFERENT_PERSON,
  TOO_FEW_GESTURES,
  PASSIVE_SCORE_LOW,
];

/** For sessions that the service paced: the same, and what only who asked can tell. */
export const PACED_RULES: readonly Rule[] = [
  ...UNPACED_RULES,
  TAKEN_BEFORE_ASKED,
  DONE_TOO_FAST,
  SAME_PICTURE,
  GESTURE_NOT_SEEN,
  BLINK_NOT_SEEN,
  FLAT_TURN,
  MOVEMENT_NOT_SEEN,
  VIRTUAL_CAMERA,
  FRAME_SEEN_BEFORE,
];
