import assert from 'node:assert/strict';
import { test } from 'node:test';
import { arcsOf } from '../../src/ui/drawings/progress-ring.ts';

test('a filling ring runs from the top to its progress and never beyond', () => {
  const full = (progress: number) => arcsOf({ kind: 'fill', progress }).at(-1);
  assert.deepEqual(full(0.25), { start: 0, length: 25, tone: 'full' });
  assert.equal(full(1.7)?.length, 100);
  assert.equal(full(-1)?.length, 0);
});

test('a stepped ring has one full segment per step done, one that ebbs, and empty ones', () => {
  const arcs = arcsOf({ kind: 'steps', index: 1, count: 3, strength: 0.5 });
  assert.deepEqual(
    arcs.map(({ tone }) => tone),
    ['done', 'track', 'full', 'track'],
  );
  const [, track, full] = arcs;
  assert.equal(full?.start, track?.start);
  assert.equal(full?.length, (track?.length ?? 0) / 2);
});

test('segments leave gaps and stay on the ring', () => {
  const arcs = arcsOf({ kind: 'steps', index: 0, count: 4, strength: 0 }).filter(
    ({ tone }) => tone === 'track',
  );
  const ends = arcs.map(({ start, length }) => start + length);
  assert.equal(arcs.length, 4);
  for (const [step, { start }] of arcs.entries()) assert.ok(start > (ends[step - 1] ?? 0));
  assert.ok((ends.at(-1) ?? 101) < 100);
});

test('a ring of one step has no gap', () => {
  const arcs = arcsOf({ kind: 'steps', index: 0, count: 1, strength: 1 });
  assert.deepEqual(arcs[1], { start: 0, length: 100, tone: 'full' });
});
