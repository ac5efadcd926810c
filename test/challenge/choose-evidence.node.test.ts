import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isBetterEvidence, type KeptEvidence } from '../../src/challenge/choose-evidence.ts';

/** Which of the frames is kept in the end. */
function kept(frames: readonly KeptEvidence[]): number {
  let best: KeptEvidence | undefined;
  let index = -1;
  let peak = 0;
  for (const [at, frame] of frames.entries()) {
    peak = Math.max(peak, frame.strength);
    if (isBetterEvidence(best, frame, peak)) {
      best = frame;
      index = at;
    }
  }
  return index;
}

const frame = (strength: number, sharpness?: number): KeptEvidence => ({ strength, sharpness });

describe('the evidence of a gesture', () => {
  it('is the strongest frame when all are as sharp', () => {
    assert.equal(kept([frame(1, 0.04), frame(1.6, 0.041), frame(1.3, 0.042)]), 1);
  });

  it('is the strongest frame when sharpness is not known', () => {
    assert.equal(kept([frame(1), frame(1.6), frame(1.3)]), 1);
  });

  it('is the sharpest of those near the peak, before it or after it', () => {
    assert.equal(kept([frame(1.5, 0.04), frame(1.6, 0.01), frame(1.2, 0.05)]), 0);
    assert.equal(kept([frame(1.2, 0.04), frame(1.6, 0.01), frame(1.55, 0.03)]), 2);
  });

  it('is at the peak although a much weaker frame is sharper', () => {
    assert.equal(kept([frame(1.1, 0.08), frame(1.6, 0.01)]), 1);
  });

  it('is none below the threshold', () => {
    assert.equal(kept([frame(0.9, 0.08)]), -1);
  });
});
