import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, describe, it } from 'node:test';
import sharp from 'sharp';
import { type Point, pointAt } from '../../src/mesh/mesh-points.ts';
import { openFaceTracer } from '../../tools/bench/attacks/clients/face-tracer.ts';
import { morphedWay } from '../../tools/bench/attacks/clients/live-lies.ts';
import { reenactedPoints } from '../../tools/bench/attacks/clients/reenacted-points.ts';
import { pushedOver, small } from '../../tools/bench/attacks/clients/touched-up-picture.ts';
import { warped } from '../../tools/bench/attacks/clients/warped-picture.ts';
import { wayThrough } from '../../tools/bench/attacks/clips/way-through.ts';
import { buildFaceModel } from '../../tools/face-model/build-face-model.ts';

await buildFaceModel();
const tracer = await openFaceTracer();
after(() => tracer.close());

const fixture = (name: string): Promise<Buffer> =>
  readFile(new URL(`../fixtures/faces/${name}.jpg`, import.meta.url));
const NOSE_TIP = 1;

describe('a picture that is bent', () => {
  it('has what was at one point at the other, and stays as it is at the edge', async () => {
    const dot = await sharp({ create: { width: 96, height: 96, channels: 3, background: '#fff' } })
      .composite([{ input: await square(9), left: 36, top: 44 }])
      .jpeg({ quality: 100 })
      .toBuffer();
    const moved = await grey(await warped(dot, [[40, 48]], [[56, 48]]));
    assert.ok((moved[48 * 96 + 56] ?? 255) < 80);
    assert.ok((moved[48 * 96 + 36] ?? 0) > 200);
    assert.ok((moved[2 * 96 + 2] ?? 0) > 240);
  });

  it('is the face turned to the person’s left, or the mouth opened', async () => {
    const points = await tracer.trace(await fixture('neutral'));
    const rest = pointAt(points, NOSE_TIP);
    const at = (bent: Point[], place: number): Point => bent[place] ?? [0, 0];
    assert.ok(at(reenactedPoints(points, 'turn-left', 1), NOSE_TIP)[0] > rest[0] + 10);
    assert.ok(at(reenactedPoints(points, 'turn-right', 1), NOSE_TIP)[0] < rest[0] - 10);
    assert.ok(at(reenactedPoints(points, 'nod-up', 1), NOSE_TIP)[1] < rest[1] - 5);
    const [upper, lower] = [13, 14].map((i) => at(reenactedPoints(points, 'open-mouth', 1), i));
    const gapAtRest = pointAt(points, 14)[1] - pointAt(points, 13)[1];
    assert.ok((lower?.[1] ?? 0) - (upper?.[1] ?? 0) > gapAtRest + 10);
  });

  it('lies between two stills, so that the frames of a clip are picked by the movement', async () => {
    const [rest, end] = [
      await small(await fixture('neutral')),
      await small(await fixture('turn-left')),
    ];
    const way = await morphedWay(rest, end, tracer, () => 0.5);
    // Slow at first: the movement is in the last of seven.
    const frames = [rest, rest, rest, rest, ...way.slice(1), end];
    const places = await wayThrough(frames, { from: 0, to: 6 }, 'turn-left', 4, tracer);
    assert.deepEqual(places.slice(-3), [4, 5, 6]);
  });
});

it('a swipe shows the one picture beside the other', async () => {
  const [dark, light] = [await plain('#000'), await plain('#fff')];
  const both = await grey(await pushedOver(dark, light, 0.25));
  assert.ok((both[48 * 96 + 30] ?? 255) < 20);
  assert.ok((both[48 * 96 + 90] ?? 0) > 235);
});

const plain = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 96, height: 96, channels: 3, background } })
    .jpeg({ quality: 100 })
    .toBuffer();

const square = (sidePx: number): Promise<Buffer> =>
  sharp({ create: { width: sidePx, height: sidePx, channels: 3, background: '#000' } })
    .png()
    .toBuffer();

const grey = (jpeg: Buffer): Promise<Buffer> => sharp(jpeg).greyscale().raw().toBuffer();
