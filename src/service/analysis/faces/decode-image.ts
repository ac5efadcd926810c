import sharp from 'sharp';

/** Longest side of an image that is decoded, in pixels: 4096² RGB is 50 MB, which a small host can hold. */
export const MAX_IMAGE_SIDE_PX = 4096;

/** A decoded picture: RGB, row by row from the top left, three bytes a pixel. */
export interface Picture {
  readonly pixels: Uint8Array;
  readonly widthPx: number;
  readonly heightPx: number;
}

/** The bytes are no picture that the analysis takes. The request is at fault, not the service. */
export class ImageRefused extends Error {
  override readonly name = 'ImageRefused';
}

/**
 * Decodes one JPEG. Throws {@link ImageRefused} for other formats, damaged files, and pictures with a side over
 * {@link MAX_IMAGE_SIDE_PX}: the size is read from the header before any pixel is decoded.
 */
export async function decodeImage(jpeg: Uint8Array, autoOrientation: boolean): Promise<Picture> {
  try {
    const image = sharp(jpeg, {
      limitInputPixels: MAX_IMAGE_SIDE_PX ** 2,
      failOn: 'error',
      sequentialRead: true,
    });
    const { format, width, height } = await image.metadata();
    if (format !== 'jpeg') throw new ImageRefused('The image is not a JPEG.');
    if (Math.max(width, height) > MAX_IMAGE_SIDE_PX) {
      throw new ImageRefused(`The image has a side over ${MAX_IMAGE_SIDE_PX} pixels.`);
    }
    const upright = autoOrientation ? image.autoOrient() : image;
    const { data, info } = await upright
      .toColourspace('srgb')
      .removeAlpha()
      .raw()
      .toBuffer({ resolveWithObject: true });
    if (info.channels !== 3) throw new ImageRefused('The image is not in colour.');
    return { pixels: new Uint8Array(data), widthPx: info.width, heightPx: info.height };
  } catch (cause) {
    if (cause instanceof ImageRefused) throw cause;
    throw new ImageRefused('The image cannot be decoded.', { cause });
  }
}
