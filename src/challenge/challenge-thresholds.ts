/**
 * Every number that decides about rest, time and the neutral face, with its unit and where it comes from, in the order of a
 * challenge. The numbers of a gesture stand with its record, in `gestures/`; those of guidance in `guidance-thresholds.ts`.
 * "Clips" are real people at 15–30 frames a second, measured with the npm-built model (docs/evaluation.md).
 * "From neutral" is the change from the neutral face, "from recent" that from the median of the last moments.
 */
export const THRESHOLDS = {
  // Where a neutral face may be.

  /** Smallest face height ÷ frame height. Selfies 0.42–0.63. */
  smallestFaceHeight: 0.3,
  /** Largest face height ÷ frame height. Nearer faces leave the frame when they turn. */
  largestFaceHeight: 0.85,
  /** Largest distance of the face's centre from the frame's, in frame widths. */
  farthestOffCentreX: 0.16,
  /** Largest distance of the face's centre from the frame's, in frame heights. */
  farthestOffCentreY: 0.18,
  /** The same two for who does not come nearer, as long as the whole face is in the frame: a gesture needs room, not the middle. */
  lenientOffCentreX: 0.26,
  lenientOffCentreY: 0.26,
  /** So far from the frame's edge a whole face is, in frame widths and heights. */
  wholeFaceMargin: 0.02,
  /** Smallest lid distance ÷ eye width of a neutral face, of the narrower eye. Open eyes 0.18–0.4; shut or looking down 0.03–0.10. */
  neutralEyeAspectRatio: 0.12,

  // Holding still for it.

  /** A hint must be gone this long before holding starts. */
  settleMs: 150,
  /** How long the person holds still; its frames make the neutral face. */
  holdMs: 700,
  /** How long those hold still whose mouth does not keep still: longer than most words. */
  restlessHoldMs: 1200,
  /** Fewer frames make no neutral face, however slow the phone. */
  holdFrames: 5,
  /** Largest difference of yaw and of pitch between any two held frames, in degrees. Still heads stay within 2.5°. */
  stillDegrees: 6,
  /** The same for who does not keep still. The median of what they did is the neutral pose. */
  restlessDegrees: 12,
  /** Largest change of lip distance ÷ mouth width within the held frames: who speaks is not at rest. */
  stillMouthOpening: 0.12,
  /** Largest change of mouth width ÷ outer eye corners within the held frames: still faces 0.004–0.05, the way into a smirk or a smile 0.08 and more. */
  stillMouthWidth: 0.07,

  // Rest before a gesture.

  /** Gesture strength (1 counts) below which a face is at rest. */
  restStrength: 0.65,
  /** How long the face must be at rest after the gesture was asked, so that nothing begun before counts. */
  restMs: 120,
  /** How far back "recent" goes. The slowest nod takes 0.9 s to its lowest point, and this median lies 0.75 s back. */
  recentMs: 1500,
  /** Frames nearer to each other than this are left out of "recent": the median needs no more. */
  recentStepMs: 60,

  // While a gesture lasts.

  /** Gesture strength that a gesture must keep while it lasts. */
  keptStrength: 0.8,
  /** More strength than this is not clearer: a head turned far shows less face. */
  clearestStrength: 1.8,
  /** One frame alone can be a slip of the tracker; only a blink can be that short. */
  fewestFramesOver: 2,
  /** After its strongest frame a gesture is followed this long for a clearer one. */
  peakMs: 250,
  /** Longest time between two frames in which a gesture is taken to begin or end; of a longer gap nothing is known. */
  frameGapMs: 150,
  /** Longest gap in which the face may be away in a gesture: a far turn loses it for up to 330 ms. */
  faceGapMs: 700,
} as const;

/** Without a neutral face for this long the check gives up, says why, and frees the camera. */
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
 * Limits after the hint had no effect: a camera at the side, a mouth that does not close, a palsy.
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
