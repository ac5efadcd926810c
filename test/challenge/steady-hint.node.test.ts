import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { THRESHOLDS as T } from '../../src/challenge/challenge-thresholds.ts';
import type { Hint } from '../../src/challenge/hint.ts';
import { positionHint } from '../../src/challenge/position-hint.ts';
import { showHint, steadyHint } from '../../src/challenge/steady-hint.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';

const FRAME_MS = 33;

/** What stands on the screen, frame by frame, when the frames ask for these hints. */
function shown(wanted: readonly (Hint | undefined)[]): (Hint | undefined)[] {
  let state = showHint('no-face', 0);
  return wanted.map((hint, frame) => {
    state = steadyHint(state, hint, frame * FRAME_MS);
    return state.hint;
  });
}

function changes(hints: readonly (Hint | undefined)[]): number {
  return hints.filter((hint, frame) => frame > 0 && hint !== hints[frame - 1]).length;
}

describe('a hint on the screen', () => {
  it('stays while every second frame asks for another', () => {
    const hints = shown(Array.from({ length: 200 }, (_, i) => (i % 2 ? 'move-closer' : 'move-up')));
    assert.equal(changes(hints), 0);
  });

  it('changes once when another is wanted for good', () => {
    const hints = shown(Array<Hint>(100).fill('move-closer'));
    assert.equal(changes(hints), 1);
    assert.equal(hints.at(-1), 'move-closer');
  });

  it('is there for at least 0.8 s, however fast the wishes change', () => {
    const wishes: Hint[] = ['move-up', 'move-left', 'move-closer', 'look-straight'];
    const hints = shown(Array.from({ length: 300 }, (_, i) => wishes[(i / 10) & 3]));
    let since = 0;
    for (let i = 1; i < hints.length; i++) {
      if (hints[i] === hints[i - 1]) continue;
      assert.ok((i - since) * FRAME_MS >= 800, `changed after ${(i - since) * FRAME_MS} ms`);
      since = i;
    }
    assert.ok(since > 0, 'it does change');
  });

  it('does not answer to a fault of three frames', () => {
    const hints = shown(
      Array.from({ length: 90 }, (_, i) => (i > 60 && i < 64 ? 'multiple-faces' : 'no-face')),
    );
    assert.equal(changes(hints), 0);
  });

  it('goes away when nothing is wrong any more', () => {
    assert.equal(shown(Array(60).fill(undefined)).at(-1), undefined);
  });
});

describe('a face at a limit', () => {
  it('that jitters around it has one fault, not many', () => {
    let last: Hint | undefined;
    const faults = Array.from({ length: 100 }, (_, i) => {
      const height = T.smallestFaceHeight + (i % 2 ? 0.01 : -0.01);
      const box = { x: 0.4, y: 0.5 - height / 2, width: 0.2, height };
      last = positionHint(
        { capturedAtMs: 0, faceCount: 1, face: { ...NEUTRAL, box } },
        { last, judgesImage: true },
      );
      return last;
    });
    assert.deepEqual(new Set(faults), new Set(['move-closer']));
  });
});
