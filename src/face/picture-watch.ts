import type { Raster } from '../mesh/raster.ts';
import type { PictureFault } from './face-signals.ts';

/** Points of the picture that are looked at, a side. */
const GRID = 24;
/** No channel of a picture behind a cover is above this, 0..255: video black is 16, and sensors are noisy in the dark. */
const BLACK_UP_TO = 32;
/** Channels of a picture of one colour are this alike, 0..255. A white wall has more shade. */
const PLAIN_WITHIN = 10;
/** As many equal pictures in a row are no accident, at any rate of pictures: sensors are never still. */
const FROZEN_PICTURES = 10;

/** Looks at one picture of a camera after the other; what it samples costs the same for any size. */
export class PictureWatch {
  #last: Uint8Array | undefined;
  #equalPictures = 0;

  /** The fault of this picture, if it has one. */
  look(picture: Raster): PictureFault | undefined {
    const sampled = sample(picture);
    const before = this.#last;
    this.#last = sampled;
    const isEqual = before?.every((value, at) => value === sampled[at]) ?? false;
    this.#equalPictures = isEqual ? this.#equalPictures + 1 : 0;
    const [lowest, highest] = rangeOf(sampled);
    if (Math.max(...highest) <= BLACK_UP_TO) return 'black';
    if (highest.every((value, channel) => value - (lowest[channel] ?? 0) <= PLAIN_WITHIN)) {
      return 'plain';
    }
    return this.#equalPictures >= FROZEN_PICTURES ? 'frozen' : undefined;
  }
}

/** Red, green and blue of a grid of points. */
function sample({ pixels, widthPx, heightPx, bytesPerPixel }: Raster): Uint8Array {
  const sampled = new Uint8Array(3 * GRID * GRID);
  let next = 0;
  for (let row = 0; row < GRID; row++) {
    const y = Math.floor(((row + 0.5) * heightPx) / GRID);
    for (let column = 0; column < GRID; column++) {
      const x = Math.floor(((column + 0.5) * widthPx) / GRID);
      const at = bytesPerPixel * (y * widthPx + x);
      for (let channel = 0; channel < 3; channel++) sampled[next++] = pixels[at + channel] ?? 0;
    }
  }
  return sampled;
}

function rangeOf(sampled: Uint8Array): [lowest: number[], highest: number[]] {
  const lowest = [255, 255, 255];
  const highest = [0, 0, 0];
  sampled.forEach((value, at) => {
    const channel = at % 3;
    lowest[channel] = Math.min(lowest[channel] ?? value, value);
    highest[channel] = Math.max(highest[channel] ?? value, value);
  });
  return [lowest, highest];
}
