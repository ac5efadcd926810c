import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GESTURE_NAMES, type GestureName } from '../../src/challenge/gesture.ts';
import { DOT } from '../../src/challenge/gestures/follow-dot.ts';
import { type Expression, NEUTRAL_EXPRESSION } from '../../src/testing/expression.ts';
import { gestureTimeline } from '../../src/testing/gesture-timeline.ts';
import { createIdleMotion } from '../../src/testing/idle-motion.ts';

describe('the timeline of a gesture', () => {
  for (const gesture of GESTURE_NAMES) {
    const { durationMs, expressionAt, peaksAtMs } = gestureTimeline(gesture);
    const peaks = peaksAtMs.map(expressionAt);

    it(`of ${gesture} starts and ends neutral, and is wholly made in between`, () => {
      assert.deepEqual(expressionAt(0), NEUTRAL_EXPRESSION);
      assert.deepEqual(expressionAt(durationMs), NEUTRAL_EXPRESSION);
      assert.ok(peaks.length > 0);
      for (const [place, peak] of peaks.entries()) {
        assert.notDeepEqual(peak, NEUTRAL_EXPRESSION);
        // It stays there for a moment.
        assert.deepEqual(expressionAt((peaksAtMs[place] ?? 0) + 20), peak);
      }
    });

    it(`of ${gesture} stays neutral before and after`, () => {
      assert.deepEqual(expressionAt(-50), NEUTRAL_EXPRESSION);
      assert.deepEqual(expressionAt(durationMs + 5000), NEUTRAL_EXPRESSION);
    });

    it(`of ${gesture} has no jump: five milliseconds move at most a ninth of it`, () => {
      for (const [key, peak] of strongestOf(peaks)) {
        for (let atMs = 0; atMs < durationMs; atMs += 5) {
          const of = (ms: number): number => expressionAt(ms)[key as keyof Expression];
          const step = Math.abs(of(atMs + 5) - of(atMs));
          assert.ok(step <= peak / 9, `${step} at ${atMs} ms`);
        }
      }
    });
  }

  it('goes as far as people who follow an instruction do', () => {
    const peakOf = (gesture: GestureName) => {
      const { expressionAt, peaksAtMs } = gestureTimeline(gesture);
      return expressionAt(peaksAtMs[0] ?? 0);
    };
    assert.deepEqual(peakOf('blink'), { ...NEUTRAL_EXPRESSION, blinkLeft: 1, blinkRight: 1 });
    assert.deepEqual(peakOf('turn-right'), { ...NEUTRAL_EXPRESSION, yawDegrees: -28 });
    assert.deepEqual(peakOf('nod-up'), { ...NEUTRAL_EXPRESSION, pitchDegrees: 20 });
  });

  it('of a blink is over within the 500 ms that a blink may take', () => {
    assert.ok(gestureTimeline('blink').durationMs < 400);
  });
});

describe('the motion of an idle head', () => {
  it('is the same for the same seed and another for another', () => {
    assert.deepEqual(createIdleMotion(4)(1234), createIdleMotion(4)(1234));
    assert.notDeepEqual(createIdleMotion(4)(1234), createIdleMotion(5)(1234));
  });

  it('is never still, and never more than a sway', () => {
    const motion = createIdleMotion(1);
    for (let nowMs = 0; nowMs < 60_000; nowMs += 100) {
      const { yawDegrees, pitchDegrees, rollDegrees, x, y, ...rest } = motion(nowMs);
      assert.ok(Math.max(...[yawDegrees, pitchDegrees, rollDegrees].map(Math.abs)) < 0.75);
      assert.ok(Math.max(Math.abs(x), Math.abs(y)) < 0.15);
      assert.ok(Object.values(rest).every((value) => value === 0));
      assert.notDeepEqual(motion(nowMs), motion(nowMs + 100));
    }
  });
});

describe('a head that follows a dot', () => {
  const poseOf = (gesture: GestureName, beside?: { left: number; up: number }) => {
    const { expressionAt, peaksAtMs } = gestureTimeline(gesture, 1, beside);
    const { yawDegrees, pitchDegrees } = expressionAt(peaksAtMs[0] ?? 0);
    return { yawDegrees, pitchDegrees };
  };

  it('goes as far beside its place as it is told', () => {
    const usual = poseOf('dot-up-left-far');
    const { yawDegrees, pitchDegrees } = poseOf('dot-up-left-far', { left: 0.5, up: -0.5 });
    assert.ok(Math.abs(yawDegrees - usual.yawDegrees - DOT.farDegrees.yaw / 2) < 1e-9);
    assert.ok(Math.abs(pitchDegrees - usual.pitchDegrees + DOT.farDegrees.pitch / 2) < 1e-9);
  });

  it('is guided, and other gestures are not', () => {
    assert.deepEqual(poseOf('turn-left', { left: 0.5, up: 0.5 }), poseOf('turn-left'));
  });
});

/** How far each moving part goes at most. */
function strongestOf(peaks: readonly Expression[]): [string, number][] {
  return Object.keys(NEUTRAL_EXPRESSION)
    .map((key): [string, number] => [
      key,
      Math.max(...peaks.map((peak) => Math.abs(peak[key as keyof Expression]))),
    ])
    .filter(([, most]) => most > 0);
}
