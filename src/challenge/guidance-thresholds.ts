import { COVER_LIMIT, NEUTRAL_DETECTOR_SCORE } from '../mesh/face-limits.ts';

/**
 * Every number that guidance decides by, with its unit and where it comes from. A fault begins at its first number and
 * ends at its second, so that a value between them changes nothing.
 * "Clips" are 26 recordings of real people and 12 of bad conditions; ranges are medians of a clip.
 */
export const GUIDANCE = {
  /** A wish for another hint must last this long: a lost frame or a blink is not worth a word. */
  hintConfirmMs: 250,
  /** How long a hint stays: what is shown for less cannot be read. */
  hintShortestMs: 800,
  /** How long the check waits for what many people cannot change: their light, their lens, their eyes. */
  patienceMs: 3000,
  /** How long it insists on a mouth that keeps still. */
  silenceMs: 4000,
  /** A hint that is on the screen for so long is said in larger letters, with a drawing. */
  insistMs: 5000,
  /** How long it insists on the strict limits of pose, mouth and place, and on a head that keeps still. */
  strictnessMs: 8000,
  /** How long it insists on a mouth at rest at all. */
  lastResortMs: 15_000,

  /** Face height ÷ frame height: ends this far inside the limit. */
  heightMargin: 0.02,
  offCentreMargin: 0.02,
  angleMarginDegrees: 2,
  mouthMargin: 0.02,

  /** Pixels between the eyes that the service and a human reader want. */
  fewestEyePx: [90, 93],
  /**
   * Face height ÷ frame height that everyone can reach without crowding the camera; held selfies have 0.42–0.63.
   * A camera that has too few pixels at this height (640×480: 71–78 px in the clips) is not asked for more.
   */
  comfortableHeight: 0.45,

  /** Mean luminance of the face. Bad light 8 and 11; dimmest real face 33 (against a white wall), then 62. */
  darkLuminance: [20, 26],
  /**
   * White share of the face. Real faces 0, the whitest of 5,600 frames 0.004: a margin of 25. A phone filmed off the sun
   * 0.10, its worst tenth 0.29.
   */
  clippedShare: [0.1, 0.07],
  /** Background ÷ face. Backlit 5.7; a real person before a bright wall 5.8 and else at most 2.5: so it is advice only. */
  backlight: [4, 3.3],
  /** Against a dark face only: a fair face before a white wall is no trouble. */
  backlitBelowLuminance: 60,
  /** Detail ÷ contrast. Defocused 0.003; softest real camera 0.007, its blurred moments 0.006: so it is advice only. */
  sharpness: [0.0045, 0.0055],
  /**
   * How sure the face detector is, 0..1. Free faces 0.83 and more, but 0.69 and 0.78 at the far end of two nods; a
   * hand at the chin 0.94.
   */
  coveredDetectorScore: [NEUTRAL_DETECTOR_SCORE, 0.82],
  /** How far it falls below that of the neutral face when something comes before it. Free faces by up to 0.11. */
  coveredDrop: 0.14,
  /** How far it may fall while a gesture is asked that hides the face: a nod itself takes 0.15 and 0.24. */
  coveredDropWhenHidden: 0.28,
  /** See `FaceCover`. */
  coveredNoseColour: [COVER_LIMIT.noseColour, 0.35],
  coveredEyeShade: [COVER_LIMIT.eyeShade, 0.58],
  /** Lid distance ÷ eye width of the eye that is wider open. Shut 0.09–0.15; narrowest open eyes 0.25. */
  shutEyes: [0.16, 0.19],

  /** During a gesture a hint must be sure of itself: limits of position are this much wider. */
  gestureHeightSlack: 0.05,
  gestureOffCentreSlack: 0.06,
  /** A head this far from neutral hides the expression that was asked for. */
  gestureAngleDegrees: [18, 14],

  /** Gesture strength (1 counts) from which an attempt gets a hint of what it lacks. */
  nearStrength: 0.45,
  /** On its way to a gesture a face is near for less than this: the slowest nod of the clips takes 0.5 s. */
  stalledMs: 600,
  /** How long the hint stays after an attempt that ended without counting. */
  fellShortMs: 2500,
  /** A face that has shown the gesture for so long without making it gets the hint to rest: a gesture begins at rest. */
  heldMs: 1500,

  /**
   * A face elsewhere is another face: the centre's way between two measured frames ÷ the box's mean side.
   * Real people 0.17 at most, and 0.3 when a face comes back from behind a sheet of paper.
   */
  jump: 0.5,
  /** The same for its size, as the logarithm of the ratio. Real people 0.14; 0.41 around that sheet of paper. */
  resize: 0.6,

  /** A frame counts as near the peak of its gesture from this part of the strongest. */
  nearPeak: 0.92,
  /** Sharper by less than this factor is noise: still faces vary by 1.1. */
  clearlySharper: 1.2,
} as const;
