/**
 * Every number that the challenge decides by, with its unit and where it comes from.
 * "Clips" are real people at 15–30 frames a second, measured with the npm-built model: the range is that of the
 * labelled gestures, the margin is the largest value seen in the same signal when something else was done.
 */
export const THRESHOLDS = {
  /** Part of the eye's own opening, of the eye that closed less. Blinks 0.47–0.96; at rest up to 0.24. */
  blinkClosure: 0.45,
  /** The blink is over when both eyes are open again to this closure. */
  blinkReopenedClosure: 0.25,
  /** A blink that lasts longer is a person with closed eyes. From the native SDK's idea of a blink; real ones take 100–400 ms. */
  blinkLongestMs: 500,
  /** Growth of mouth width over the width at rest. Smiles 0.14–0.44; talking up to 0.13. */
  smileWidening: 0.15,
  /** Growth of lip distance ÷ mouth width. Open mouths 0.34–1.10; toothy smiles up to 0.28, one at 0.35 while talking. */
  openMouthOpening: 0.3,
  /** Degrees of yaw from neutral. Turns 19–50°; talking up to 11°. The service asks for 15°. */
  turnDegrees: 18,
  /** Degrees of pitch from neutral. Nods 14–46°; talking up to 8°. */
  nodDegrees: 10,

  /** Lids are judged only this near to the neutral pose and mouth: open mouths and nods pull them down by up to 0.46. */
  lidsJudgedWithinYawDegrees: 12,
  lidsJudgedWithinPitchDegrees: 9,
  lidsJudgedBelowMouthOpening: 0.25,
  /** The mouth's width is judged only this near to the neutral pose: a nod alone widens it by up to 0.24. */
  mouthJudgedWithinYawDegrees: 14,
  mouthJudgedWithinPitchDegrees: 9,
  /** A wide open mouth is not a smile, however wide. */
  smileBelowMouthOpening: 0.4,
  /** A nod is judged only while the face looks ahead: a turn alone moves the pitch by up to 11°. */
  nodJudgedWithinYawDegrees: 14,
  turnJudgedWithinPitchDegrees: 18,

  /** Gesture strength (1 counts) below which a signal is at rest. */
  restStrength: 0.55,
  /** Degrees from neutral within which the head is back: talking heads stay within 11° and 8°. */
  restYawDegrees: 12,
  restPitchDegrees: 8,
  /** How long the face must be at rest after the gesture was asked, so that nothing begun before counts. */
  restMs: 120,
  /** After its strongest frame a gesture is followed this long for a clearer one. */
  peakMs: 250,

  /** How long the person holds still; its frames make the neutral face. */
  holdMs: 700,
  /** Fewer frames make no neutral face, however slow the phone. */
  holdFrames: 5,
  /** Largest difference of yaw and of pitch between any two held frames. Still heads stay within 2.5°. */
  stillDegrees: 6,
  /** Largest change of lip distance ÷ mouth width within the held frames: who speaks is not at rest. */
  stillMouthOpening: 0.12,
  /** A hint must be gone this long before holding starts. */
  settleMs: 150,
  /** Longest gap in which the face may be away in a gesture: a far turn loses it for up to 330 ms. */
  faceGapMs: 700,

  /** Pose in which the neutral face is taken, in degrees from the camera. Laptop cameras look up at people by up to 15°. */
  neutralYawDegrees: 15,
  neutralPitchDegrees: 20,
  neutralRollDegrees: 15,
  /** Mouth of a face at rest: width ÷ outer eye corners 0.51–0.63, opening ÷ width 0–0.16; held smiles 0.77 and 0.24. */
  neutralMouthWidth: 0.69,
  neutralMouthOpening: 0.22,
  /** Face height ÷ frame height. Selfies 0.42–0.63. */
  smallestFaceHeight: 0.3,
  largestFaceHeight: 0.85,
  /** Distance of the face's centre from the frame's, in frame widths and heights. */
  farthestOffCentreX: 0.16,
  farthestOffCentreY: 0.18,
} as const;

/** Without a face in place for this long the check gives up and frees the camera. */
export const POSITIONING_LIMIT_MS = 45_000;
