import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { drawInstead, insteadOf } from '../../src/challenge/draw-instead.ts';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { randomIntFrom } from '../../src/challenge/random-int.ts';

const randomInt = randomIntFrom(() => randomBytes(4).readUInt32BE());

test('another gesture is of the same strength, not declined, and not that of a neighbour', () => {
  const choice = { pool: GESTURE_NAMES, declined: ['nod-up'] as const };
  const drawn = Array.from({ length: 200 }, () =>
    drawInstead(['smile', 'turn-left', 'nod-down'], 1, choice, randomInt),
  );
  assert.deepEqual([...new Set(drawn)], ['turn-right']);
  const pool = ['turn-left', 'smile'] as const;
  assert.equal(drawInstead(['turn-left'], 0, { pool, declined: [] }, randomInt), undefined);
});

test('what may stand in a place is known without drawing', () => {
  const sequence = ['smile', 'turn-left', 'nod-down'] as const;
  const may = insteadOf(sequence, 0, { pool: GESTURE_NAMES, declined: ['blink'] });
  assert.deepEqual(may, ['open-mouth']);
  assert.deepEqual(insteadOf(sequence, 0, { pool: ['smile'], declined: [] }), []);
});
