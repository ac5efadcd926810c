import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceGesture } from '../../src/challenge/advance-gesture.ts';
import { compareFaces } from '../../src/challenge/face-change.ts';
import { GESTURES } from '../../src/challenge/gesture.ts';
import { ASKED, type GestureProgress } from '../../src/challenge/gesture-progress.ts';
import type { GestureRecord } from '../../src/challenge/gestures/gesture-record.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 100;
const left = GESTURES['turn-left'].page.measure;
const right = GESTURES['turn-right'].page.measure;

/** The head turns to both sides, whichever comes first. */
const BOTH_SIDES: GestureRecord = {
  ...GESTURES['turn-left'],
  course: {
    kind: 'peaks',
    longestMs: 2000,
    orders: [
      [left, right],
      [right, left],
    ],
  },
  page: {
    smallestChange: {},
    measure: (fromNeutral, fromRecent) => {
      const sides = [left(fromNeutral, fromRecent), right(fromNeutral, fromRecent)];
      const judged = sides.filter((side) => side !== undefined);
      return judged.length > 0 ? Math.max(...judged) : undefined;
    },
  },
};

/** Whether the sequence is seen when the head rests and then turns by these degrees, frame by frame. */
function play(yaws: readonly (number | undefined)[]): { seen: boolean; clearest: number[] } {
  let progress: GestureProgress = ASKED;
  const clearest: number[] = [];
  for (const [frame, yaw] of [0, 0, 0, 0, ...yaws].entries()) {
    const change =
      yaw === undefined ? undefined : compareFaces({ ...NEUTRAL, yawDegrees: yaw }, NEUTRAL);
    const next = advanceGesture(BOTH_SIDES, progress, change, frame * FRAME_MS);
    progress = next.progress;
    if (next.clearest) clearest.push(yaw ?? 0);
  }
  return { seen: progress.phase === 'seen', clearest };
}

describe('a sequence of peaks', () => {
  it('counts in each of its orders, and the strongest peak is the clearest', () => {
    assert.deepEqual(play([16, 22, 0, -18]), { seen: true, clearest: [16, 22] });
    assert.deepEqual(play([-16, 0, 24]), { seen: true, clearest: [-16, 24] });
  });

  it('does not count when only one side is shown, however often', () => {
    assert.equal(play([20, 0, 20, 0, 20]).seen, false);
  });

  it('does not count when the second peak is too small', () => {
    assert.equal(play([20, 0, -10, 0]).seen, false);
  });

  it('begins again when it takes too long', () => {
    const slow = [20, ...Array<number>(25).fill(0), -20];
    assert.equal(play(slow).seen, false);
    assert.equal(play([...slow, 0, 0, 0, -20]).seen, false, 'the first peak is forgotten');
  });

  it('goes on when the face was away for a moment', () => {
    assert.equal(play([20, undefined, undefined, -20]).seen, true);
  });
});
