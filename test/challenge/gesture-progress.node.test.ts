import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceGesture } from '../../src/challenge/advance-gesture.ts';
import type { FaceChange } from '../../src/challenge/face-change.ts';
import { GESTURES, type GestureName } from '../../src/challenge/gesture.ts';
import { ASKED, type GestureProgress } from '../../src/challenge/gesture-progress.ts';

const FRAME_MS = 33;

const REST: FaceChange = {
  yawDegrees: 0,
  pitchDegrees: 0,
  rollDegrees: 0,
  leftEyeClosure: 0,
  rightEyeClosure: 0,
  mouthWidening: 0,
  mouthOpening: 0,
  leftCornerLift: 0,
  rightCornerLift: 0,
};
const SMILE = { mouthWidening: 0.25, leftCornerLift: 0.12, rightCornerLift: 0.1 };

/** One gesture that is asked for, and a face that changes in steps and ramps. */
class Asked {
  progress: GestureProgress = ASKED;
  nowMs = 0;
  readonly gesture: GestureName;

  constructor(gesture: GestureName) {
    this.gesture = gesture;
  }

  /** The face stays so. */
  hold(change: Partial<FaceChange>, forMs: number): this {
    return this.move(() => change, forMs);
  }

  /** `change` is asked with the part of the time that has gone by, 0 to 1. */
  move(change: (part: number) => Partial<FaceChange>, forMs: number): this {
    const startMs = this.nowMs;
    for (; this.nowMs < startMs + forMs; this.nowMs += FRAME_MS) {
      const now = { ...REST, ...change((this.nowMs - startMs) / forMs) };
      this.progress = advanceGesture(
        GESTURES[this.gesture],
        this.progress,
        now,
        this.nowMs,
      ).progress;
    }
    return this;
  }

  get isSeen(): boolean {
    return this.progress.phase === 'seen';
  }
}

const rested = (gesture: GestureName) => new Asked(gesture).hold({}, 500);

describe('a gesture against the last moments', () => {
  it('a head that drifts out of its pose does not turn or nod', () => {
    for (const [gesture, signal] of [
      ['turn-left', 'yawDegrees'],
      ['nod-up', 'pitchDegrees'],
    ] as const) {
      const drifting = rested(gesture).move((part) => ({ [signal]: 18 * part }), 6000);
      assert.equal(drifting.isSeen, false, gesture);
    }
  });

  it('a head that has settled beside its neutral pose still turns, nods and blinks', () => {
    const settled = { yawDegrees: 9, pitchDegrees: -6 };
    const shut = { leftEyeClosure: 0.8, rightEyeClosure: 0.8 };
    assert.ok(
      new Asked('turn-left').hold(settled, 2000).hold({ yawDegrees: 26 }, 500).isSeen,
      'turn',
    );
    assert.ok(
      new Asked('nod-down').hold(settled, 2000).hold({ yawDegrees: 9, pitchDegrees: -20 }, 500)
        .isSeen,
      'nod',
    );
    assert.ok(
      new Asked('blink')
        .hold(settled, 2000)
        .hold({ ...settled, ...shut }, 130)
        .hold(settled, 200).isSeen,
      'blink',
    );
  });

  it('the way back from the other side is no turn', () => {
    const turnedLeft = new Asked('turn-right').hold({ yawDegrees: 35 }, 2000);
    assert.equal(turnedLeft.hold({}, 1000).isSeen, false);
  });

  it('a nod that takes a second to its end is seen', () => {
    const nodding = rested('nod-down').move((part) => ({ pitchDegrees: -15 * part }), 900);
    assert.ok(nodding.hold({ pitchDegrees: -15 }, 300).isSeen);
  });

  it('eyes that have narrowed since the neutral face still blink', () => {
    const narrow = { leftEyeClosure: 0.3, rightEyeClosure: 0.3 };
    const blink = new Asked('blink')
      .hold(narrow, 2000)
      .hold({ leftEyeClosure: 0.75, rightEyeClosure: 0.75 }, 130)
      .hold(narrow, 200);
    assert.ok(blink.isSeen);
  });
});

/** Whether a smile that comes and goes in 60 ms each, with `lastsMs` between the middles of the two, is seen. */
function smileOf(lastsMs: number, frameMs: number): boolean {
  let progress: GestureProgress = ASKED;
  const fromMs = 1010;
  for (let nowMs = 0; nowMs < 3000 && progress.phase !== 'seen'; nowMs += frameMs) {
    const part = Math.min((nowMs - fromMs) / 60, (fromMs + 60 + lastsMs - nowMs) / 60, 1);
    const now = { ...REST };
    if (part > 0) {
      for (const [signal, value] of Object.entries(SMILE))
        Object.assign(now, { [signal]: part * value });
    }
    ({ progress } = advanceGesture(GESTURES.smile, progress, now, nowMs));
  }
  return progress.phase === 'seen';
}

describe('how long a gesture lasts', () => {
  it('a smile is sustained, a vowel is not', () => {
    assert.ok(rested('smile').hold(SMILE, 600).isSeen);
    assert.equal(rested('smile').hold(SMILE, 250).hold({}, 400).isSeen, false);
  });

  it('a mouth that opens for a syllable is not opened', () => {
    assert.ok(rested('open-mouth').hold({ mouthOpening: 0.6 }, 500).isSeen);
    const syllables = rested('open-mouth');
    for (let i = 0; i < 8; i++) syllables.hold({ mouthOpening: 0.5 }, 60).hold({}, 200);
    assert.equal(syllables.isSeen, false);
  });

  it('a syllable before it does not hide an open mouth', () => {
    const speaking = rested('open-mouth').hold({ mouthOpening: 0.5 }, 40).hold({}, 70);
    assert.ok(speaking.hold({ mouthOpening: 0.6 }, 400).isSeen);
  });

  it('a smile is as long at 12 as at 40 frames a second', () => {
    for (const frameMs of [25, 33, 50, 67, 80]) {
      for (const [lastsMs, isSeen] of [
        [440, true],
        [250, false],
      ] as const) {
        assert.equal(smileOf(lastsMs, frameMs), isSeen, `${lastsMs} ms, frames of ${frameMs} ms`);
      }
    }
  });

  it('a squeezed blink of half a second is a blink, closed eyes are none', () => {
    const shut = { leftEyeClosure: 0.8, rightEyeClosure: 0.8 };
    assert.ok(rested('blink').hold(shut, 540).hold({}, 200).isSeen);
    assert.equal(rested('blink').hold(shut, 1200).hold({}, 200).isSeen, false);
  });
});

describe('a smile', () => {
  it('pulls up both corners of the mouth: a smirk is none', () => {
    assert.equal(rested('smile').hold({ ...SMILE, rightCornerLift: -0.02 }, 1500).isSeen, false);
  });

  it('that turns into a shout is none', () => {
    const shout = { mouthWidening: 0.4, mouthOpening: 0.8 };
    assert.equal(rested('smile').hold(SMILE, 250).hold(shout, 1000).isSeen, false);
  });
});
