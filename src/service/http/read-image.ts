import sharp from 'sharp';
import { JPEG_DATA_URI_PREFIX, MAX_IMAGE_BYTES } from '../../submission/wire.ts';
import type { Settings } from '../settings.ts';

/** An image of a submission, or what is wrong with it. */
export type ImageReading =
  | { readonly jpeg: Buffer; readonly widthPx: number; readonly heightPx: number }
  | { readonly fault: string };

type ImageLimits = Pick<Settings, 'minImageSidePx' | 'maxImageSidePx'>;

const MAX_BASE64_LENGTH = Math.ceil(MAX_IMAGE_BYTES / 3) * 4;
/** Start of image, and the first byte of the marker that must follow. */
const JPEG_MAGIC = Buffer.from([0xff, 0xd8, 0xff]);

/** Turns one data URI into JPEG bytes. Reads the header only: nothing is decoded before the analysis. */
export async function readImage(dataUri: string, limits: ImageLimits): Promise<ImageReading> {
  if (!dataUri.startsWith(JPEG_DATA_URI_PREFIX)) {
    return { fault: `Expected a data URI that starts with ${JPEG_DATA_URI_PREFIX}` };
  }
  const base64Length = dataUri.length - JPEG_DATA_URI_PREFIX.length;
  if (base64Length > MAX_BASE64_LENGTH) return { fault: tooLarge };
  const base64 = dataUri.slice(JPEG_DATA_URI_PREFIX.length);
  const jpeg = Buffer.from(base64, 'base64');
  // Buffer skips what is not base64; only a faithful round trip shows that nothing was skipped.
  if (base64Length === 0 || jpeg.toString('base64') !== base64) {
    return { fault: 'Expected padded base64 after the prefix' };
  }
  return readJpeg(jpeg, limits);
}

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
