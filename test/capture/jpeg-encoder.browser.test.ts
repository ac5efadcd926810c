import { expect } from '@open-wc/testing';
import type { CapturedImage } from '../../src/capture/captured-image.ts';
import { type JpegEncoder, openJpegEncoder } from '../../src/capture/jpeg-encoder.ts';
import { replaceProperty } from '../camera/camera-stub.ts';
import { drawnFrame, fourCorners } from './drawn-frames.ts';

/** However slow the machine is, it is the worker that answers. */
const PATIENCE_MS = 600_000;

const running = (script: string): Worker =>
  new Worker(URL.createObjectURL(new Blob([script], { type: 'text/javascript' })));

/** Encodes a frame that is closed at once, as that of a paced step can be. */
async function encodeOne(encoder: JpegEncoder): Promise<CapturedImage> {
  const frame = await drawnFrame(64, 48, fourCorners);
  const encoding = encoder.encode(frame, 'neutral');
  frame.image.close();
  return (await encoding).image;
}

describe('the encoder', () => {
  it('makes the same image in the page as in the worker', async () => {
    const ways = [
      openJpegEncoder(undefined, PATIENCE_MS),
      openJpegEncoder(() => {
        throw new DOMException('refused', 'SecurityError');
      }),
    ];
    const [there, here] = await Promise.all(ways.map(encodeOne));
    for (const way of ways) way.close();
    expect(there).to.deep.equal(here);
  });

  for (const [what, startWorker, limitMs] of [
    [
      'may not be started',
      () => {
        throw new DOMException('refused', 'SecurityError');
      },
      PATIENCE_MS,
    ],
    ['does not load', () => new Worker('/no-such-worker.js', { type: 'module' }), PATIENCE_MS],
    ['throws as it starts', () => running('throw new Error("old browser")'), PATIENCE_MS],
    [
      'has no canvas',
      () => {
        const real = new URL('../../src/capture/encode-worker.ts', import.meta.url).href;
        const bare = 'data:text/javascript,delete globalThis.OffscreenCanvas';
        const script = `import '${bare}'; import '${real}';`;
        const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
        return new Worker(url, { type: 'module' });
      },
      PATIENCE_MS,
    ],
    ['never answers', () => running('onmessage = () => undefined;'), 20],
  ] as const) {
    it(`encodes in the page when the worker ${what}, of a frame that is closed already too`, async () => {
      const encoder = openJpegEncoder(startWorker, limitMs);
      const image = await encodeOne(encoder);
      expect([image.widthPx, image.heightPx]).to.deep.equal([64, 48]);
      expect(image.dataUri.startsWith('data:image/jpeg;base64,/9j/')).to.equal(true);
      encoder.close();
    });
  }

  it('asks a worker that failed no more', async () => {
    let asked = 0;
    const worker = running('onmessage = () => postMessage("asked")');
    const encoder = openJpegEncoder(() => worker, 20);
    worker.addEventListener('message', () => asked++);
    await encodeOne(encoder);
    await encodeOne(encoder);
    expect(asked).to.be.at.most(1);
    encoder.close();
  });

  it('ends its worker when it is closed, and what was under way with it', async () => {
    const worker = running('onmessage = () => undefined;');
    let ended = false;
    const { terminate } = Worker.prototype;
    worker.terminate = () => {
      ended = true;
      terminate.call(worker);
    };
    const encoder = openJpegEncoder(() => worker, PATIENCE_MS);
    const encoding = encodeOne(encoder);
    encoder.close();
    expect(ended).to.equal(true);
    const thrown = await encoding.catch((error: unknown) => error);
    expect(thrown).to.be.instanceOf(DOMException);
  });

  it('never sends a picture that it could not draw', async () => {
    const encoder = openJpegEncoder(() => {
      throw new DOMException('refused', 'SecurityError');
    });
    // What a phone without canvas memory does.
    const restore = replaceProperty(HTMLCanvasElement.prototype, 'getContext', () => null);
    const thrown = await encodeOne(encoder).catch((error: unknown) => error);
    restore();
    expect(thrown).to.be.instanceOf(TypeError);
  });
});
