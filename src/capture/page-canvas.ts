import type { JpegCanvas } from './encode-jpeg.ts';

/**
 * A canvas of the page. Reading a camera's picture back for `toBlob` holds the main thread up: 70 to 240 ms at 720p
 * (Chromium 147, software GL, load 8 to 20), where handing it to a worker takes 0.3 ms.
 */
export function pageCanvas(widthPx: number, heightPx: number): JpegCanvas {
  const canvas = document.createElement('canvas');
  canvas.width = widthPx;
  canvas.height = heightPx;
  return {
    pen: canvas.getContext('2d'),
    toJpeg: (quality) =>
      new Promise((resolve, reject) => {
        canvas.toBlob(
          (blob) =>
            blob ? resolve(blob) : reject(new TypeError('The frame could not be encoded.')),
          'image/jpeg',
          quality,
        );
      }),
  };
}
