import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fillTriangle, type PixelRaster } from '../../src/testing/drawing/pixel-raster.ts';
import { halvings, type TriangleMap } from '../../src/testing/drawing/texels.ts';
import { seededRandom } from '../../src/testing/seeded-random.ts';

const SIZE = 32;
type Vertex = readonly number[];

const emptyRaster = (): PixelRaster => ({
  width: SIZE,
  height: SIZE,
  pixels: new Uint8ClampedArray(SIZE * SIZE * 4),
  depths: new Float32Array(SIZE * SIZE),
});

/** A grey vertex at a distance, u and v beside it. */
const vertex = (x: number, y: number, { distance = 50, grey = 1, u = 0, v = 0 } = {}): Vertex => [
  x,
  y,
  1 / distance,
  grey,
  grey,
  grey,
  u / distance,
  v / distance,
];

function fill(raster: PixelRaster, corners: readonly Vertex[], map?: TriangleMap): void {
  fillTriangle(raster, new Float32Array(corners.flat()), 0, 1, 2, map);
}

const redAt = ({ pixels }: PixelRaster, x: number, y: number): number =>
  pixels[(y * SIZE + x) * 4] ?? 0;

const texel = (grey: number, alpha = 255): number =>
  (alpha << 24) | (grey << 16) | (grey << 8) | grey;

const mapOf = (width: number, greys: readonly number[], repeats = false): TriangleMap => ({
  texels: { width, height: greys.length / width, values: Int32Array.from(greys, (g) => texel(g)) },
  repeats,
  hasHoles: false,
});

/** Both triangles of a square that covers everything, as far away on its left and on its right as is said. */
function fillAll(raster: PixelRaster, map: TriangleMap, leftCm: number, rightCm: number): void {
  const square = [
    vertex(0, 0, { distance: leftCm, u: 0, v: 1 }),
    vertex(SIZE, 0, { distance: rightCm, u: 1, v: 1 }),
    vertex(SIZE, SIZE, { distance: rightCm, u: 1, v: 0 }),
    vertex(0, SIZE, { distance: leftCm, u: 0, v: 0 }),
  ] as const;
  fill(raster, [square[0], square[1], square[2]], map);
  fill(raster, [square[0], square[2], square[3]], map);
}

describe('a filled triangle', () => {
  it('leaves no gap and no pixel twice beside one that shares an edge, whichever way round', () => {
    const random = seededRandom(5);
    for (let round = 0; round < 300; round += 1) {
      const [x, y] = [4 + 24 * random(), 4 + 24 * random()];
      const corners: [number, number][] = [
        [0, 0],
        [SIZE, 0],
        [SIZE, SIZE],
        [0, SIZE],
      ];
      const filled = new Uint8Array(SIZE * SIZE);
      corners.forEach((corner, index) => {
        const next = corners[(index + 1) % 4] as [number, number];
        const raster = emptyRaster();
        const triangle = [vertex(...corner), vertex(x, y), vertex(...next)];
        fill(raster, round % 2 ? triangle : triangle.toReversed());
        raster.depths.forEach((depth, pixel) => {
          if (depth > 0) filled[pixel] = (filled[pixel] ?? 0) + 1;
        });
      });
      assert.deepEqual([...new Set(filled)], [1], `round ${round}: ${x}, ${y}`);
    }
  });

  it('hides what is behind it, whatever comes first', () => {
    const near = [
      vertex(0, 0, { grey: 1, distance: 40 }),
      vertex(40, 0, { grey: 1, distance: 40 }),
      vertex(0, 40, { grey: 1, distance: 40 }),
    ];
    const far = [
      vertex(0, 0, { grey: 0.2 }),
      vertex(64, 0, { grey: 0.2 }),
      vertex(0, 64, { grey: 0.2 }),
    ];
    for (const order of [
      [near, far],
      [far, near],
    ]) {
      const raster = emptyRaster();
      for (const triangle of order) fill(raster, triangle);
      assert.equal(redAt(raster, 5, 5), 255);
      assert.equal(redAt(raster, 30, 30), 51);
    }
  });

  it('stays in the picture, and fills nothing when it is a line', () => {
    const raster = emptyRaster();
    fill(raster, [vertex(-500, -20), vertex(500, -20), vertex(5, -900)]);
    fill(raster, [vertex(3, 3), vertex(9, 9), vertex(20, 20)]);
    assert.ok(raster.depths.every((depth) => depth === 0));
    fill(raster, [vertex(-500, -500), vertex(900, -500), vertex(-500, 900)]);
    assert.ok(raster.depths.every((depth) => depth > 0));
  });

  it('is as bright as full where it would be brighter', () => {
    const raster = emptyRaster();
    const bright = { grey: 1.4 };
    fill(raster, [vertex(0, 0, bright), vertex(64, 0, bright), vertex(0, 64, bright)]);
    assert.equal(redAt(raster, 3, 3), 255);
  });

  it('shows a picture blended between its pixels, upright', () => {
    const raster = emptyRaster();
    fillAll(raster, mapOf(2, [0, 100, 200, 200]), 50, 50);
    assert.equal(redAt(raster, 2, 2), 0);
    assert.equal(redAt(raster, 29, 2), 100);
    assert.ok(Math.abs(redAt(raster, 16, 2) - 52) <= 3);
    assert.equal(redAt(raster, 2, 29), 200);
  });

  it('shows of a picture that is turned away less of the far half', () => {
    const raster = emptyRaster();
    // A picture of two halves; the right one is three times as far away.
    fillAll(
      raster,
      mapOf(
        64,
        Array.from({ length: 64 }, (_, x) => (x < 32 ? 0 : 250)),
      ),
      20,
      60,
    );
    // Its middle is where the distances along the picture are equal, at three quarters.
    assert.equal(redAt(raster, 22, 16), 0);
    assert.equal(redAt(raster, 26, 16), 250);
  });

  it('goes on at the other side of a picture that repeats', () => {
    const raster = emptyRaster();
    const map = mapOf(4, [40, 80, 120, 160], true);
    const corner = (x: number, y: number, u: number): Vertex => vertex(x, y, { u, v: 0.5 });
    fill(raster, [corner(0, 0, -0.5), corner(64, 0, 1.5), corner(0, 64, -0.5)], map);
    // At u −0.375 and at 0.625 there is the third pixel.
    assert.ok(Math.abs(redAt(raster, 3, 0) - 117.5) <= 1);
    assert.ok(Math.abs(redAt(raster, 4, 0) - 122.5) <= 1);
  });

  it('has holes where its picture is transparent, if it may', () => {
    const texels = { width: 2, height: 1, values: Int32Array.of(texel(9, 0), texel(9, 255)) };
    for (const hasHoles of [true, false]) {
      const raster = emptyRaster();
      fillAll(raster, { texels, repeats: false, hasHoles }, 50, 50);
      assert.equal((raster.depths[2] ?? 0) > 0, !hasHoles);
      assert.ok((raster.depths[30] ?? 0) > 0);
    }
  });
});

describe('the halvings of a picture', () => {
  it('end with a side of one pixel, each the means of the one before', () => {
    const values = Int32Array.of(
      ...[texel(0), texel(40), texel(80, 0), texel(80, 0)],
      ...[texel(0), texel(40), texel(80, 0), texel(80, 0)],
    );
    const [whole, half, ...more] = halvings({ width: 4, height: 2, values });
    assert.equal(whole?.values, values);
    assert.deepEqual([half?.width, half?.height], [2, 1]);
    assert.deepEqual([...(half?.values ?? [])], [texel(20), texel(80, 0)]);
    assert.deepEqual(more, []);
  });
});
