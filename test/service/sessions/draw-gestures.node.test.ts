import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { GESTURE_NAMES, type GestureName } from '../../../src/challenge/gesture.ts';
import {
  drawGestures,
  drawInstead,
  randomIntFrom,
} from '../../../src/service/sessions/draw-gestures.ts';

const randomInt = randomIntFrom(randomBytes);
const isTurn = (gesture: GestureName) => gesture.startsWith('turn-');
const many = (pool: readonly GestureName[], count: number) =>
  Array.from({ length: 500 }, () => drawGestures(pool, count, randomInt));

test('a sequence always has a turn, and never the same gesture twice in a row', () => {
  for (const count of [1, 2, 3, 10]) {
    for (const sequence of many(GESTURE_NAMES, count)) {
      assert.equal(sequence.length, count);
      assert.ok(sequence.some(isTurn));
      assert.ok(sequence.every((gesture, i) => i === 0 || gesture !== sequence[i - 1]));
    }
  }
});

test('the gestures of a sequence are all different while the pool lasts', () => {
  for (const sequence of many(GESTURE_NAMES, 7)) assert.equal(new Set(sequence).size, 7);
});

test('every gesture comes at every place, and a turn is not always at the same one', () => {
  const sequences = many(GESTURE_NAMES, 3);
  for (const place of [0, 1, 2]) {
    const seen = new Set(sequences.map((sequence) => sequence[place]));
    assert.deepEqual([...seen].sort(), [...GESTURE_NAMES].sort());
  }
});

test('a pool without turns is drawn from as it is', () => {
  for (const sequence of many(['blink', 'smile'], 3)) {
    assert.ok(sequence.every((gesture) => ['blink', 'smile'].includes(gesture)));
  }
});

test('another gesture is of the same strength, not declined, and not that of a neighbour', () => {
  const choice = { pool: GESTURE_NAMES, declined: ['nod-up'] as const };
  const drawn = Array.from({ length: 200 }, () =>
    drawInstead(['smile', 'turn-left', 'nod-down'], 1, choice, randomInt),
  );
  assert.deepEqual([...new Set(drawn)], ['turn-right']);
  const pool = ['turn-left', 'smile'] as const;
  assert.equal(drawInstead(['turn-left'], 0, { pool, declined: [] }, randomInt), undefined);
});

test('random numbers are below their limit, and uneven bytes are drawn again', () => {
  const bytes = [Buffer.alloc(4, 0xff), Buffer.from([0, 0, 0, 8])];
  const fromBytes = randomIntFrom(() => bytes.shift() ?? Buffer.alloc(4));
  assert.equal(fromBytes(3), 2);
});
