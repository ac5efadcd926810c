import sharp from 'sharp';
import { nameOf, type WindowSize } from './picture-plan.ts';

/** A quarter: letters become grey bands, and what a letter's edge looks like no longer counts. */
const SCALE = 4;

/** Red, green and blue of a picture, row by row. */
export interface SmallPicture {
  readonly width: number;
  readonly height: number;
  readonly pixels: Buffer;
}

/** Size of a small picture of a window. */
export function smallSize({ width, height }: WindowSize): WindowSize {
  return { width: Math.round(width / SCALE), height: Math.round(height / SCALE) };
}

/** Makes a window's PNG small. */
export async function shrink(png: Buffer, size: WindowSize): Promise<SmallPicture> {
  const { width, height } = smallSize(size);
  const pixels = await sharp(png).removeAlpha().resize(width, height).raw().toBuffer();
  return { width, height, pixels };
}

/** Difference of one colour from which a pixel is another, of 255. Rasterisers differ by less at a quarter. */
const PIXEL_TOLERANCE = 24;

/** Which share of the pixels is another, 0..1. Pictures of different sizes differ everywhere. */
export function differingShare(one: SmallPicture, other: SmallPicture): number {
  if (one.width !== other.width || one.height !== other.height) return 1;
  const count = one.width * one.height;
  let differing = 0;
  for (let pixel = 0; pixel < count; pixel += 1) {
    const isOther = [0, 1, 2].some((channel) => {
      const place = pixel * 3 + channel;
      return Math.abs((one.pixels[place] ?? 0) - (other.pixels[place] ?? 0)) > PIXEL_TOLERANCE;
    });
    if (isOther) differing += 1;
  }
  return differing / count;
}

/** Share of pixels that may be another: 20 of a phone’s 20,700. The arrows of `move-closer` are 90 at this scale. */
export const DIFFERENCE_TOLERANCE = 0.001;

/** File name of the baselines of a size. */
export function baselineFile(size: WindowSize): string {
  return `${nameOf(size)}.webp`;
}
