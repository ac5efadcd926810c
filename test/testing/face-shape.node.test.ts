import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import { addExpressions, type Expression } from '../../src/testing/expression.ts';
import { applyExpression, createFaceShape, type FaceShape } from '../../src/testing/face-shape.ts';
import { loadTestFace } from './test-face.ts';

let shape: FaceShape;
before(async () => {
  shape = createFaceShape((await loadTestFace()).vertices);
});

/** The measures of the challenge, on vertices seen from the front. */
function measure(expression: Partial<Expression>) {
  const vertices = new Float32Array(shape.neutral.length);
  applyExpression(shape, addExpressions(expression), vertices);
  const at = (vertex: number, axis: number): number => vertices[vertex * 3 + axis] ?? Number.NaN;
  const distance = (a: number, b: number): number =>
    Math.hypot(at(a, 0) - at(b, 0), at(a, 1) - at(b, 1));
  return {
    leftEye: (at(386, 1) - at(374, 1)) / distance(263, 362),
    rightEye: (at(159, 1) - at(145, 1)) / distance(33, 133),
    mouthWidth: distance(61, 291) / distance(33, 263),
    mouthOpening: distance(13, 14) / distance(61, 291),
    vertices,
  };
}

describe('the shape of a face', () => {
  it('rests with open eyes and a closed mouth', () => {
    const { leftEye, rightEye, mouthWidth, mouthOpening } = measure({});
    assert.ok(leftEye > 0.22 && rightEye > 0.22);
    assert.ok(mouthOpening < 0.05);
    assert.ok(mouthWidth > 0.5 && mouthWidth < 0.6);
  });

  it('shuts one eye and not the other', () => {
    const left = measure({ blinkLeft: 1 });
    assert.ok(left.leftEye < 0.03);
    assert.equal(left.rightEye, measure({}).rightEye);
    const right = measure({ blinkRight: 1 });
    assert.ok(right.rightEye < 0.03);
    assert.equal(right.leftEye, measure({}).leftEye);
  });

  it('smiles with a wider and closed mouth, and open eyes', () => {
    const smile = measure({ smile: 1 });
    assert.ok(smile.mouthWidth > measure({}).mouthWidth * 1.3);
    assert.ok(smile.mouthOpening < 0.08);
    assert.ok(Math.abs(smile.leftEye - measure({}).leftEye) < 0.03);
  });

  it('opens the mouth without smiling or blinking', () => {
    const open = measure({ mouthOpen: 1 });
    assert.ok(open.mouthOpening > 0.5);
    assert.ok(open.mouthWidth < measure({}).mouthWidth * 1.05);
    assert.equal(open.leftEye, measure({}).leftEye);
  });

  it('moves in proportion: half an expression is half of every way', () => {
    const [none, half, full] = [0, 0.5, 1].map((amount) => measure({ smile: amount }).vertices);
    assert.ok(none && half && full);
    for (let index = 0; index < none.length; index += 1) {
      const middle = ((none[index] ?? 0) + (full[index] ?? 0)) / 2;
      assert.ok(Math.abs((half[index] ?? 0) - middle) < 1e-4);
    }
  });

  it('leaves the head’s pose to the head', () => {
    const turned = measure({ yawDegrees: 28, pitchDegrees: 10, rollDegrees: 5, x: 3, z: 6 });
    assert.deepEqual(turned.vertices, measure({}).vertices);
  });
});
