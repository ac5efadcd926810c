import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengePlan, ChallengeState } from '../../src/challenge/challenge-state.ts';
import type { GestureName } from '../../src/challenge/gesture.ts';
import type { FaceMeasurements, FaceSignals } from '../../src/face/face-signals.ts';
import { NEUTRAL, PEAK } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 40;
const NOBODY = 'nobody';
const SMILE = PEAK.smile;

/** Two gestures, of which only those that were told are in the plan. */
class PacedPlay {
  told: GestureName[] = [];
  state: ChallengeState = beginChallenge(0);
  nowMs = 0;
  kept = 0;

  feed(forMs: number, change: Partial<FaceMeasurements> | typeof NOBODY = {}): this {
    const plan: ChallengePlan = {
      attempts: [this.told, this.told],
      gestureCount: 2,
      timeoutMs: 4000,
      gestureToleranceMs: 3000,
    };
    const signals: FaceSignals =
      change === NOBODY
        ? { capturedAtMs: 0, faceCount: 0 }
        : { capturedAtMs: 0, faceCount: 1, face: { ...NEUTRAL, ...change } };
    for (const endMs = this.nowMs + forMs; this.nowMs < endMs; this.nowMs += FRAME_MS) {
      const { state, keepFrame } = advanceChallenge(plan, this.state, signals, this.nowMs);
      this.state = state;
      if (keepFrame) this.kept++;
    }
    return this;
  }
}

/** Which gesture is being asked for or awaited; undefined when none is. */
const indexOf = ({ state }: PacedPlay) => (state.phase === 'gesture' ? state.index : undefined);

const begun = () => new PacedPlay().feed(1200);

describe('a gesture that is not known yet', () => {
  it('is waited for, without an end to it and without keeping a frame', () => {
    const play = begun();
    assert.equal(play.state.phase, 'gesture');
    const { kept } = play;
    play.feed(60_000, SMILE);
    assert.equal(play.state.phase, 'gesture');
    assert.equal(play.kept, kept);
  });

  it('has its whole time from the moment that it is told, and so have all of them together', () => {
    const play = begun().feed(10_000);
    play.told = ['smile'];
    play.feed(2400);
    assert.equal(play.state.phase, 'gesture');
    play.feed(400, SMILE).feed(200);
    assert.equal(indexOf(play), 1);
    play.feed(10_000);
    assert.equal(indexOf(play), 1, 'the second is awaited');
    play.told = ['smile', 'open-mouth'];
    play.feed(1200);
    assert.ok('attempt' in play.state && play.state.attempt === 1, 'over after 4 s for both');
  });

  it('does not count when it was made before it was told', () => {
    const play = begun().feed(1000, SMILE);
    play.told = ['smile'];
    play.feed(1000, SMILE);
    assert.equal(indexOf(play), 0);
    play.feed(900).feed(500, SMILE).feed(400);
    assert.equal(indexOf(play), 1);
  });

  it('is not waited for without a face: who comes back may be another', () => {
    const play = begun().feed(1000, NOBODY);
    assert.equal(play.state.phase, 'positioning');
  });
});

describe('the last gesture', () => {
  it('ends the challenge when all that were promised are done', () => {
    const play = begun();
    play.told = ['smile'];
    play.feed(400).feed(400, SMILE).feed(400);
    assert.equal(play.state.phase, 'gesture');
    play.told = ['smile', 'open-mouth'];
    play.feed(400).feed(400, { mouthOpeningRatio: 0.6 }).feed(400);
    assert.equal(play.state.phase, 'complete');
  });
});
