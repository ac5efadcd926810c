import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { drawSequence } from '../../src/challenge/draw-sequence.ts';
import { GESTURE_NAMES, type GestureName } from '../../src/challenge/gesture.ts';
import { cryptoRandomInt } from '../../src/challenge/random-int.ts';

describe('the drawn sequence', () => {
  it('holds different gestures while the pool lasts', () => {
    for (let run = 0; run < 200; run++) {
      const drawn = drawSequence(GESTURE_NAMES, GESTURE_NAMES.length, cryptoRandomInt);
      assert.equal(new Set(drawn).size, GESTURE_NAMES.length);
    }
  });

  it('never holds the same gesture twice in a row', () => {
    for (let run = 0; run < 200; run++) {
      const drawn = drawSequence(['blink', 'smile'], 9, cryptoRandomInt);
      assert.ok(drawn.every((gesture, index) => gesture !== drawn[index - 1]));
    }
  });

  it('repeats the only gesture of a pool of one', () => {
    assert.deepEqual(drawSequence(['blink'], 2, cryptoRandomInt), ['blink', 'blink']);
  });

  it('begins with every gesture about equally often', () => {
    const firsts = new Map<GestureName, number>();
    const draws = 7000;
    for (let run = 0; run < draws; run++) {
      const [first] = drawSequence(GESTURE_NAMES, 1, cryptoRandomInt);
      if (first) firsts.set(first, (firsts.get(first) ?? 0) + 1);
    }
    // 1000 expected each; seven standard deviations (29) either way.
    for (const gesture of GESTURE_NAMES) {
      const count = firsts.get(gesture) ?? 0;
      assert.ok(count > 800 && count < 1200, `${gesture}: ${count}`);
    }
  });

  it('is refused for an empty pool', () => {
    assert.throws(() => drawSequence([], 3, cryptoRandomInt), RangeError);
  });
});
