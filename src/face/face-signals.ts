import type { FaceBox } from '../mesh/face-box.ts';
import type { FaceCover } from '../mesh/face-cover.ts';
import type { FaceQuality } from '../mesh/face-light.ts';
import type { MeasuredFace } from '../mesh/measure-mesh.ts';

/** What is wrong with a picture as a whole: nothing but black, nothing but one colour, or the picture before once more. */
export type PictureFault = 'black' | 'plain' | 'frozen';

/**
 * What one frame says about the face in it. Ratios are free of units and of the distance to the camera.
 * Left and right are the person's own.
 */
export interface FaceSignals {
  /** When the frame was taken, on the clock of `performance.now()`. */
  readonly capturedAtMs: number;
  /** How many faces were seen: 0, 1, or 2 for "more than one". */
  readonly faceCount: 0 | 1 | 2;
  /** What is wrong with the picture as a whole; absent when nothing is. */
  readonly picture?: PictureFault;
  /** The measurements of the face; absent when there is none. */
  readonly face?: FaceMeasurements;
}

/** The measurements of one face in one frame. */
export interface FaceMeasurements extends MeasuredFace {
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
