import { expect } from '@open-wc/testing';
import { PixelReader } from '../../src/face/pixel-reader.ts';
import { itWith } from '../engine-feature.ts';

type Rgb = readonly [red: number, green: number, blue: number];

const RED: Rgb = [255, 0, 0];
const GREEN: Rgb = [0, 255, 0];
const BLUE: Rgb = [0, 0, 255];

/** A picture of vertical stripes, as a camera gives it: bytes in memory. */
function stripes(widthPx: number, heightPx: number, ...colours: readonly Rgb[]): VideoFrame {
  const bytes = new Uint8Array(4 * widthPx * heightPx);
  for (let pixel = 0; pixel < widthPx * heightPx; pixel++) {
    const stripe = Math.floor(((pixel % widthPx) * colours.length) / widthPx);
    bytes.set([...(colours[stripe] ?? [0, 0, 0]), 255], 4 * pixel);
  }
  return new VideoFrame(bytes, {
    format: 'RGBA',
    codedWidth: widthPx,
    codedHeight: heightPx,
    timestamp: 0,
  });
}

const sizeOf = ({ displayWidth, displayHeight }: VideoFrame) => ({
  widthPx: displayWidth,
  heightPx: displayHeight,
});

/** The colour at a place in fractions of the picture. */
function colourAt({ data, width, height }: ImageData, x: number, y: number): number[] {
  const at = 4 * (Math.floor(y * height) * width + Math.floor(x * width));
  return Array.from(data.slice(at, at + 3));
}

describe('the pixels of a picture', () => {
  it('are scaled to what is tracked, in its own shape', async () => {
    const frame = stripes(1280, 720, RED, GREEN, BLUE);
    const pixels = await new PixelReader().read(frame, sizeOf(frame));
    frame.close();
    expect([pixels.width, pixels.height]).to.deep.equal([480, 270]);
    expect(colourAt(pixels, 0.1, 0.5)).to.deep.equal(RED);
    expect(colourAt(pixels, 0.5, 0.9)).to.deep.equal(GREEN);
    expect(colourAt(pixels, 0.9, 0.1)).to.deep.equal(BLUE);
  });

  it('are never more than the camera gave', async () => {
    const frame = stripes(320, 240, RED);
    const pixels = await new PixelReader().read(frame, sizeOf(frame));
    frame.close();
    expect([pixels.width, pixels.height]).to.deep.equal([320, 240]);
  });

  it('are those of the picture, copied or drawn', async () => {
    const frame = stripes(640, 480, RED, GREEN, BLUE);
    const bitmap = await createImageBitmap(frame);
    const reader = new PixelReader();
    const copied = await reader.read(frame, sizeOf(frame));
    const drawn = await reader.read(bitmap, sizeOf(frame));
    frame.close();
    for (const x of [0.1, 0.5, 0.9]) {
      expect(colourAt(copied, x, 0.5)).to.deep.equal(colourAt(drawn, x, 0.5));
    }
  });

  it('of two pictures at once are not mixed', async () => {
    const reader = new PixelReader();
    const frames = [RED, GREEN, BLUE].map((colour) => stripes(640, 480, colour));
    const read = await Promise.all(frames.map((frame) => reader.read(frame, sizeOf(frame))));
    for (const frame of frames) frame.close();
    expect(read.map((pixels) => colourAt(pixels, 0.5, 0.5))).to.deep.equal([RED, GREEN, BLUE]);
  });

  it('follow the camera to another size', async () => {
    const reader = new PixelReader();
    for (const [width, height] of [
      [640, 480],
      [480, 640],
      [160, 120],
    ] as const) {
      const frame = stripes(width, height, BLUE);
      const pixels = await reader.read(frame, sizeOf(frame));
      frame.close();
      const scale = Math.min(1, 480 / Math.max(width, height));
      expect([pixels.width, pixels.height]).to.deep.equal([width * scale, height * scale]);
      expect(colourAt(pixels, 0.99, 0.99)).to.deep.equal(BLUE);
    }
  });

  it('are drawn in a browser that copies without converting', async () => {
    const { allocationSize, copyTo } = VideoFrame.prototype;
    const asItIs = { allocationSize, copyTo };
    VideoFrame.prototype.allocationSize = function (this: VideoFrame) {
      return allocationSize.call(this);
    };
    // The bytes in another order than was asked for.
    VideoFrame.prototype.copyTo = async (bytes) => {
      (bytes as Uint8Array).fill(7);
      return [];
    };
    const frame = stripes(640, 480, RED);
    try {
      const pixels = await new PixelReader().read(frame, sizeOf(frame));
      expect(colourAt(pixels, 0.5, 0.5)).to.deep.equal(RED);
    } finally {
      Object.assign(VideoFrame.prototype, asItIs);
      frame.close();
    }
  });

  itWith('VideoFrame.rotation', 'lie upright, where the camera’s bytes do not', async () => {
    const lying = stripes(640, 480, RED, BLUE);
    const turned = new VideoFrame(lying, { rotation: 90 } as VideoFrameInit);
    lying.close();
    const pixels = await new PixelReader().read(turned, { widthPx: 480, heightPx: 640 });
    turned.close();
    expect([pixels.width, pixels.height]).to.deep.equal([360, 480]);
    expect(colourAt(pixels, 0.5, 0.1)).to.deep.equal(RED);
    expect(colourAt(pixels, 0.5, 0.9)).to.deep.equal(BLUE);
  });

  it('of a picture that cannot be had are empty, and never those before', async () => {
    const reader = new PixelReader();
    const frame = stripes(640, 480, RED);
    await reader.read(frame, sizeOf(frame));
    const bitmap = await createImageBitmap(frame);
    const { drawImage } = OffscreenCanvasRenderingContext2D.prototype;
    // As when the browser’s process for graphics has died, and the picture with it.
    OffscreenCanvasRenderingContext2D.prototype.drawImage = () => undefined;
    try {
      const pixels = await reader.read(bitmap, sizeOf(frame));
      expect(pixels.data.every((byte) => byte === 0)).to.equal(true);
    } finally {
      OffscreenCanvasRenderingContext2D.prototype.drawImage = drawImage;
      frame.close();
    }
  });
});
