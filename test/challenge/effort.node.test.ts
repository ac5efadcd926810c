import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengeState } from '../../src/challenge/challenge-state.ts';
import { GESTURE_NAMES, GESTURES, type GestureName } from '../../src/challenge/gesture.ts';
import type { Hint } from '../../src/challenge/hint.ts';
import { describeChallenge } from '../../src/check/describe-challenge.ts';
import {
  type Expression,
  NEUTRAL_EXPRESSION,
  scaleExpression,
} from '../../src/testing/expression.ts';
import { gestureTimeline } from '../../src/testing/gesture-timeline.ts';
import { faceOf } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 33;

interface Played {
  readonly isSeen: boolean;
  readonly hints: readonly Hint[];
  readonly strengths: readonly number[];
}

/** Asks for one gesture for so long; what the person does is a function of the time since it was asked. */
function play(
  asked: GestureName,
  does: (sinceAskedMs: number) => Expression,
  forMs = 6000,
): Played {
  const plan = { attempts: [[asked]], timeoutMs: 60_000, gestureToleranceMs: 60_000 };
  let state: ChallengeState = beginChallenge(0);
  let askedAtMs: number | undefined;
  const hints = new Set<Hint>();
  const strengths: number[] = [];
  for (let nowMs = 0; askedAtMs === undefined || nowMs < askedAtMs + forMs; nowMs += FRAME_MS) {
    const expression = askedAtMs === undefined ? NEUTRAL_EXPRESSION : does(nowMs - askedAtMs);
    const face = faceOf(expression);
    state = advanceChallenge(plan, state, { capturedAtMs: nowMs, faceCount: 1, face }, nowMs).state;
    if (state.phase === 'complete') return { isSeen: true, hints: [...hints], strengths };
    if (state.phase === 'failed') break;
    const shown = describeChallenge(plan, state, false, nowMs);
    if (shown?.name !== 'gesture') continue;
    askedAtMs ??= nowMs;
    if (shown.hint) hints.add(shown.hint);
    strengths.push(shown.strength);
  }
  return { isSeen: false, hints: [...hints], strengths };
}

const REACTION_MS = 700;

/** The gesture as the simulated person makes it, but only this part of it. */
function partOf(gesture: GestureName, part: number): (sinceAskedMs: number) => Expression {
  const { expressionAt } = gestureTimeline(gesture);
  return (sinceAskedMs) => scaleExpression(expressionAt(sinceAskedMs - REACTION_MS), part);
}

/** The largest part of a gesture that does not count. */
function almost(gesture: GestureName): number {
  let part = 1;
  while (play(gesture, partOf(gesture, part)).isSeen) part -= 0.05;
  return part;
}

describe('a person who makes a gesture', () => {
  for (const gesture of GESTURE_NAMES) {
    it(`as people do is told nothing, and sees it grow (${gesture})`, () => {
      const { isSeen, hints, strengths } = play(gesture, partOf(gesture, 1));
      assert.equal(isSeen, true);
      assert.deepEqual(hints, []);
      assert.equal(strengths.at(0), 0);
      assert.equal(Math.max(...strengths), 1);
    });

    it(`not far enough sees how far it was, and is told what is missing (${gesture})`, () => {
      const { isSeen, hints, strengths } = play(gesture, partOf(gesture, almost(gesture)));
      assert.equal(isSeen, false);
      assert.deepEqual(hints, [GESTURES[gesture].shortfall.more]);
      const strongest = Math.max(...strengths);
      assert.ok(strongest > 0.4 && strongest <= 1, String(strongest));
    });

    it(`before it is asked is told to rest first (${gesture})`, () => {
      const [peakMs = 0] = gestureTimeline(gesture).peaksAtMs;
      const peak = gestureTimeline(gesture).expressionAt(peakMs);
      const { isSeen, hints, strengths } = play(gesture, () => peak);
      assert.equal(isSeen, false);
      assert.deepEqual(hints, [GESTURES[gesture].shortfall.rest]);
      assert.equal(Math.max(...strengths), 0);
    });
  }

  it('and does nothing is told nothing', () => {
    for (const gesture of GESTURE_NAMES) {
      assert.deepEqual(play(gesture, () => NEUTRAL_EXPRESSION).hints, []);
    }
  });
});
