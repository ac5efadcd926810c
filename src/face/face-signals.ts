/**
 * What one frame says about the face in it. Ratios are free of units and of the distance to the camera.
 * Left and right are the person's own.
 */
export interface FaceSignals {
  /** When the frame was taken, on the clock of `performance.now()`. */
  readonly capturedAtMs: number;
  /** How many faces were seen: 0, 1, or 2 for "more than one". */
  readonly faceCount: 0 | 1 | 2;
  /** The measurements of the face; absent when there is none. */
  readonly face?: FaceMeasurements;
}

/** The measurements of one face in one frame. */
export interface FaceMeasurements {
  /** Rotation about the vertical axis; positive when the person turns to their own left. */
  readonly yawDegrees: number;
  /** Rotation about the ear-to-ear axis; positive when the person looks up. */
  readonly pitchDegrees: number;
  /** Tilt in the image plane; positive when the head leans to the person's own left shoulder. */
  readonly rollDegrees: number;
  /** Lid distance ÷ eye width of the person's left eye (Soukupová & Čech 2016). */
  readonly eyeAspectRatioLeft: number;
  /** Lid distance ÷ eye width of the person's right eye. */
  readonly eyeAspectRatioRight: number;
  /** Distance of the mouth corners ÷ distance of the outer eye corners. */
  readonly mouthWidthRatio: number;
  /** Distance of the inner lips ÷ distance of the mouth corners. */
  readonly mouthOpeningRatio: number;
  /** Distance of the mouth's left corner to the left eye's outer corner ÷ distance of the outer eye corners. */
  readonly cornerToEyeLeft: number;
  /** The same on the person's right. A smile shortens both, a smirk one. */
  readonly cornerToEyeRight: number;
  /** Where the face is, in fractions of the frame: 0,0 is the top left of the unmirrored picture. */
  readonly box: FaceBox;
  /** Distance between the eye centres, in pixels of the full-size frame. */
  readonly interocularPx: number;
  /**
   * How sure the face detector is that this is a face, 0..1. It is asked every few frames, so this can be some frames old;
   * absent before it has answered.
   */
  readonly detectorScore?: number;
  /** How well the face can be seen; absent when too little of it is in the picture. */
  readonly quality?: FaceQuality;
  /** Signs that something covers a part of the face; absent when too little of it is in the picture. */
  readonly cover?: FaceCover;
}

/** Signs that something covers a part of a face. Natural logarithms of ratios: 0 is no difference. */
export interface FaceCover {
  /** How far the colour of the nose is from that of the forehead, brightness apart. A mask covers the nose; a beard does not. */
  readonly noseColour: number;
  /** How much darker it is below the eyes than on the cheeks. Dark glasses reach there. */
  readonly eyeShade: number;
}

/** How well a face can be seen in one frame. */
export interface FaceQuality {
  /** Mean luminance of the face, 0..255. */
  readonly luminance: number;
  /** Mean luminance of what is beside the face, 0..255. */
  readonly backgroundLuminance: number;
  /** Part of the face that is white without detail, 0..1. */
  readonly clippedShare: number;
  /** Fine detail ÷ contrast: variance of the Laplacian ÷ variance of the luminance. */
  readonly sharpness: number;
}

/** A rectangle in fractions of the frame's width and height. */
export interface FaceBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
