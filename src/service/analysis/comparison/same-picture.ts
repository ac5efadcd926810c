import { thumbnailDifference } from '../faces/face-thumbnail.ts';
import type { FaceFindings } from '../faces/image-inspector.ts';
import { meshDifference } from './mesh-difference.ts';

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

/** An image that was there before. */
export interface Repeat {
  /** Which one it repeats. */
  readonly image: number;
  /** {@link meshDifference} of the two. */
  readonly measured: number;
  /** Below which they are one picture. */
  readonly limit: number;
}

/**
 * Whether two faces are one picture: encoded again, which grey values and shape tell together, or in another light, which
 * the shape tells alone. Pure.
 *
 * @param byShape whether the shape alone may tell: not for a blink, which changes little else than a few grey values
 */
export function findRepeat(
  face: FaceFindings,
  earlier: FaceFindings,
  byShape: boolean,
): Omit<Repeat, 'image'> | undefined {
  const measured = meshDifference(face.points, earlier.points);
  if (byShape && measured < SAME_SHAPE) return { measured, limit: SAME_SHAPE };
  const grey = thumbnailDifference(face.thumbnail, earlier.thumbnail);
  const looksAlike = grey.face < DUPLICATE_DIFFERENCE && grey.eyes < DUPLICATE_DIFFERENCE;
  return looksAlike && measured < OTHER_SHAPE ? { measured, limit: OTHER_SHAPE } : undefined;
}
