import { boundingBox } from '../../../mesh/face-box.ts';
import type { Picture } from '../faces/decode-image.ts';
import type { PassiveFrame } from './passive-detector.ts';

/** A picture and the mesh that was traced in it, as a passive detector gets them. */
export function passiveFrameOf(
  picture: Picture,
  points: Float32Array,
  shows: PassiveFrame['shows'],
): PassiveFrame {
  const { x: left, y: top, width: widthPx, height: heightPx } = boundingBox(points);
  return { ...picture, face: { left, top, widthPx, heightPx }, shows };
}
