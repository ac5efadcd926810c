import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaceCover } from '../../src/mesh/face-cover.ts';
import { measureCover } from '../../src/mesh/face-cover.ts';
import { LANDMARK_COUNT } from '../../src/mesh/landmark-indices.ts';
import { pointAt } from '../../src/mesh/mesh-points.ts';
import { rasterOf } from '../../src/mesh/raster.ts';

const WIDTH = 100;
const HEIGHT = 100;
/** Rows of the drawn face, in pixels: what is where is all that the measure asks. */
const ROWS = { forehead: 10, underEyes: 40, nose: 60, cheeks: 80 };
const POINTS = {
  forehead: [151, 108, 337, 9, 69, 299],
  underEyes: [230, 450, 119, 348],
  nose: [5, 195, 4],
  cheeks: [50, 101, 118, 280, 330, 347],
};

type Part = keyof typeof ROWS;
type Colour = readonly [red: number, green: number, blue: number];

const SKIN: Colour = [200, 150, 120];

/** A face whose parts are bands of one colour each. */
function measure(colours: Partial<Record<Part, Colour>>, shiftY = 0): FaceCover {
  const data = new Uint8ClampedArray(WIDTH * HEIGHT * 4);
  const points = new Float32Array(LANDMARK_COUNT * 3);
  for (let at = 0; at < WIDTH * HEIGHT; at++) data.set([...SKIN, 255], 4 * at);
  for (const part of Object.keys(ROWS) as Part[]) {
    const colour = colours[part] ?? SKIN;
    for (let y = ROWS[part] - 5; y < ROWS[part] + 5; y++) {
      for (let x = 0; x < WIDTH; x++) data.set([...colour, 255], 4 * (y * WIDTH + x));
    }
    for (const index of POINTS[part]) {
      points[3 * index] = 0.5;
      points[3 * index + 1] = ROWS[part] / HEIGHT + shiftY;
    }
  }
  const raster = rasterOf({ data, width: WIDTH, height: HEIGHT });
  return measureCover(raster, (i) => pointAt(points, i, raster), 0.8 * WIDTH);
}

const scaled = ([red, green, blue]: Colour, by: number): Colour => [
  red * by,
  green * by,
  blue * by,
];

describe('the cover of a face', () => {
  it('bare skin shows none', () => {
    assert.deepEqual(measure({}), { noseColour: 0, eyeShade: 0 });
  });

  it('a blue mask has another colour than the forehead', () => {
    assert.ok(measure({ nose: [120, 160, 200], cheeks: [120, 160, 200] }).noseColour > 0.5);
  });

  it('a nose in the shade has the colour of the forehead', () => {
    assert.ok(measure({ nose: scaled(SKIN, 0.6) }).noseColour < 0.05);
  });

  it('dark glasses are darker than the cheeks', () => {
    assert.ok(measure({ underEyes: scaled(SKIN, 0.2) }).eyeShade > 1);
  });

  it('noise in the dark has no colour', () => {
    assert.ok(measure({ forehead: [4, 3, 2], nose: [2, 3, 4] }).noseColour < 0.5);
  });

  it('a face that is partly outside of the picture is measured without an error', () => {
    const { noseColour, eyeShade } = measure({}, -0.5);
    assert.ok(Number.isFinite(noseColour) && Number.isFinite(eyeShade));
  });
});
