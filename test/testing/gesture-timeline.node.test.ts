import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GESTURE_NAMES, type GestureName } from '../../src/challenge/gesture.ts';
import { type Expression, NEUTRAL_EXPRESSION } from '../../src/testing/expression.ts';
import { gestureTimeline } from '../../src/testing/gesture-timeline.ts';
import { createIdleMotion } from '../../src/testing/idle-motion.ts';

const PEAKS: Readonly<Record<GestureName, Partial<Expression>>> = {
  blink: { blinkLeft: 1, blinkRight: 1 },
  smile: { smile: 1 },
  'turn-left': { yawDegrees: 28 },
  'turn-right': { yawDegrees: -28 },
  'nod-up': { pitchDegrees: 20 },
  'nod-down': { pitchDegrees: -20 },
  'open-mouth': { mouthOpen: 1 },
};

describe('the timeline of a gesture', () => {
  for (const gesture of GESTURE_NAMES) {
    const { durationMs, expressionAt } = gestureTimeline(gesture);

    it(`of ${gesture} starts and ends neutral, and is wholly made in between`, () => {
      assert.deepEqual(expressionAt(0), NEUTRAL_EXPRESSION);
      assert.deepEqual(expressionAt(durationMs), NEUTRAL_EXPRESSION);
      assert.deepEqual(expressionAt(durationMs * 0.5), {
        ...NEUTRAL_EXPRESSION,
        ...PEAKS[gesture],
      });
    });

    it(`of ${gesture} stays neutral before and after`, () => {
      assert.deepEqual(expressionAt(-50), NEUTRAL_EXPRESSION);
      assert.deepEqual(expressionAt(durationMs + 5000), NEUTRAL_EXPRESSION);
    });

    it(`of ${gesture} has no jump: five milliseconds move at most a ninth of it`, () => {
      for (const [key, peak] of Object.entries(PEAKS[gesture])) {
        for (let atMs = 0; atMs < durationMs; atMs += 5) {
          const of = (ms: number): number => expressionAt(ms)[key as keyof Expression];
          const step = Math.abs(of(atMs + 5) - of(atMs));
          assert.ok(step <= Math.abs(peak) / 9, `${step} at ${atMs} ms`);
        }
      }
    });
  }

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
