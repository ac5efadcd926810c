import type { Frame } from '../../src/camera/frame.ts';

/** Draws a picture of this size. */
export type Draw = (pen: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;

/** A frame with that picture; the caller closes it. */
export async function drawnFrame(widthPx: number, heightPx: number, draw: Draw): Promise<Frame> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  draw(pen, widthPx, heightPx);
  return { image: await createImageBitmap(canvas), widthPx, heightPx, capturedAtMs: 1234.5 };
}

/** The colours of {@link fourCorners}. */
export const CORNERS = {
  topLeft: '#f00',
  topRight: '#0f0',
  bottomLeft: '#00f',
  bottomRight: '#fff',
};

/** Another colour in each corner. */
export const fourCorners: Draw = (pen, width, height) => {
  const [w, h] = [width / 2, height / 2];
  pen.fillStyle = CORNERS.topLeft;
  pen.fillRect(0, 0, w, h);
  pen.fillStyle = CORNERS.topRight;
  pen.fillRect(w, 0, w, h);
  pen.fillStyle = CORNERS.bottomLeft;
  pen.fillRect(0, h, w, h);
  pen.fillStyle = CORNERS.bottomRight;
  pen.fillRect(w, h, w, h);
};

/** The picture that compresses worst: every channel of every pixel by itself. */
export const noise: Draw = (pen, width, height) => {
  const image = pen.createImageData(width, height);
  // Xorshift, so that every run encodes the same noise.
  let state = 1;
  for (let i = 0; i < image.data.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    image.data[i] = i % 4 === 3 ? 255 : state & 255;
  }
  pen.putImageData(image, 0, 0);
};
