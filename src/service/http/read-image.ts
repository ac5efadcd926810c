import sharp from 'sharp';
import { MAX_IMAGE_BYTES } from '../../submission/wire.ts';
import type { Settings } from '../settings.ts';

/** An image of a submission, or what is wrong with it. */
export type ImageReading =
  | { readonly jpeg: Buffer; readonly widthPx: number; readonly heightPx: number }
  | { readonly fault: string };

type ImageLimits = Pick<Settings, 'minImageSidePx' | 'maxImageSidePx'>;

/** Start of image, and the first byte of the marker that must follow. */
const JPEG_MAGIC = Buffer.from([0xff, 0xd8, 0xff]);

/** Looks at the header of a JPEG: its format and size. */
export async function readJpeg(jpeg: Buffer, limits: ImageLimits): Promise<ImageReading> {
  if (jpeg.byteLength > MAX_IMAGE_BYTES) return { fault: tooLarge };
  if (!jpeg.subarray(0, JPEG_MAGIC.length).equals(JPEG_MAGIC)) return { fault: notJpeg };
  return checkDimensions(jpeg, limits);
}

const tooLarge = `Expected at most ${MAX_IMAGE_BYTES} bytes of JPEG`;
const notJpeg = 'Expected a JPEG';

async function checkDimensions(
  jpeg: Buffer,
  { minImageSidePx, maxImageSidePx }: ImageLimits,
): Promise<ImageReading> {
  const header = await sharp(jpeg, { limitInputPixels: false })
    .metadata()
    .catch(() => undefined);
  if (header?.format !== 'jpeg') return { fault: notJpeg };
  const { width, height } = header;
  if (Math.min(width, height) < minImageSidePx || Math.max(width, height) > maxImageSidePx) {
    return { fault: `Expected sides of ${minImageSidePx} to ${maxImageSidePx} pixels` };
  }
  return { jpeg, widthPx: width, heightPx: height };
}
