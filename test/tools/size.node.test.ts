import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Part } from '../../tools/size/measure-parts.ts';
import { overBudget } from '../../tools/size/over-budget.ts';
import { sizeTable } from '../../tools/size/size-table.ts';

const size = (rawBytes: number) => ({ rawBytes, gzipBytes: rawBytes / 2, brotliBytes: 10 });
const PARTS: readonly Part[] = [
  { name: 'index.js', ...size(2000) },
  { name: 'model', ...size(4000) },
];

describe('the budget of what a check loads', () => {
  const allowed = {
    'index.js': size(2000),
    model: size(4000),
    all: { ...size(6000), brotliBytes: 20 },
  };

  it('is kept by parts that are as large as they may be', () => {
    assert.deepEqual(overBudget(PARTS, allowed), []);
  });

  it('names a part that is a byte too large, in each way in which it is', () => {
    const tight = { ...allowed, model: { ...size(4000), gzipBytes: 1999 } };
    assert.deepEqual(overBudget(PARTS, tight), ['model has 2000 bytes gzip, 1999 are its budget.']);
  });

  it('holds the sum of parts that are each within theirs', () => {
    const tight = { ...allowed, all: { ...allowed.all, rawBytes: 5999 } };
    assert.deepEqual(overBudget(PARTS, tight), ['all has 6000 bytes raw, 5999 are its budget.']);
  });

  it('knows every part, and no other', () => {
    const { model: _, ...others } = allowed;
    assert.deepEqual(overBudget(PARTS, { ...others, old: size(1) }), [
      'model has no budget.',
      'old has a budget, but no check loads it.',
    ]);
  });
});

describe('the table of sizes', () => {
  it('has a row for each part and one for all', () => {
    assert.deepEqual(sizeTable(PARTS).split('\n').slice(2), [
      '| index.js | 2 kB | 1 kB | 0 kB |',
      '| model | 4 kB | 2 kB | 0 kB |',
      '| **all** | 6 kB | 3 kB | 0 kB |',
    ]);
  });
});
