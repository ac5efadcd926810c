import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeFaces } from '../../../src/service/analysis/faces/detect-faces.ts';

const ANCHORS = 896;
const WHOLE = { centreX: 320, centreY: 240, sidePx: 640, angleRadians: 0 };

/** Raw answers with a box of 32 input pixels on each given anchor of the first layer, 16 × 16 cells of two. */
function answers(found: readonly { column: number; row: number; logit: number }[]) {
  const boxes = new Float32Array(ANCHORS * 16);
  const scores = new Float32Array(ANCHORS).fill(-10);
  for (const { column, row, logit } of found) {
    const anchor = (row * 16 + column) * 2;
    scores[anchor] = logit;
    boxes.set([0, 0, 32, 32, -8, -8, 8, -8], anchor * 16);
  }
  return [boxes, scores] as const;
}

test('a box on one anchor becomes one face, in pixels of the picture', () => {
  const [face, ...others] = decodeFaces(...answers([{ column: 8, row: 6, logit: 3 }]), WHOLE);
  assert.equal(others.length, 0);
  assert.ok(face);
  // The anchor's centre is at (8.5, 6.5) of 16 cells; the square starts 80 pixels above the picture.
  assert.deepEqual([face.left, face.top, face.widthPx], [340 - 80, 260 - 80 - 80, 160]);
  assert.deepEqual(face.rightEye, [300, 140]);
  assert.deepEqual(face.leftEye, [380, 140]);
  assert.ok(Math.abs(face.score - 0.9526) < 1e-3);
});

test('overlapping boxes are one face, drawn to the surer box', () => {
  const faces = decodeFaces(
    ...answers([
      { column: 8, row: 6, logit: 4 },
      { column: 9, row: 6, logit: 0.1 },
    ]),
    WHOLE,
  );
  assert.equal(faces.length, 1);
  const left = faces[0]?.left ?? 0;
  assert.ok(left > 260 && left < 280, `${left} lies between 260 and 300, nearer to 260`);
});

test('two boxes apart are two faces, the surer first', () => {
  const faces = decodeFaces(
    ...answers([
      { column: 3, row: 6, logit: 1 },
      { column: 12, row: 6, logit: 3 },
    ]),
    WHOLE,
  );
  assert.equal(faces.length, 2);
  assert.ok((faces[0]?.left ?? 0) > (faces[1]?.left ?? 0));
});

test('an unsure box beside a sure one is no second face; alone it is a face', () => {
  const unsure = { column: 3, row: 6, logit: 0.2 };
  assert.equal(
    decodeFaces(...answers([unsure, { column: 12, row: 6, logit: 3 }]), WHOLE).length,
    1,
  );
  assert.equal(decodeFaces(...answers([unsure]), WHOLE).length, 1);
});

test('boxes under half a chance are no faces', () => {
  assert.deepEqual(decodeFaces(...answers([{ column: 8, row: 6, logit: -0.1 }]), WHOLE), []);
});
