import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengePlan, ChallengeState } from '../../src/challenge/challenge-state.ts';
import type { GestureName } from '../../src/challenge/gesture.ts';
import { GUIDANCE } from '../../src/challenge/guidance-thresholds.ts';
import type { FaceMeasurements } from '../../src/face/face-signals.ts';
import { NEUTRAL, PEAK } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 40;
const FREE = 0.94;
const COVERED = 0.6;

class Play {
  readonly plan: ChallengePlan;
  state: ChallengeState = beginChallenge(0);
  nowMs = 0;
  hints = new Set<string>();

  constructor(gesture: GestureName) {
    this.plan = { attempts: [[gesture]], timeoutMs: 60_000, gestureToleranceMs: 60_000 };
  }

  feed(forMs: number, detectorScore: number, change: Partial<FaceMeasurements> = {}): this {
    for (const endMs = this.nowMs + forMs; this.nowMs < endMs; this.nowMs += FRAME_MS) {
      const face = { ...NEUTRAL, ...change, detectorScore };
      const signals = { capturedAtMs: this.nowMs, faceCount: 1, face } as const;
      this.state = advanceChallenge(this.plan, this.state, signals, this.nowMs).state;
      if ('hint' in this.state && this.state.hint) this.hints.add(this.state.hint);
    }
    return this;
  }
}

describe('a face with something before it', () => {
  it('is told so, and waited for', () => {
    const play = new Play('smile').feed(2000, COVERED);
    assert.equal(play.state.phase, 'positioning');
    assert.ok(play.hints.has('uncover-face'));
  });

  it('is taken as it is when that stays: some glasses cannot be taken off', () => {
    const play = new Play('smile').feed(GUIDANCE.patienceMs + 2000, COVERED);
    assert.equal(play.state.phase, 'gesture');
    play.feed(800, COVERED, PEAK.smile);
    assert.equal(play.state.phase, 'complete');
  });

  for (const gesture of ['turn-left', 'nod-up', 'open-mouth'] as const) {
    it(`makes no ${gesture}: a hand bends the mesh`, () => {
      const play = new Play(gesture).feed(1500, FREE);
      assert.equal(play.state.phase, 'gesture');
      play.feed(1000, COVERED, PEAK[gesture]).feed(1000, COVERED);
      assert.equal(play.state.phase, 'gesture');
      assert.ok(play.hints.has('uncover-face'));
      play.feed(500, FREE).feed(800, FREE, PEAK[gesture]).feed(400, FREE);
      assert.equal(play.state.phase, 'complete');
    });
  }

  it('a nod that hides the face from the detector for a moment is a nod', () => {
    const play = new Play('nod-up').feed(1500, FREE).feed(800, 0.7, PEAK['nod-up']);
    assert.equal(play.state.phase, 'complete');
  });

  it('in a mask makes no smile, unless it wore it from the beginning', () => {
    const bare = { cover: { noseColour: 0.1, eyeShade: 0.1 } };
    const masked = { cover: { noseColour: 0.6, eyeShade: 0.1 } };
    const putOn = new Play('smile').feed(1500, FREE, bare);
    assert.equal(putOn.state.phase, 'gesture');
    putOn.feed(1500, FREE, { ...PEAK.smile, ...masked });
    assert.equal(putOn.state.phase, 'gesture');
    assert.ok(putOn.hints.has('uncover-face'));
    const worn = new Play('smile').feed(GUIDANCE.patienceMs + 2000, FREE, masked);
    assert.ok(worn.hints.has('uncover-face'));
    worn.feed(1500, FREE, { ...PEAK.smile, ...masked });
    assert.equal(worn.state.phase, 'complete');
  });
});
