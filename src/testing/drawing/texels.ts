/** A picture to be sampled: one number per pixel, in the byte order of `ImageData`, red lowest. */
export interface Texels {
  readonly width: number;
  readonly height: number;
  readonly values: Int32Array;
}

/** What a triangle is covered with. */
export interface TriangleMap {
  readonly texels: Texels;
  /** Whether the picture goes on at its left and right; its width is a power of two then. Else its rim does. */
  readonly repeats: boolean;
  /** Whether there are holes where it is more transparent than not. */
  readonly hasHoles: boolean;
}

/** The picture, then each time half of it, down to a side of one pixel: what is seen small is sampled from a small one. */
export function halvings(picture: Texels): readonly Texels[] {
  const levels = [picture];
  for (let last = picture; last.width > 1 && last.height > 1; ) {
    last = half(last);
    levels.push(last);
  }
  return levels;
}

/** Two of the four channels of a texel, with room for sums beside each. */
const EVEN_CHANNELS = 0x00ff00ff;

function half({ width, height, values }: Texels): Texels {
  const [newWidth, newHeight] = [width >> 1, height >> 1];
  const halved = new Int32Array(newWidth * newHeight);
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const first = 2 * y * width + 2 * x;
      let [even, odd] = [0, 0];
      for (const place of [first, first + 1, first + width, first + width + 1]) {
        const value = values[place] as number;
        even += value & EVEN_CHANNELS;
        odd += (value >>> 8) & EVEN_CHANNELS;
      }
      halved[y * newWidth + x] =
        ((even >>> 2) & EVEN_CHANNELS) | (((odd >>> 2) & EVEN_CHANNELS) << 8);
    }
  }
  return { width: newWidth, height: newHeight, values: halved };
}
