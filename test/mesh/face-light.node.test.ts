import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaceQuality } from '../../src/mesh/face-light.ts';
import { measureQuality } from '../../src/mesh/face-light.ts';
import { rasterOf } from '../../src/mesh/raster.ts';

const WIDTH = 160;
const HEIGHT = 120;
const BOX = { x: 0.35, y: 0.2, width: 0.3, height: 0.6 };

/** A picture of one grey for each point; the face is where the box is. */
function measure(grey: (x: number, y: number, isFace: boolean) => number): FaceQuality {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isFace =
        Math.abs(x / WIDTH - 0.5) < BOX.width / 2 && Math.abs(y / HEIGHT - 0.5) < BOX.height / 2;
      data.fill(grey(x, y, isFace), (y * WIDTH + x) * 4, (y * WIDTH + x) * 4 + 4);
    }
  }
  const quality = measureQuality(rasterOf({ data, width: WIDTH, height: HEIGHT }), BOX);
  assert.ok(quality);
  return quality;
}

describe('image quality of a face', () => {
  it('its light and that of what is beside it are told apart', () => {
    const quality = measure((_x, _y, isFace) => (isFace ? 40 : 200));
    assert.ok(Math.abs(quality.luminance - 40) < 1);
    assert.ok(Math.abs(quality.backgroundLuminance - 200) < 1);
  });

  it('the white share is the part that is white', () => {
    const quality = measure((x) => (x < WIDTH / 2 ? 255 : 100));
    assert.ok(Math.abs(quality.clippedShare - 0.5) < 0.05);
  });

  it('fine detail is sharper than the same contrast in large shapes', () => {
    const fine = measure((x, y) => (((x >> 1) + (y >> 1)) % 2 ? 80 : 160));
    const coarse = measure((x, y) => 120 + 40 * Math.sin(x / 12) * Math.sin(y / 12));
    assert.ok(fine.sharpness > 20 * coarse.sharpness);
  });

  it('sharpness does not depend on how bright the picture is', () => {
    const bright = measure((x, y) => (((x >> 2) + (y >> 2)) % 2 ? 100 : 200));
    const dim = measure((x, y) => (((x >> 2) + (y >> 2)) % 2 ? 50 : 100));
    assert.ok(Math.abs(bright.sharpness / dim.sharpness - 1) < 0.05);
  });

  it('a face partly outside the picture is measured where it is inside, and one of a few pixels not at all', () => {
    const pixels = rasterOf({
      data: new Uint8ClampedArray(WIDTH * HEIGHT * 4).fill(90),
      width: WIDTH,
      height: HEIGHT,
    });
    assert.ok(measureQuality(pixels, { x: -0.2, y: -0.1, width: 0.6, height: 1.3 }));
    assert.equal(measureQuality(pixels, { x: 0.5, y: 0.5, width: 0.02, height: 0.04 }), undefined);
  });
});
