import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { type CaptureTime, captureTime } from '../../src/camera/picture-source.ts';

/** The times of pictures that the camera took at these times of its own, in ms, and that arrived so much later. */
function timesOf(pictures: readonly (readonly [cameraMs: number, wayMs: number])[]): number[] {
  const ahead = 5000;
  let time: CaptureTime | undefined;
  return pictures.map(([cameraMs, wayMs]) => {
    time = captureTime(time, cameraMs * 1000, cameraMs + ahead + wayMs);
    return time.capturedAtMs - ahead;
  });
}

describe('the time at which a picture was taken', () => {
  it('is that of the camera, however late the picture comes', () => {
    const times = timesOf([
      [0, 2],
      [33, 90],
      [66, 60],
      [100, 2],
    ]);
    assert.deepEqual(times, [2, 35, 68, 102]);
  });

  it('is corrected by a picture that is quicker than all before', () => {
    const times = timesOf([
      [0, 12],
      [33, 2],
      [66, 12],
    ]);
    assert.deepEqual(times, [12, 35, 68]);
  });

  it('never goes back, even when the first picture came late', () => {
    const times = timesOf([
      [0, 200],
      [33, 180],
      [200, 20],
      [300, 2],
    ]);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
    assert.equal(new Set(times).size, 4);
    assert.deepEqual(times, [200, 213, 220, 302]);
  });

  it('goes on when the camera sets its clock anew', () => {
    let time = captureTime(undefined, 9_000_000, 100);
    time = captureTime(time, 0, 133);
    assert.equal(time.capturedAtMs, 133);
    time = captureTime(time, 33_000, 170);
    assert.equal(time.capturedAtMs, 166);
  });

  it('goes on when the camera has no clock', () => {
    let time: CaptureTime | undefined;
    const times = [10, 43, 76].map((arrivedAtMs) => {
      time = captureTime(time, 0, arrivedAtMs);
      return time.capturedAtMs;
    });
    assert.deepEqual(times, [10, 43, 76]);
  });
});
