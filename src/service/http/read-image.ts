import { MAX_IMAGE_BYTES } from '../../submission/wire.ts';
import type { Settings } from '../settings.ts';
import { readJpegHeader } from './jpeg-header.ts';

/** An image of a submission, or what is wrong with it. */
export type ImageReading = ReadImage | { readonly fault: string };

/** An image that may be decoded. */
export interface ReadImage {
  readonly jpeg: Buffer;
  readonly widthPx: number;
  readonly heightPx: number;
  /** Pixels that a decoder goes over, each scan counted: what decoding costs. */
  readonly decodedPixels: number;
}

type ImageLimits = Pick<Settings, 'minImageSidePx' | 'maxImageSidePx'>;

/** A canvas makes one scan, libjpeg's own progressive script ten, mozjpeg's up to sixteen. */
export const MAX_SCANS = 16;
/** EXIF takes at most 64 kB, a usual colour profile 4 kB. */
export const MAX_METADATA_BYTES = 131_072;
/** A 12-megapixel photo in four scans, a 3-megapixel one in sixteen; a second's work at most. */
export const MAX_DECODED_PIXELS = 50_000_000;
/** Of all images of one submission together: eight photos of 16 megapixels, or a hundred frames of a page. */
export const MAX_SUBMISSION_DECODED_PIXELS = 134_217_728;

/** Looks at the markers of a JPEG: nothing is decoded before the analysis, and nothing that costs too much is. */
export function readJpeg(
  jpeg: Buffer,
  { minImageSidePx, maxImageSidePx }: ImageLimits,
): ImageReading {
  if (jpeg.byteLength > MAX_IMAGE_BYTES) {
    return { fault: `Expected at most ${MAX_IMAGE_BYTES} bytes of JPEG` };
  }
  const header = readJpegHeader(jpeg);
  if (!header) return { fault: 'Expected a JPEG' };
  const { bitsPerSample, coding, components, heightPx, metadataBytes, scans, widthPx } = header;
  if (
    Math.min(widthPx, heightPx) < minImageSidePx ||
    Math.max(widthPx, heightPx) > maxImageSidePx
  ) {
    return { fault: `Expected sides of ${minImageSidePx} to ${maxImageSidePx} pixels` };
  }
  if (coding === 'other' || bitsPerSample !== 8) {
    return { fault: 'Expected a baseline or progressive JPEG of 8 bits' };
  }
  if (components !== 3) return { fault: 'Expected a JPEG in colour, of three components' };
  if (metadataBytes > MAX_METADATA_BYTES) {
    return { fault: `Expected at most ${MAX_METADATA_BYTES} bytes of profiles and comments` };
  }
  if (scans > MAX_SCANS) return { fault: `Expected at most ${MAX_SCANS} scans` };
  const decodedPixels = widthPx * heightPx * scans;
  if (decodedPixels > MAX_DECODED_PIXELS) {
    return { fault: `Expected at most ${MAX_DECODED_PIXELS} pixels, each scan counted` };
  }
  return { jpeg, widthPx, heightPx, decodedPixels };
}
