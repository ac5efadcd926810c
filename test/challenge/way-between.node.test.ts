import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { followWay, wayTo } from '../../src/challenge/follow-way.ts';
import { findWayFault, pickWay, type WaySample } from '../../src/challenge/way-between.ts';

const samples = (...changes: readonly number[]): WaySample[] =>
  changes.map((change, i) => ({ capturedAtMs: 100 * i, change }));
const changesOf = (way: readonly WaySample[]) => way.map(({ change }) => change);

describe('the way between rest and gesture', () => {
  it('is one when enough frames show a part of the change', () => {
    assert.equal(findWayFault(samples(0, 10, 20, 30), 2), undefined);
    assert.equal(findWayFault(samples(2, 14, 30), 1), undefined);
  });

  it('is none in stills: the ends alone, repeated or cut', () => {
    for (const stills of [[], [30], [0, 30], [0, 0, 0, 30], [0, 1, 29, 30], [0, 30, 30, 30]]) {
      assert.equal(findWayFault(samples(...stills), 1), 'nothing-between', stills.join());
    }
    assert.equal(findWayFault(samples(0, 15, 30), 2), 'nothing-between');
  });

  it('is none where nothing changes at all, or the last frame shows less than the first', () => {
    assert.equal(findWayFault(samples(5, 5, 5, 5), 1), 'nothing-between');
    assert.notEqual(findWayFault(samples(30, 29, 40, 0), 2), undefined);
  });

  it('takes no step over most of it', () => {
    assert.equal(findWayFault(samples(0, 4.6, 5, 30), 2), 'one-step');
  });

  it('has the face where it was a moment before', () => {
    const look = (x: number) => ({ eyes: [x, 0.4] as const, eyeSpan: 0.2, place: [] });
    const [a, b, c, d] = samples(0, 10, 20, 30);
    const frames = [a, b, c, d].flatMap((frame) => (frame ? [frame] : []));
    const at = (...xs: number[]) =>
      frames.map((frame, i) => ({ ...frame, look: look(xs[i] ?? 0) }));
    assert.equal(findWayFault(at(0.5, 0.52, 0.55, 0.6), 2), undefined);
    assert.equal(findWayFault(at(0.5, 0.25, 0.5, 0.5), 2), 'leap');
  });

  it('is no mixture of its two ends', () => {
    const from = [0, 80, 10, 200, 40, 0, 90, 10];
    const to = [90, 10, 200, 0, 10, 120, 0, 60];
    const moved = [10, 0, 80, 10, 200, 40, 0, 90];
    const between = (part: number) => from.map((v, i) => v + part * ((to[i] ?? 0) - v) + (i % 2));
    const way = (...places: number[][]) =>
      samples(0, 10, 20, 30).map((frame, i) => ({
        ...frame,
        look: { eyes: [0.5, 0.4] as const, eyeSpan: 0.2, place: places[i] ?? [] },
      }));
    assert.equal(findWayFault(way(from, between(0.4), between(0.6), to), 2), 'mixture');
    assert.equal(findWayFault(way(from, moved, moved, to), 2), undefined);
    // One picture throughout has no ends to be mixed.
    assert.equal(findWayFault(way(from, from, from, from), 2), undefined);
  });
});

describe('the frames that are sent of it', () => {
  it('are the ends and what lies evenly between', () => {
    const picked = pickWay(samples(0, 1, 2, 9, 11, 19, 25, 30), 4);
    assert.deepEqual(changesOf(picked), [0, 9, 19, 30]);
    assert.deepEqual(pickWay([], 4), []);
    assert.deepEqual(changesOf(pickWay(samples(0, 30), 4)), [0, 30]);
  });

  it('begin at the last rest, and go on only as more is shown', () => {
    const changes = [0, 1, 5, 9, 1, 0, 6, 12, 11, 14, 20, 20.5, 28];
    const way = changes.reduce<readonly WaySample[]>(
      (all, change, i) => followWay(all, { capturedAtMs: 100 * i, change }, 20),
      [],
    );
    assert.deepEqual(changesOf(way), [1, 6, 12, 14, 20, 28]);
    assert.deepEqual(followWay(way, undefined, 20), way);
  });

  it('are never many, however slow the movement', () => {
    const slow = Array.from({ length: 300 }, (_, i) => ({ capturedAtMs: 30 * i, change: i / 5 }));
    const way = slow.reduce<readonly WaySample[]>((all, one) => followWay(all, one, 20), []);
    assert.ok(way.length <= 8);
    const last = slow[299] as WaySample;
    assert.equal(findWayFault(wayTo(way, last), 2), undefined);
  });

  it('keep a frame at rest for a moment, for each costs a copy', () => {
    const resting = [0, 100, 200, 300, 400].map((capturedAtMs) => ({ capturedAtMs, change: 1 }));
    const kept = resting
      .map((_, i) => resting.slice(0, i + 1))
      .map((seen) => seen.reduce<readonly WaySample[]>((all, one) => followWay(all, one, 20), []))
      .map(([only]) => only?.capturedAtMs);
    assert.deepEqual(kept, [0, 0, 0, 300, 300]);
  });

  it('lean to the beginning, since the service sees the later half further along', () => {
    const way = samples(...Array.from({ length: 21 }, (_, i) => 5 * i));
    assert.deepEqual(changesOf(wayTo(way, way.at(-1) as WaySample)), [0, 25, 55, 100]);
  });

  it('are such as count as between, where there are enough of them', () => {
    const way = samples(0, 20, 40, 60, 80, 100);
    assert.deepEqual(changesOf(wayTo(way, way.at(-1) as WaySample)), [0, 40, 60, 100]);
    const few = samples(0, 20, 60, 85, 100);
    assert.deepEqual(changesOf(wayTo(few, few.at(-1) as WaySample)), [0, 20, 60, 100]);
  });

  it('end with the clearest, and hold nothing after it', () => {
    const way = samples(0, 10, 20, 25, 30);
    const clearest = way[3] as WaySample;
    assert.deepEqual(changesOf(wayTo(way, clearest)), [0, 10, 20, 25]);
    assert.deepEqual(wayTo([], clearest), [clearest]);
  });
});
