import { expect } from '@open-wc/testing';
import { MAX_SMALL_JPEG_BYTES } from '../../src/capture/encode-jpeg.ts';
import { openJpegEncoder } from '../../src/capture/jpeg-encoder.ts';
import { replaceProperty } from '../camera/camera-stub.ts';
import { itWith } from '../engine-feature.ts';
import { CORNERS, drawnFrame, fourCorners, noise } from './drawn-frames.ts';

const MAX_BYTES = 1_000_000;
const PREFIX = 'data:image/jpeg;base64,';
/** However slow the machine is, it is the worker that answers. */
const PATIENCE_MS = 600_000;

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

const inWorker = () => openJpegEncoder(undefined, PATIENCE_MS);
const inPage = () =>
  openJpegEncoder(() => {
    throw new DOMException('refused by the page’s policy', 'SecurityError');
  });

for (const [where, open, other] of [
  ['in a worker', inWorker, [HTMLCanvasElement.prototype, 'toBlob']],
  ['in the page', inPage, [OffscreenCanvas.prototype, 'convertToBlob']],
] as const) {
  describe(`a frame encoded ${where}`, () => {
    const encoder = open();
    const { encode } = encoder;
    let restore: () => void;
    before(() => {
      // Encoded the other way it would fail.
      restore = replaceProperty(other[0], other[1], undefined);
    });
    after(() => {
      restore();
      encoder.close();
    });

    it('gives a JPEG as a data URI, with what it shows and when it was taken', async () => {
      const { image, jpeg } = await encode(await drawnFrame(640, 480, fourCorners), 'smile');
      expect(image.dataUri.startsWith(PREFIX)).to.equal(true);
      const bytes = Uint8Array.from(atob(image.dataUri.slice(PREFIX.length)), (c) =>
        c.charCodeAt(0),
      );
      expect([...bytes.slice(0, 3)]).to.deep.equal([0xff, 0xd8, 0xff]);
      expect(jpeg, 'the bytes that are hashed are those that are sent').to.deep.equal(bytes);
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
        const {
          image: { dataUri },
        } = await encode(await drawnFrame(widthPx, heightPx, fourCorners), 'neutral');
        const { colourAt } = await decode(dataUri);
        expect({
          topLeft: colourAt(0.1, 0.1),
          topRight: colourAt(0.9, 0.1),
          bottomLeft: colourAt(0.1, 0.9),
          bottomRight: colourAt(0.9, 0.9),
        }).to.deep.equal(CORNERS);
      });
    }

    itWith(
      'VideoFrame.rotation',
      'a picture that the camera gives lying is sent upright',
      async () => {
        const { image: lying } = await drawnFrame(640, 480, fourCorners);
        const turned = new VideoFrame(lying, { timestamp: 0, rotation: 90 } as VideoFrameInit);
        lying.close();
        // What is kept of a gesture is a bitmap of the frame.
        for (const image of [await createImageBitmap(turned), turned]) {
          const frame = { image, widthPx: 480, heightPx: 640, capturedAtMs: 0 };
          const { colourAt, width, height } = await decode(
            (await encode(frame, 'neutral')).image.dataUri,
          );
          expect([width, height]).to.deep.equal([480, 640]);
          expect([colourAt(0.1, 0.1), colourAt(0.9, 0.1)]).to.deep.equal([
            CORNERS.bottomLeft,
            CORNERS.topLeft,
          ]);
          image.close();
        }
      },
    );

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
        const { image } = await encode(await drawnFrame(from[0], from[1], fourCorners), 'neutral');
        const { width, height } = await decode(image.dataUri);
        expect([width, height]).to.deep.equal(to);
        expect([image.widthPx, image.heightPx]).to.deep.equal(to);
      });
    }

    it('even noise at the largest size is under the limit of the contract', async () => {
      const {
        image: { dataUri, widthPx, heightPx },
      } = await encode(await drawnFrame(1280, 1280, noise), 'blink');
      const { blob, width, height } = await decode(dataUri);
      expect(blob.size).to.be.at.most(MAX_BYTES);
      expect([width, height]).to.deep.equal([widthPx, heightPx]);
    });

    it('even noise of a small frame is as small as the service takes it', async () => {
      const { jpeg } = await encode(
        await drawnFrame(320, 320, noise),
        'smile',
        MAX_SMALL_JPEG_BYTES,
      );
      expect(jpeg.length).to.be.within(1, MAX_SMALL_JPEG_BYTES);
    });

    it('a detailed picture of 720p keeps its best quality', async () => {
      const {
        image: { dataUri },
      } = await encode(await drawnFrame(640, 360, noise), 'blink');
      const { blob } = await decode(dataUri);
      // At 0.92 noise takes about three times what it takes at 0.6.
      expect(blob.size).to.be.greaterThan(200_000);
    });

    it('leaves the frame open: it is the caller’s', async () => {
      const taken = await drawnFrame(640, 480, fourCorners);
      await encode(taken, 'neutral');
      expect((taken.image as ImageBitmap).width).to.equal(640);
    });
  });
}
