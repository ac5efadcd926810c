import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { describe, it } from 'node:test';
import { readCanonicalFace } from '../../tools/face-model/canonical-face.ts';
import { loadTestFace } from './test-face.ts';

describe('the canonical face', () => {
  it('has 468 vertices of five numbers and 898 triangles of known vertices', async () => {
    const { vertices, triangles } = await loadTestFace();
    assert.equal(vertices.length, 468 * 5);
    assert.equal(triangles.length, 898 * 3);
    assert.ok(triangles.every((vertex) => vertex >= 0 && vertex < 468));
  });

  it('has the chin below the forehead, the nose in front, and the left eye at positive x', async () => {
    const { vertices } = await loadTestFace();
    const at = (vertex: number, axis: number): number => vertices[vertex * 5 + axis] ?? Number.NaN;
    assert.ok(at(152, 1) < at(10, 1));
    assert.ok(at(1, 2) > at(234, 2) + 5);
    assert.ok(at(263, 0) > 4);
    assert.ok(at(33, 0) < -4);
  });

  it('keeps texture coordinates within the texture', async () => {
    const { vertices } = await loadTestFace();
    const uvs = vertices.filter((_, index) => index % 5 > 2);
    assert.ok(uvs.every((value) => value >= 0 && value <= 1));
  });

  it('refuses metadata without the mesh', () => {
    assert.throws(() => readCanonicalFace(new Uint8Array()), RangeError);
  });

  it('refuses a truncated mesh', async () => {
    // Field 1, two bytes long: a mesh with one empty vertex buffer.
    assert.throws(() => readCanonicalFace(Uint8Array.from([0x0a, 0x02, 0x1a, 0x00])), RangeError);
    const source = await readFile(new URL('./test-face.ts', import.meta.url));
    assert.throws(() => readCanonicalFace(source));
  });
});
