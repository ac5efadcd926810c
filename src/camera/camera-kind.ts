/** What a camera can seem to be. */
export const CAMERA_KINDS = [
  /** Faces the user of the device. */
  'front',
  /** Faces away from the user. */
  'back',
  /** A separate device: a webcam on the screen, a phone lent to a computer. */
  'external',
  'infrared',
  'depth',
  /** A program that shows whatever it likes. */
  'virtual',
  'unknown',
] as const;

/** What a camera seems to be. */
export type CameraKind = (typeof CAMERA_KINDS)[number];
