import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIntFrom } from '../../src/challenge/random-int.ts';

test('random numbers are below their limit, and the uneven rest of the range is drawn again', () => {
  const drawn = [2 ** 32 - 1, 8];
  const randomInt = randomIntFrom(() => drawn.shift() ?? 0);
  assert.equal(randomInt(3), 2);
});
