/**
 * Every number that the challenge decides by, with its unit and where it comes from.
 * "Clips" are real people at 15–30 frames a second, measured with the npm-built model (docs/evaluation.md): the range is
 * that of the labelled gestures, the margin is what was measured when something else was done.
 * "From neutral" is the change from the neutral face, "from recent" that from the median of the last moments.
 */
export const THRESHOLDS = {
  /** Part of the eye's opening, of the eye that closed less, from recent. Blinks 0.50–0.96, at 15 frames a second from 0.43; half blinks 0.35–0.42. */
  blinkClosure: 0.44,
  /** The same from neutral: whatever the person has become used to, the image must show it. The service asks for 0.18. */
  blinkClosureFromNeutral: 0.25,
  /** The blink is over when both eyes are open again to this closure. */
  blinkReopenedClosure: 0.25,
  /** A blink that lasts longer is a person with closed eyes. Blinks 80–540 ms, the longest squeezed; closed eyes 1.3 s and more. */
  blinkLongestMs: 700,
  /** Growth of mouth width from recent. Smiles 0.13–0.66; at rest up to 0.05. Speech reaches 0.25, but not for long. */
  smileWidening: 0.15,
  /** Part of the way to the eye that both corners rise, from recent. Smiles 0.06–0.22; lips pressed 0.08, a grimace 0.05, speech 0.02. */
  smileCornerLift: 0.1,
  /** Neither width nor lift may be below this part of its threshold, however much the other shows. */
  smileLeastShare: 0.5,
  /** How far an opening of 1 mouth width pulls the corners down, in the unit of the lift. */
  cornerDropByOpening: 0.25,
  /** The same from neutral. Smiles 0.15–0.45. The service asks for 0.10. */
  smileWideningFromNeutral: 0.12,
  /** From threshold to threshold, between frames. Smiles 350 ms and more; vowels spread the mouth for 0.1–0.3 s. */
  smileShortestMs: 345,
  /** Growth of lip distance ÷ mouth width. Open mouths 0.46–1.10; speech up to 0.39. The service asks for 0.20. */
  openMouthOpening: 0.42,
  /** The same from recent. Speech that reaches 0.42 from neutral has a median of 0.1 and more just before. */
  openMouthOpeningFromRecent: 0.3,
  /** The same. Speech opens the mouth wide for up to 80 ms; open mouths last 130 ms and more. */
  openMouthShortestMs: 105,
  /** Degrees of yaw from neutral. Turns 16–50°; talking and grimacing up to 14°. The service asks for 15°. */
  turnDegrees: 15,
  /** The same from recent, so that a posture that drifts is no turn. A slow turn has taken up to a third of its way by then. */
  turnDegreesFromRecent: 10,
  /** Degrees of pitch from neutral. Nods 13.5–45°; talking up to 9°, a head that is lifted in speech 11.8°. The service asks for 8°. */
  nodDegrees: 12,
  nodDegreesFromRecent: 8,

  /** Lids are judged only below this opening of the mouth: wide open ones pull them down by up to 0.46. */
  lidsJudgedBelowMouthOpening: 0.25,
  /** Eyes and mouth are judged only this near to the neutral pose, as by the service: turns and nods bend them. */
  expressionWithinYawDegrees: 15,
  expressionWithinPitchDegrees: 13.5,
  /** A wide open mouth is not a smile, however wide: toothy smiles open by up to 0.28, a shout by 0.85. */
  smileBelowMouthOpening: 0.4,
  /** Difference of how far the two mouth corners are pulled up, from recent. Smiles up to 0.08; smirks 0.13–0.20. */
  smileUnevenness: 0.1,
  /** A nod is judged only while the face is not being turned: a turn alone moves the pitch by up to 11°. */
  nodJudgedWithinYawDegrees: 14,
  turnJudgedWithinPitchDegrees: 18,

  /** Gesture strength (1 counts) below which a signal is at rest. */
  restStrength: 0.65,
  /** Gesture strength that a gesture must keep while it lasts. */
  keptStrength: 0.8,
  /** How far back "recent" goes. The slowest nod takes 0.9 s to its lowest point, and this median lies 0.75 s back. */
  recentMs: 1500,
  /** Frames nearer than this are left out: the median needs no more. */
  recentStepMs: 60,
  /** How long the face must be at rest after the gesture was asked, so that nothing begun before counts. */
  restMs: 120,
  /** After its strongest frame a gesture is followed this long for a clearer one. */
  peakMs: 250,

  /** How long the person holds still; its frames make the neutral face. */
  holdMs: 700,
  /** The same of those whose mouth does not keep still: longer than most words. */
  restlessHoldMs: 1200,
  /** Fewer frames make no neutral face, however slow the phone. */
  holdFrames: 5,
  /** Largest difference of yaw and of pitch between any two held frames. Still heads stay within 2.5°. */
  stillDegrees: 6,
  /** Largest change of lip distance ÷ mouth width within the held frames: who speaks is not at rest. */
  stillMouthOpening: 0.12,
  /** The same of mouth width ÷ outer eye corners: still faces 0.004–0.05, the way into a smirk or a smile 0.08 and more. */
  stillMouthWidth: 0.07,
  /** A hint must be gone this long before holding starts. */
  settleMs: 150,
  /** Longest gap in which the face may be away in a gesture: a far turn loses it for up to 330 ms. */
  faceGapMs: 700,

  /** Lid distance ÷ eye width of a neutral face, of the narrower eye. Open eyes 0.18–0.4; shut or looking down 0.03–0.10. */
  neutralEyeAspectRatio: 0.12,
  /** Face height ÷ frame height. Selfies 0.42–0.63. */
  smallestFaceHeight: 0.3,
  largestFaceHeight: 0.85,
  /** Distance of the face's centre from the frame's, in frame widths and heights. */
  farthestOffCentreX: 0.16,
  farthestOffCentreY: 0.18,
} as const;

/** Without a face in place for this long the check gives up and frees the camera. */
export const POSITIONING_LIMIT_MS = 45_000;

/** What a face may be like of which the neutral face is taken. */
export interface NeutralLimits {
  /** Pose in degrees from the camera. */
  readonly yawDegrees: number;
  readonly pitchDegrees: number;
  readonly rollDegrees: number;
  /** Mouth width ÷ outer eye corners. */
  readonly mouthWidth: number;
  /** Lip distance ÷ mouth width. */
  readonly mouthOpening: number;
  /** Difference of the distances of the two mouth corners to their eyes ÷ their mean. */
  readonly mouthUnevenness: number;
}

/**
 * What everybody is asked for first. From a neutral face that is turned further than 12° the eyes of a face that looks
 * ahead could hardly be judged. Laptop cameras look up at people by up to 15°. Mouths at rest are 0.51–0.63 wide,
 * 0–0.16 open and 0–0.07 uneven; held smiles 0.77 and 0.24, smirks and winks 0.10–0.20 uneven.
 */
export const STRICT_NEUTRAL: NeutralLimits = {
  yawDegrees: 12,
  pitchDegrees: 20,
  rollDegrees: 15,
  mouthWidth: 0.69,
  mouthOpening: 0.22,
  mouthUnevenness: 0.1,
};

/**
 * What is taken from those who were told and stay as they are: a camera at the side, a mouth that does not close, a palsy.
 * The service refuses neutral faces from 25° of yaw and 30° of pitch.
 */
export const LENIENT_NEUTRAL: NeutralLimits = {
  yawDegrees: 22,
  pitchDegrees: 26,
  rollDegrees: 20,
  mouthWidth: 0.85,
  mouthOpening: 0.35,
  mouthUnevenness: 0.4,
};
