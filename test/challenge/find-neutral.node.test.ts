import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengePlan, ChallengeState } from '../../src/challenge/challenge-state.ts';
import { POSITIONING_LIMIT_MS } from '../../src/challenge/challenge-thresholds.ts';
import { GUIDANCE } from '../../src/challenge/guidance-thresholds.ts';
import type { FaceMeasurements, FaceSignals } from '../../src/face/face-signals.ts';
import type { FaceQuality } from '../../src/mesh/face-light.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 40;
const PLAN: ChallengePlan = {
  attempts: [['smile', 'blink'], ['blink']],
  timeoutMs: 15_000,
  gestureToleranceMs: 3000,
};
const CLEAR: FaceQuality = {
  luminance: 120,
  backgroundLuminance: 150,
  clippedShare: 0,
  sharpness: 0.04,
};

function seen(quality: Partial<FaceQuality>, face: Partial<FaceMeasurements> = {}): FaceSignals {
  const measured = { ...NEUTRAL, quality: { ...CLEAR, ...quality }, ...face };
  return { capturedAtMs: 0, faceCount: 1, face: measured };
}

function isSearching({ phase }: ChallengeState): boolean {
  return phase === 'positioning' || phase === 'holding';
}

/** Feeds the same signals for a while; returns every state, and the signals of the frames that were to be kept. */
class Play {
  readonly plan: ChallengePlan;
  state: ChallengeState = beginChallenge(0);
  nowMs = 0;
  hints = new Set<string>();
  kept: FaceSignals[] = [];

  constructor(plan: Partial<ChallengePlan> = {}) {
    this.plan = { ...PLAN, ...plan };
  }

  feed(signals: FaceSignals, forMs: number): this {
    for (const endMs = this.nowMs + forMs; this.nowMs < endMs; this.nowMs += FRAME_MS) {
      const { state, keepFrame } = advanceChallenge(this.plan, this.state, signals, this.nowMs);
      this.state = state;
      if (keepFrame) this.kept.push(signals);
      if ('hint' in state && state.hint) this.hints.add(state.hint);
    }
    return this;
  }
}

describe('the quality of the neutral image', () => {
  it('a face in the dark is not taken, however long it waits', () => {
    const { state, hints } = new Play().feed(seen({ luminance: 9 }), 10_000);
    assert.equal(state.phase, 'positioning');
    assert.ok(hints.has('too-dark'));
  });

  it('a face in the dark is taken when the filter is off', () => {
    const play = new Play({ imageQualityFilter: false }).feed(seen({ luminance: 9 }), 2000);
    assert.equal(play.state.phase, 'gesture');
  });

  const ADVICE: [fact: string, signals: FaceSignals, hint: string][] = [
    ['light behind the person', seen({ luminance: 34, backgroundLuminance: 196 }), 'backlit'],
    ['a soft lens', seen({ sharpness: 0.003 }), 'blurred'],
    [
      'narrow eyes',
      seen({}, { eyeAspectRatioLeft: 0.15, eyeAspectRatioRight: 0.15 }),
      'eyes-closed',
    ],
  ];
  for (const [fact, signals, hint] of ADVICE) {
    it(`${fact} is told for a while and then accepted: nobody is locked out`, () => {
      const play = new Play().feed(signals, GUIDANCE.patienceMs - 200);
      assert.equal(play.state.phase, 'positioning');
      assert.ok(play.hints.has(hint));
      play.feed(signals, 1600);
      assert.equal(play.state.phase, 'gesture');
    });
  }

  it('advice that was followed holds nobody up', () => {
    const play = new Play().feed(seen({ sharpness: 0.003 }), 1000).feed(seen({}), 1200);
    assert.equal(play.state.phase, 'gesture');
  });

  it('a blink while holding still does not begin again', () => {
    const shut = { eyeAspectRatioLeft: 0.08, eyeAspectRatioRight: 0.08 };
    const play = new Play().feed(seen({}), 400);
    assert.equal(play.state.phase, 'holding');
    play.feed(seen({}, shut), 160);
    assert.equal(play.state.phase, 'holding');
    assert.equal(play.feed(seen({}), 600).state.phase, 'gesture');
  });

  it('the sharper of two equal faces is the neutral image', () => {
    const sharp = seen({ sharpness: 0.05 });
    const play = new Play().feed(seen({ sharpness: 0.02 }), 400).feed(sharp, 80);
    play.feed(seen({ sharpness: 0.02 }), 600);
    assert.equal(play.state.phase, 'gesture');
    assert.deepEqual(play.kept.at(-1), sharp);
  });
});

describe('another face', () => {
  const elsewhere = seen({}, { box: { ...NEUTRAL.box, x: NEUTRAL.box.x + 0.22 } });

  it('that jumps into the picture during the gestures starts them again', () => {
    const play = new Play().feed(seen({}), 1600);
    assert.equal(play.state.phase, 'gesture');
    const { state } = play.feed(elsewhere, FRAME_MS);
    assert.equal(state.phase === 'positioning' && state.attempt, 0);
  });

  it('that jumps in while holding starts the holding again', () => {
    const near = seen({}, { box: { x: 0.16, y: 0.2, width: 0.4, height: 0.5 } });
    const far = seen({}, { box: { x: 0.44, y: 0.25, width: 0.36, height: 0.45 } });
    const other = new Play().feed(near, 400);
    assert.equal(other.state.phase, 'holding');
    assert.equal(other.feed(far, FRAME_MS).state.phase, 'positioning');
  });

  it('a head that moves as far in a second is the same face', () => {
    const play = new Play().feed(seen({}), 1600);
    for (let step = 1; step <= 25; step++) {
      const box = { ...NEUTRAL.box, x: NEUTRAL.box.x + 0.26 * (step / 25) };
      play.feed(seen({}, { box }), step < 25 ? FRAME_MS : 400);
    }
    assert.equal(play.state.phase, 'gesture');
    assert.ok(play.hints.has('move-right'));
  });
});

describe('people who cannot do as they are told', () => {
  const after = (ms: number, face: Partial<FaceMeasurements>): ChallengeState =>
    new Play().feed(seen({}, face), ms).state;

  it('a head that stays beside the camera is taken after a while, and not before', () => {
    assert.equal(after(GUIDANCE.strictnessMs - 500, { yawDegrees: -18 }).phase, 'positioning');
    assert.equal(after(GUIDANCE.strictnessMs + 2000, { yawDegrees: -18 }).phase, 'gesture');
  });

  it('a head that looks away is never taken, and not told so for ever', () => {
    assert.equal(after(30_000, { yawDegrees: -30 }).phase, 'positioning');
    assert.deepEqual(after(POSITIONING_LIMIT_MS + 100, { yawDegrees: -30 }), {
      phase: 'failed',
      code: 'check-timeout',
      hint: 'look-straight',
    });
  });

  it('a mouth that never rests is taken in the end, and not before', () => {
    const open = { mouthOpeningRatio: 0.5 };
    assert.equal(after(GUIDANCE.lastResortMs - 500, open).phase, 'positioning');
    assert.equal(after(GUIDANCE.lastResortMs + 2000, open).phase, 'gesture');
  });

  it('a face that stays beside the middle is taken after a while, where all of it is in the picture', () => {
    const beside = { box: { ...NEUTRAL.box, x: NEUTRAL.box.x + 0.22 } };
    assert.equal(after(GUIDANCE.strictnessMs - 500, beside).phase, 'positioning');
    assert.equal(after(GUIDANCE.strictnessMs + 2000, beside).phase, 'gesture');
    const cut = { box: { ...NEUTRAL.box, x: 1 - NEUTRAL.box.width + 0.01 } };
    assert.equal(after(GUIDANCE.strictnessMs + 2000, cut).phase, 'positioning');
  });

  it('who was told where to be is told of the mask all the same', () => {
    const beside = { box: { ...NEUTRAL.box, x: NEUTRAL.box.x + 0.22 } };
    const play = new Play().feed(seen({}, beside), GUIDANCE.patienceMs + 500);
    play.feed(seen({}, { detectorScore: 0.7 }), 600);
    assert.ok(play.hints.has('uncover-face'));
    assert.equal(play.state.phase, 'positioning');
  });

  it('a head that never keeps still is taken in the end, and one that shakes is told so and no longer', () => {
    const swaying = (degrees: number): Play => {
      const play = new Play();
      const endMs = POSITIONING_LIMIT_MS + 3000;
      for (let way = 0; play.nowMs < endMs && isSearching(play.state); way++) {
        play.feed(seen({}, { yawDegrees: (way % 2 ? 1 : -1) * (degrees / 2) }), 240);
      }
      return play;
    };
    const restless = swaying(9);
    assert.equal(restless.state.phase, 'gesture');
    assert.ok(restless.nowMs > GUIDANCE.strictnessMs, String(restless.nowMs));
    const { state, nowMs } = swaying(20);
    assert.deepEqual(state, { phase: 'failed', code: 'check-timeout', hint: 'hold-still' });
    assert.ok(nowMs < POSITIONING_LIMIT_MS + 2000, String(nowMs));
  });

  it('eyes that stay all but shut end the search, which says so', () => {
    const { state } = new Play().feed(
      seen({}, { eyeAspectRatioLeft: 0.1, eyeAspectRatioRight: 0.1 }),
      POSITIONING_LIMIT_MS + 2000,
    );
    assert.deepEqual(state, { phase: 'failed', code: 'check-timeout', hint: 'eyes-closed' });
  });

  it('a mouth that hangs at one side is taken after a while, and not before', () => {
    const uneven = { cornerToEyeLeft: 0.7 };
    assert.equal(after(GUIDANCE.strictnessMs - 500, uneven).phase, 'positioning');
    assert.equal(after(GUIDANCE.strictnessMs + 2000, uneven).phase, 'gesture');
  });

  it('a head beside the camera is no reason to take a smile for a face at rest', () => {
    const smiling = { yawDegrees: -18, mouthWidthRatio: 0.78 };
    const play = new Play().feed(seen({}, smiling), GUIDANCE.strictnessMs + 2000);
    assert.equal(play.state.phase, 'positioning');
    assert.ok(play.hints.has('relax-face'));
    play.feed(seen({}, { yawDegrees: -18 }), 2000);
    assert.equal(play.state.phase, 'gesture');
  });

  it('somebody who talks all the time is asked in the end', () => {
    const play = new Play();
    for (let word = 0; word < 40 && play.state.phase !== 'gesture'; word++) {
      play.feed(seen({}, { mouthOpeningRatio: word % 2 ? 0.18 : 0.02 }), 160);
    }
    assert.equal(play.state.phase, 'gesture');
    assert.ok(play.nowMs > GUIDANCE.silenceMs);
  });
});
