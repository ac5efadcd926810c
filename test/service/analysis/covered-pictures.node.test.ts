import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, test } from 'node:test';
import sharp from 'sharp';
import { createImageInspector } from '../../../src/service/analysis/faces/image-inspector.ts';
import { findCovers } from '../../../src/service/analysis/verdict/rules/covered-face.ts';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';

await buildFaceModel();
const inspector = await createImageInspector();
after(() => inspector.close());

const neutral = await readFile(new URL('../../fixtures/faces/neutral.jpg', import.meta.url));
const faceIn = async (jpeg: Buffer) => (await inspector.inspect(jpeg, false)).face;
const bare = await faceIn(neutral);
const at = (point: number): [number, number] => [
  bare?.points[3 * point] ?? 0,
  bare?.points[3 * point + 1] ?? 0,
];

/** The drawn person with shapes painted over the points of the mesh. */
async function painted(colour: string, ...outlines: readonly number[][]): Promise<Buffer> {
  const { width = 0, height = 0 } = await sharp(neutral).metadata();
  const shapes = outlines.map((outline) => {
    const corners = outline.map((point) => at(point).join(',')).join(' ');
    return `<polygon points="${corners}" fill="${colour}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${shapes.join('')}</svg>`;
  return sharp(neutral)
    .composite([{ input: Buffer.from(svg) }])
    .jpeg()
    .toBuffer();
}

test('a bare face is not covered, in warm, cold or dim light', async () => {
  assert.ok(bare);
  assert.deepEqual(findCovers(bare), []);
  for (const gains of [
    [1.1, 1, 0.8],
    [0.85, 1, 1.1],
    [0.4, 0.4, 0.4],
  ]) {
    const jpeg = await sharp(neutral).linear(gains, [0, 0, 0]).jpeg().toBuffer();
    const face = await faceIn(jpeg);
    assert.ok(face);
    assert.deepEqual(findCovers(face), [], String(gains));
  }
});

test('dark glasses are found', async () => {
  const right = [70, 107, 193, 128, 101, 50, 116, 143];
  const left = [336, 300, 372, 345, 280, 330, 357, 417];
  const face = await faceIn(await painted('#111', right, left));
  assert.ok(face);
  assert.ok(face.cover.eyeShade > (bare?.cover.eyeShade ?? 0) + 0.3, `${face.cover.eyeShade}`);
  assert.ok(findCovers(face).length > 0);
});

test('a blue mask over nose and chin is found', async () => {
  const mask = [6, 118, 93, 58, 172, 136, 152, 365, 397, 288, 323, 347];
  const face = await faceIn(await painted('#8fb8e8', mask));
  assert.ok(face);
  assert.ok(
    face.cover.noseColour > (bare?.cover.noseColour ?? 0) + 0.3,
    `${face.cover.noseColour}`,
  );
  assert.ok(findCovers(face).length > 0);
});
