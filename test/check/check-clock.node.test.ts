import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckClock } from '../../src/check/check-clock.ts';

const play = (...framesMs: number[]): number[] => {
  const clock = new CheckClock();
  return framesMs.map((frameMs) => clock.tick(frameMs));
};

describe('CheckClock', () => {
  it('begins with the first frame, whenever that comes', () => {
    assert.deepEqual(play(123_456), [0]);
  });

  it('runs with the frames', () => {
    assert.deepEqual(play(1000, 1040, 1100), [0, 40, 100]);
  });

  it('does not run while no frames come', () => {
    const [, , afterPause, next] = play(0, 40, 60_040, 60_080);
    assert.ok(afterPause !== undefined && afterPause <= 540);
    assert.equal(next, afterPause + 40);
  });

  it('never runs backwards, and runs on after a frame that is older than the last', () => {
    assert.deepEqual(play(100, 140, 120, 160), [0, 40, 40, 80]);
  });
});
