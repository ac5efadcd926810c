import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it, test } from 'node:test';
import {
  ALL_GESTURE_NAMES,
  GESTURE_NAMES,
  GESTURES,
  type GestureName,
} from '../../../src/challenge/gesture.ts';
import { randomIntFrom } from '../../../src/challenge/random-int.ts';
import { drawGestures } from '../../../src/service/sessions/draw-gestures.ts';
import { readSettings } from '../../../src/service/settings.ts';

const randomInt = randomIntFrom(() => randomBytes(4).readUInt32BE());
const isExpression = (gesture: GestureName) =>
  GESTURES[gesture].moves !== 'head' && !GESTURES[gesture].mayGoUnseen;
const isTurn = (gesture: GestureName) => GESTURES[gesture].movement === 'turn';
const alwaysSeen = GESTURE_NAMES.filter((gesture) => !GESTURES[gesture].mayGoUnseen);
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
  for (const sequence of many(GESTURE_NAMES, 6)) assert.equal(new Set(sequence).size, 6);
});

test('a blink, which the service may not see, is asked only where there are too few others', () => {
  const { length } = alwaysSeen;
  for (const sequence of many(GESTURE_NAMES, length)) assert.ok(!sequence.includes('blink'));
  for (const sequence of many(GESTURE_NAMES, length + 1)) assert.ok(sequence.includes('blink'));
  assert.ok(many(['blink', 'smile', 'open-mouth'], 3).every((one) => one.includes('blink')));
});

test('every gesture that an image always shows comes at every place, and a turn is not always at the same one', () => {
  const sequences = many(GESTURE_NAMES, 3);
  for (const place of [0, 1, 2]) {
    const seen = new Set(sequences.map((sequence) => sequence[place]));
    assert.deepEqual([...seen].sort(), [...alwaysSeen].sort());
  }
});

test('a pool without turns is drawn from as it is', () => {
  for (const sequence of many(['blink', 'smile'], 3)) {
    assert.ok(sequence.every((gesture) => ['blink', 'smile'].includes(gesture)));
  }
});

test('a service paces every check unless its operator says otherwise', () => {
  assert.equal(readSettings({}).pacing, 'required');
});

describe('a pool with dots', () => {
  const pool = ALL_GESTURE_NAMES;
  const isDot = (gesture: GestureName) => GESTURES[gesture].aim !== undefined;

  it('gives every session a dot, and what shows depth', () => {
    for (const count of [1, 2, 3, 4]) {
      for (const sequence of many(pool, count)) {
        assert.equal(sequence.length, count);
        assert.equal(new Set(sequence).size, count);
        assert.ok(sequence.some(isDot), sequence.join());
        assert.ok(sequence.some((gesture) => GESTURES[gesture].showsDepth));
        assert.ok(!sequence.includes('blink'));
      }
    }
  });

  it('asks for every dot and every expression, at every place', () => {
    const sequences = Array.from({ length: 3000 }, () => drawGestures(pool, 3, randomInt));
    const asked = pool.filter((gesture) => isDot(gesture) || isExpression(gesture));
    for (const place of [0, 1, 2]) {
      const seen = new Set(sequences.map((sequence) => sequence[place]));
      assert.deepEqual([...seen].sort(), asked.sort());
    }
  });

  it('asks for two dots and an expression in half of the sessions, else for dots alone', () => {
    const sequences = Array.from({ length: 2000 }, () => drawGestures(pool, 3, randomInt));
    const withExpression = sequences.filter((sequence) => sequence.some(isExpression));
    assert.ok(withExpression.every((sequence) => sequence.filter(isDot).length === 2));
    assert.ok(Math.abs(withExpression.length - 1000) < 200, String(withExpression.length));
  });

  it('asks for no turn and no nod beside a dot, which would show the same pose twice', () => {
    for (const sequence of many(pool, 3)) {
      assert.ok(sequence.every((gesture) => isDot(gesture) || isExpression(gesture)));
    }
  });

  it('never asks for dots that hold every turn and nod, with which others could be declined', () => {
    for (const sequence of many(pool, 3)) {
      const aims = sequence.flatMap((gesture) => GESTURES[gesture].aim ?? []);
      const sides = [
        aims.some(({ left }) => left > 0),
        aims.some(({ left }) => left < 0),
        aims.some(({ up }) => up > 0),
        aims.some(({ up }) => up < 0),
      ];
      assert.ok(sides.includes(false), sequence.join());
    }
  });

  it('asks for what there is where the pool is small', () => {
    const few = ['dot-left-far', 'turn-right', 'nod-up'] as const;
    for (const sequence of many(few, 3)) assert.deepEqual(sequence.toSorted(), few.toSorted());
    for (const sequence of many(['dot-up-near'], 2)) {
      assert.deepEqual(sequence, ['dot-up-near', 'dot-up-near']);
    }
  });
});
