/** Decoded pixels, row by row from the top left, 0..255. */
export interface Raster {
  /** Red, green and blue first in each pixel; what follows (alpha) is not read. */
  readonly pixels: ArrayLike<number>;
  readonly widthPx: number;
  readonly heightPx: number;
  /** 3 for RGB, as the service decodes; 4 for RGBA, as a canvas gives. */
  readonly bytesPerPixel: 3 | 4;
}

/** `ImageData` as a raster. */
export function rasterOf({ data, height, width }: ImageDataLike): Raster {
  return { pixels: data, widthPx: width, heightPx: height, bytesPerPixel: 4 };
}

interface ImageDataLike {
  readonly data: ArrayLike<number>;
  readonly width: number;
  readonly height: number;
}

/** Luma of ITU-R BT.709, whose primaries are those of sRGB: of values 0..255 it is 0..255. */
export function luma(red: number, green: number, blue: number): number {
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
