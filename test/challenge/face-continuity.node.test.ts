import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isSameFace } from '../../src/challenge/face-continuity.ts';
import type { RecordedTrack } from './recorded-track.ts';
import { readTrack } from './recorded-track.ts';

const BOX = { x: 0.3, y: 0.25, width: 0.3, height: 0.5 };

/** The pairs of boxes, a frame or a short gap apart, of a real person. */
function steps({ frames }: RecordedTrack) {
  const boxes = frames.flatMap(({ face }) => (face ? [face.box] : []));
  return boxes.slice(1).map((next, index) => [boxes[index] ?? next, next] as const);
}

describe('whether a face is the same one a frame later', () => {
  for (const name of ['turns', 'nods', 'open-mouth', 'smile-blink', 'still']) {
    it(`every face of the track "${name}" is, at full and at a quarter of the frames`, () => {
      const track = readTrack(name);
      for (const every of [1, 4]) {
        const frames = track.frames.filter((_, index) => index % every === 0);
        const pairs = steps({ ...track, frames });
        assert.ok(pairs.length > 10);
        for (const [last, next] of pairs) assert.ok(isSameFace(last, next));
      }
    });
  }

  it('a face at the other side of the picture is another', () => {
    assert.ok(!isSameFace(BOX, { ...BOX, x: 0.55 }));
  });

  it('a face half as large is another', () => {
    assert.ok(!isSameFace(BOX, { x: 0.375, y: 0.375, width: 0.15, height: 0.25 }));
  });
});
