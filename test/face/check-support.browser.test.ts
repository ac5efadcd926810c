import { expect } from '@open-wc/testing';
import { checkSupport } from '../../src/face/check-support.ts';

/** What a browser that protects against fingerprinting makes of each level that a page reads. */
function disturb(level: (drawn: number, at: number) => number): () => void {
  const { getImageData } = OffscreenCanvasRenderingContext2D.prototype;
  OffscreenCanvasRenderingContext2D.prototype.getImageData = function (this, ...area) {
    const pixels = getImageData.apply(this, area);
    pixels.data.set(pixels.data.map(level));
    return pixels;
  };
  return () => {
    OffscreenCanvasRenderingContext2D.prototype.getImageData = getImageData;
  };
}

describe('checkSupport', () => {
  let restore: () => void = () => undefined;
  afterEach(() => restore());

  for (const [what, level] of [
    ['noise', (_: number, at: number) => (at * 97) % 256],
    ['white', () => 255],
    ['nothing', () => 0],
    ['noise in one pixel of ten', (drawn: number, at: number) => (at % 40 === 0 ? 255 : drawn)],
  ] as const) {
    it(`says so where a canvas gives ${what} back instead of its colour`, () => {
      restore = disturb(level);
      expect(checkSupport()).to.deep.equal({
        supported: false,
        missing: ['canvas-readback'],
        inApp: false,
      });
    });
  }

  it('takes no offence at noise that nobody sees: private windows and Brave', () => {
    restore = disturb((drawn, at) => drawn + (at % 5) - 2);
    expect(checkSupport().missing).to.deep.equal([]);
  });

  it('names the canvas alone where there is none', () => {
    const { OffscreenCanvas } = globalThis;
    restore = () => Object.assign(globalThis, { OffscreenCanvas });
    Reflect.deleteProperty(globalThis, 'OffscreenCanvas');
    expect(checkSupport().missing).to.deep.equal(['offscreen-canvas']);
  });
});
