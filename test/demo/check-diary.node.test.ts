import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CheckDiary } from '../../demo/devices/check-diary.ts';
import type { CheckState } from '../../src/check/check-state.ts';

const preparing: CheckState = { name: 'preparing', loadedBytes: 0, totalBytes: 0 };
const positioning: CheckState = { name: 'positioning', hint: 'no-face', restarted: false };

describe('the diary of a check', () => {
  it('has what the check took, from Start on', () => {
    const diary = new CheckDiary(1000, false);
    diary.noteState(preparing, 1000);
    diary.noteState(positioning, 2500);
    for (const [capturedAtMs, hasFace] of [
      [2600, false],
      [2700, true],
      [2800, true],
    ] as const) {
      diary.notePicture(capturedAtMs, hasFace, capturedAtMs + 50);
    }
    diary.end('live, 0.98', 9000);
    assert.deepEqual(diary.record(20_000), {
      isSimulated: false,
      outcome: 'live, 0.98',
      seconds: 8,
      secondsToCamera: 1.5,
      secondsToFace: 1.75,
      picturesPerSecond: 10,
      captureToSignalMs: { middle: 50, slow: 50 },
      events: [
        { atSeconds: 0, what: 'preparing' },
        { atSeconds: 1.5, what: 'positioning' },
        { atSeconds: 8, what: 'live, 0.98' },
      ],
    });
  });

  it('has a state once, and each change of the camera’s picture', () => {
    const diary = new CheckDiary(0, true);
    diary.noteState(preparing, 0);
    assert.equal(diary.noteState({ ...preparing, loadedBytes: 5 }, 10), false);
    for (const camera of ['wide', 'wide', 'upright']) diary.noteCamera(camera, 20);
    assert.deepEqual(
      diary.record(30).events.map(({ what }) => what),
      ['preparing', 'camera: wide', 'camera: upright'],
    );
  });

  it('is closed at the end: nothing that comes later is of this check', () => {
    const diary = new CheckDiary(0, false);
    diary.end('camera-denied', 400);
    diary.noteEvent('page hidden', 500);
    diary.notePicture(450, true, 500);
    const { outcome, events, ...rest } = diary.record(600);
    assert.equal(outcome, 'camera-denied');
    assert.equal(events.length, 1);
    assert.deepEqual(rest, { isSimulated: false, seconds: 0.4 });
  });

  it('stays small however long a check flickers', () => {
    const diary = new CheckDiary(0, false);
    for (let time = 0; time < 1000; time++) diary.noteEvent(`page ${time}`, time);
    assert.equal(diary.record(1000).events.length, 120);
  });
});
