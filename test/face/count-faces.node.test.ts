import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { countFaces } from '../../src/face/count-faces.ts';

const box = (height: number) => ({ width: height, height });

describe('countFaces', () => {
  it('counts nobody in an empty picture', () => {
    assert.equal(countFaces([]), 0);
  });

  it('counts everybody who is about as near', () => {
    assert.equal(countFaces([box(200), box(180), box(120)]), 3);
  });

  it('leaves out a poster or somebody far behind, in whatever order they come', () => {
    assert.equal(countFaces([box(200), box(79)]), 1);
    assert.equal(countFaces([box(79), box(200)]), 1);
    assert.equal(countFaces([box(200), box(80)]), 2);
  });

  it('gives the same in any unit', () => {
    assert.equal(countFaces([box(0.5), box(0.3), box(0.1)]), 2);
  });
});
