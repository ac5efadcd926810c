import { expect } from '@open-wc/testing';
import type { Frame } from '../../src/camera/frame.ts';
import { encodeJpeg } from '../../src/capture/encode-jpeg.ts';

const MAX_BYTES = 1_000_000;
const PREFIX = 'data:image/jpeg;base64,';

type Draw = (pen: OffscreenCanvasRenderingContext2D, width: number, height: number) => void;

async function frame(widthPx: number, heightPx: number, draw: Draw): Promise<Frame> {
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  draw(pen, widthPx, heightPx);
  return { image: await createImageBitmap(canvas), widthPx, heightPx, capturedAtMs: 1234.5 };
}

const CORNERS = { topLeft: '#f00', topRight: '#0f0', bottomLeft: '#00f', bottomRight: '#fff' };

const fourCorners: Draw = (pen, width, height) => {
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
const noise: Draw = (pen, width, height) => {
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

async function decode(dataUri: string) {
  const blob = await (await fetch(dataUri)).blob();
  const bitmap = await createImageBitmap(blob);
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.drawImage(bitmap, 0, 0);
  /** The strongest channels at a place given in fractions, as a short colour name. */
  const colourAt = (x: number, y: number): string => {
    const { data } = pen.getImageData(x * bitmap.width, y * bitmap.height, 1, 1);
    return `#${[...data.slice(0, 3)].map((value) => (value > 127 ? 'f' : '0')).join('')}`;
  };
  return { blob, width: bitmap.width, height: bitmap.height, colourAt };
}

describe('encodeJpeg', () => {
  it('gives a JPEG as a data URI, with what it shows and when it was taken', async () => {
    const image = await encodeJpeg(await frame(640, 480, fourCorners), 'smile');
    expect(image.dataUri.startsWith(PREFIX)).to.equal(true);
    const bytes = Uint8Array.from(atob(image.dataUri.slice(PREFIX.length)), (c) => c.charCodeAt(0));
    expect([...bytes.slice(0, 3)]).to.deep.equal([0xff, 0xd8, 0xff]);
    const { dataUri: _, ...rest } = image;
    expect(rest).to.deep.equal({
      shows: 'smile',
      widthPx: 640,
      heightPx: 480,
      capturedAtMs: 1234.5,
    });
  });

  for (const [what, widthPx, heightPx] of [
    ['a wide frame', 640, 480],
    ['a frame held upright', 480, 640],
    ['a frame that is made smaller', 1920, 1080],
  ] as const) {
    it(`${what} stays upright and unmirrored`, async () => {
      const { dataUri } = await encodeJpeg(await frame(widthPx, heightPx, fourCorners), 'neutral');
      const { colourAt } = await decode(dataUri);
      expect({
        topLeft: colourAt(0.1, 0.1),
        topRight: colourAt(0.9, 0.1),
        bottomLeft: colourAt(0.1, 0.9),
        bottomRight: colourAt(0.9, 0.9),
      }).to.deep.equal(CORNERS);
    });
  }

  for (const [from, to] of [
    [
      [640, 480],
      [640, 480],
    ],
    [
      [1280, 720],
      [1280, 720],
    ],
    [
      [1920, 1080],
      [1280, 720],
    ],
    [
      [2160, 3840],
      [720, 1280],
    ],
  ] as const) {
    it(`a frame of ${from.join('×')} is sent as ${to.join('×')}`, async () => {
      const image = await encodeJpeg(await frame(from[0], from[1], fourCorners), 'neutral');
      const { width, height } = await decode(image.dataUri);
      expect([width, height]).to.deep.equal(to);
      expect([image.widthPx, image.heightPx]).to.deep.equal(to);
    });
  }

  it('even noise at the largest size is under the limit of the contract', async () => {
    const { dataUri, widthPx, heightPx } = await encodeJpeg(
      await frame(1280, 1280, noise),
      'blink',
    );
    const { blob, width, height } = await decode(dataUri);
    expect(blob.size).to.be.at.most(MAX_BYTES);
    expect([width, height]).to.deep.equal([widthPx, heightPx]);
  });

  it('a detailed picture of 720p keeps its best quality', async () => {
    const { dataUri } = await encodeJpeg(await frame(640, 360, noise), 'blink');
    const { blob } = await decode(dataUri);
    // At 0.92 noise takes about three times what it takes at 0.6.
    expect(blob.size).to.be.greaterThan(200_000);
  });

  it('leaves the frame open: it is the caller’s', async () => {
    const taken = await frame(640, 480, fourCorners);
    await encodeJpeg(taken, 'neutral');
    expect((taken.image as ImageBitmap).width).to.equal(640);
  });

  it('never sends a picture that it could not draw', async () => {
    const taken = await frame(640, 480, fourCorners);
    const { getContext } = HTMLCanvasElement.prototype;
    // What a phone without canvas memory does.
    HTMLCanvasElement.prototype.getContext = () => null;
    const thrown = await encodeJpeg(taken, 'neutral').then(
      () => undefined,
      (error: unknown) => error,
    );
    HTMLCanvasElement.prototype.getContext = getContext;
    expect(thrown).to.be.instanceOf(Error);
  });
});
