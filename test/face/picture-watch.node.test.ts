import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { PictureWatch } from '../../src/face/picture-watch.ts';
import { rasterOf } from '../../src/mesh/raster.ts';

/** A picture whose pixels are what `colour` says. */
function picture(
  colour: (x: number, y: number) => readonly [number, number, number],
  width = 64,
  height = 48,
) {
  const data = new Uint8ClampedArray(4 * width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) data.set([...colour(x, y), 255], 4 * (y * width + x));
  }
  return rasterOf({ data, width, height });
}

const scene = (noise: number) => picture((x, y) => [x * 3, y * 4, (x * y + noise) % 255]);

describe('a camera’s picture', () => {
  it('behind a cover is black, whatever the noise of its sensor', () => {
    const watch = new PictureWatch();
    const dark = picture((x, y) => [(x * 7) % 20, (y * 5) % 30, (x + y) % 24]);
    assert.equal(watch.look(dark), 'black');
  });

  it('of a dark room with a lit face in it is not black', () => {
    const lit = picture((x, y) =>
      Math.hypot(x - 32, y - 24) < 9 ? [70, 50, 40] : [(x * 3) % 14, 8, 6],
    );
    assert.equal(new PictureWatch().look(lit), undefined);
  });

  it('of one colour is plain, and so is a single pixel', () => {
    assert.equal(new PictureWatch().look(picture((x) => [0, 120 + (x % 4), 30])), 'plain');
    assert.equal(new PictureWatch().look(picture(() => [200, 120, 90], 1, 1)), 'plain');
  });

  it('of a white wall has shades, and is not plain', () => {
    const wall = picture((x) => [200 + x / 3, 200 + x / 3, 195 + x / 3]);
    assert.equal(new PictureWatch().look(wall), undefined);
  });

  it('that comes again and again is frozen, and no more as soon as it moves', () => {
    const watch = new PictureWatch();
    const seen = Array.from({ length: 11 }, () => watch.look(scene(1)));
    assert.deepEqual(seen.slice(0, 10), Array(10).fill(undefined));
    assert.equal(seen[10], 'frozen');
    assert.equal(watch.look(scene(2)), undefined);
  });

  it('that a slow camera gives twice is not frozen', () => {
    const watch = new PictureWatch();
    for (let at = 0; at < 60; at++) {
      assert.equal(watch.look(scene(Math.floor(at / 6))), undefined);
    }
  });

  it('that changes its shape is another picture', () => {
    const watch = new PictureWatch();
    for (let at = 0; at < 40; at++) {
      const wide = at % 2 === 0;
      const turned = picture((x, y) => [x * 3, y * 3, 40], wide ? 64 : 48, wide ? 48 : 64);
      assert.equal(watch.look(turned), undefined);
    }
  });
});
