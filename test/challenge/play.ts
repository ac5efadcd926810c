import assert from 'node:assert/strict';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengePlan, ChallengeState } from '../../src/challenge/challenge-state.ts';
import { GESTURES, type GestureName } from '../../src/challenge/gesture.ts';
import type { WaySample } from '../../src/challenge/way-between.ts';
import type { FaceMeasurements, FaceSignals } from '../../src/face/face-signals.ts';
import { facesOf, NEUTRAL, partOf } from '../fixtures/gesture-faces.ts';

export const FRAME_MS = 40;

/** One face, at rest but for this. */
export function looking(change: Partial<FaceMeasurements> = {}): FaceSignals {
  return { capturedAtMs: 0, faceCount: 1, face: { ...NEUTRAL, ...change } };
}

/** A challenge that is fed frame by frame, and remembers which frames it wanted to keep. */
export class Play {
  readonly plan: ChallengePlan;
  state: ChallengeState = beginChallenge(0);
  nowMs = 0;
  kept: FaceSignals[] = [];
  /** What time-outs led to. */
  helps: string[] = [];
  /** Of the last gesture that was done. */
  way: readonly WaySample[] | undefined;

  constructor(plan: Partial<ChallengePlan> & Pick<ChallengePlan, 'attempts'>) {
    this.plan = { timeoutMs: 15_000, gestureToleranceMs: 3000, ...plan };
  }

  feed(signals: FaceSignals, forMs: number): this {
    for (const endMs = this.nowMs + forMs; this.nowMs < endMs; this.nowMs += FRAME_MS) {
      const taken = { ...signals, capturedAtMs: this.nowMs };
      const advance = advanceChallenge(this.plan, this.state, taken, this.nowMs);
      const { state, keepFrame, way, help } = advance;
      if (help) this.helps.push(help);
      this.state = state;
      if (keepFrame) this.kept.push(signals);
      if (way) this.way = way;
    }
    return this;
  }

  /** In place and still, until the first gesture is asked. */
  settle(): this {
    for (let ms = 0; ms < 3000 && this.state.phase !== 'gesture'; ms += FRAME_MS) {
      this.feed(looking(), FRAME_MS);
    }
    assert.equal(this.state.phase, 'gesture');
    return this;
  }

  /** The same, with some frames on the way to the peak. */
  performSlowly(gesture: GestureName): this {
    this.feed(looking(), 400);
    const [peak = NEUTRAL] = facesOf(gesture);
    for (const part of [0.2, 0.4, 0.6, 0.8]) this.feed(looking(partOf(peak, part)), FRAME_MS);
    return this.feed(looking(peak), 600).feed(looking(), 400);
  }

  /** With nothing between rest and peak. */
  perform(gesture: GestureName): this {
    const peakMs = GESTURES[gesture].course.kind === 'closing' ? 120 : 600;
    this.feed(looking(), 400);
    for (const peak of facesOf(gesture)) this.feed(looking(peak), peakMs);
    return this.feed(looking(), 400);
  }
}
