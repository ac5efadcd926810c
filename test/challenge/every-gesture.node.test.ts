import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengeState } from '../../src/challenge/challenge-state.ts';
import { declineGesture, stillPossible } from '../../src/challenge/decline-gesture.ts';
import { drawSequence } from '../../src/challenge/draw-sequence.ts';
import { compareFaces } from '../../src/challenge/face-change.ts';
import {
  ALL_GESTURE_NAMES,
  GESTURE_NAMES,
  GESTURES,
  type GestureName,
  instructionOf,
} from '../../src/challenge/gesture.ts';
import { measureGestures } from '../../src/service/analysis/comparison/measure-gestures.ts';
import type { FaceFindings } from '../../src/service/analysis/faces/image-inspector.ts';
import { gestureTimeline, pauseTimeline } from '../../src/testing/gesture-timeline.ts';
import { gestureDrawing } from '../../src/ui/drawings/gesture-drawings.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import { faceOf, facesOf, NEUTRAL } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 33;
/** From the question to the movement. */
const REACTION_MS = 700;

/** Asks for one gesture and plays what the simulated person does; whether it was seen. */
function isSeen(asked: GestureName, done: GestureName | undefined): boolean {
  const timeline = done ? gestureTimeline(done) : pauseTimeline(1500);
  const plan = { attempts: [[asked]], timeoutMs: 60_000, gestureToleranceMs: 60_000 };
  let state: ChallengeState = beginChallenge(0);
  let askedAtMs: number | undefined;
  for (let nowMs = 0; nowMs < 6000 + timeline.durationMs; nowMs += FRAME_MS) {
    const elapsedMs = askedAtMs === undefined ? -1 : nowMs - askedAtMs - REACTION_MS;
    const face = faceOf(timeline.expressionAt(elapsedMs));
    state = advanceChallenge(plan, state, { capturedAtMs: nowMs, faceCount: 1, face }, nowMs).state;
    if (state.phase === 'gesture') askedAtMs ??= nowMs;
    if (state.phase === 'complete') return true;
  }
  return false;
}

/** What the service's models would say of a face: of its measurements, and of the grey values about shut eyes. */
function findingsOf(face: typeof NEUTRAL): FaceFindings {
  const closed = NEUTRAL.eyeAspectRatioLeft + NEUTRAL.eyeAspectRatioRight;
  const open = face.eyeAspectRatioLeft + face.eyeAspectRatioRight;
  const grey = 100 + 100 * (closed - open);
  return {
    measured: face,
    detectorScore: 0.95,
    faceFlag: 1,
    thumbnail: new Float32Array(48 * 48).fill(grey),
  } as unknown as FaceFindings;
}

function shownIn(face: typeof NEUTRAL): GestureName[] {
  return measureGestures(findingsOf(face), findingsOf(NEUTRAL))
    .filter(({ clearness }) => clearness >= 1)
    .map(({ gesture }) => gesture);
}

describe('every gesture that the type knows', () => {
  for (const gesture of ALL_GESTURE_NAMES) {
    it(`${gesture} has a drawing and words`, () => {
      assert.ok(
        gestureDrawing(gesture).values.some((value) => Array.isArray(value) && value.length > 1),
      );
      assert.ok(en[`gesture.${instructionOf(gesture)}`].length > 0);
    });

    it(`${gesture} shows at its peak what page and service ask of it`, () => {
      const [peak = NEUTRAL] = facesOf(gesture);
      const change = compareFaces(peak, NEUTRAL);
      assert.ok((GESTURES[gesture].page.measure(change, change) ?? 0) >= 1, 'page');
      const [shown] = measureGestures(findingsOf(peak), findingsOf(NEUTRAL), [gesture]);
      assert.ok(shown && shown.clearness >= 1, 'service');
    });

    it(`${gesture} counts on the page when the simulated person makes it, and not when nothing is made`, () => {
      assert.equal(isSeen(gesture, gesture), true);
      assert.equal(isSeen(gesture, undefined), false);
    });
  }

  for (const gesture of GESTURE_NAMES) {
    it(`${gesture} is asked when it is drawn from all of them`, () => {
      const place = GESTURE_NAMES.indexOf(gesture);
      assert.deepEqual(
        drawSequence(GESTURE_NAMES, 1, () => place),
        [gesture],
      );
    });

    it(`${gesture} can be declined, and nothing of its movement is asked then`, () => {
      const drawn = declineGesture(
        [gesture],
        0,
        { pool: GESTURE_NAMES, declined: [], gestureCount: 1 },
        () => 0,
      );
      assert.ok(drawn?.sequence[0]);
      const left = stillPossible({ pool: GESTURE_NAMES, declined: drawn.declined });
      assert.ok(left.length > 0);
      for (const other of GESTURE_NAMES) {
        const isAlike = GESTURES[other].movement === GESTURES[gesture].movement;
        assert.equal(left.includes(other), !isAlike, other);
      }
    });

    it(`${gesture} does not count on the page when another movement is made`, () => {
      for (const other of GESTURE_NAMES) {
        if (GESTURES[other].movement === GESTURES[gesture].movement) continue;
        assert.equal(isSeen(gesture, other), false, other);
      }
    });

    it(`${gesture} is seen by the service in the image of a peak, and is not in a face at rest`, () => {
      const [peak = NEUTRAL] = facesOf(gesture);
      const shown = shownIn(peak);
      assert.ok(shown.includes(gesture));
      for (const seen of shown) {
        assert.equal(GESTURES[seen].movement, GESTURES[gesture].movement);
      }
      assert.deepEqual(shownIn(NEUTRAL), []);
    });
  }
});
