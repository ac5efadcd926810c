/** The module worker that encodes the images of one check. */
import * as Comlink from 'comlink';
import {
  type EncodedJpeg,
  encodeJpeg,
  type JpegCanvas,
  type PictureToEncode,
} from './encode-jpeg.ts';

const encoder = {
  /** Closes the picture. Throws where a worker has no canvas that it could encode. */
  async encode(picture: PictureToEncode): Promise<EncodedJpeg> {
    try {
      const encoded = await encodeJpeg(picture, offscreenCanvas);
      return Comlink.transfer(encoded, [encoded.jpeg.buffer]);
    } finally {
      picture.image.close();
    }
  },
};

function offscreenCanvas(widthPx: number, heightPx: number): JpegCanvas {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  return {
    pen: canvas.getContext('2d'),
    toJpeg: (quality) => canvas.convertToBlob({ type: 'image/jpeg', quality }),
  };
}

/** What the page calls. */
export type EncodeWorkerApi = typeof encoder;

Comlink.expose(encoder);
