import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { describe, it, test } from 'node:test';
import { declineGesture, mayDecline, stillPossible } from '../../src/challenge/decline-gesture.ts';
import {
  ALL_GESTURE_NAMES,
  GESTURE_NAMES,
  GESTURES,
  type GestureName,
} from '../../src/challenge/gesture.ts';
import { randomIntFrom } from '../../src/challenge/random-int.ts';

const randomInt = randomIntFrom(() => randomBytes(4).readUInt32BE());
const pool = GESTURE_NAMES;
const everything = { pool, gestureCount: 3 };
const HEAD: readonly GestureName[] = pool.filter((name) => GESTURES[name].moves === 'head');
const isTurn = (name: GestureName): boolean => GESTURES[name].movement === 'turn';
const isNod = (name: GestureName): boolean => GESTURES[name].movement === 'nod';

/** What comes of it in many draws. */
const many = (sequence: readonly GestureName[], index: number, declined: GestureName[] = []) =>
  Array.from({ length: 200 }, () => {
    const drawn = declineGesture(sequence, index, { ...everything, declined }, randomInt);
    assert.ok(drawn);
    return drawn;
  });

test('who cannot turn to one side is asked to nod, not to turn to the other', () => {
  const places = many(['smile', 'turn-left', 'blink'], 1).map(({ sequence }) => sequence[1]);
  assert.deepEqual([...new Set(places)].sort(), pool.filter(isNod).sort());
});

test('who can neither turn nor nod is asked for expressions, from there to the end', () => {
  for (const { sequence } of many(['nod-up', 'turn-left', 'smile'], 0, ['turn-right'])) {
    assert.ok(
      sequence.every((gesture) => !HEAD.includes(gesture)),
      sequence.join(),
    );
    assert.equal(new Set(sequence).size, 3);
  }
});

test('each decline asks one gesture more, which is new, as long as there is one', () => {
  for (const { sequence } of many(['nod-up', 'turn-left', 'smile'], 0)) {
    assert.equal(sequence.length, 4);
    assert.equal(new Set(sequence).size, 4);
  }
  const choice = {
    ...everything,
    pool: ['smile', 'open-mouth', 'nod-up'] as const,
    declined: [],
  };
  const drawn = declineGesture(['nod-up', 'smile', 'open-mouth'], 0, choice, randomInt);
  assert.equal(drawn?.sequence.length, 3);
});

test('what may go unseen is asked only when there is nothing else that is new', () => {
  for (const { sequence } of many(['turn-left', 'smile', 'nod-up'], 0)) {
    assert.ok(!sequence.includes('blink'), sequence.join());
  }
});

test('who can neither turn nor nod has something to do to the end, with two declines', () => {
  for (const { sequence, declined } of many(['turn-left', 'nod-up', 'smile'], 0)) {
    const place = sequence.findIndex(isNod);
    const next =
      place < 0
        ? { sequence }
        : declineGesture(sequence, place, { ...everything, declined }, randomInt);
    assert.ok(next?.sequence.every((gesture) => !HEAD.includes(gesture)));
    assert.ok(new Set(next?.sequence).size >= 2);
  }
});

test('an expression is declined for another expression, while there is one', () => {
  const first = many(['blink', 'turn-left', 'smile'], 0).map(({ sequence }) => sequence[0]);
  assert.deepEqual([...new Set(first)], ['open-mouth']);
  for (const { sequence } of many(['open-mouth', 'turn-left', 'smile'], 0, ['blink', 'smile'])) {
    assert.ok(sequence.every((gesture) => HEAD.includes(gesture)));
  }
});

test('what was done stays, nothing declined comes again, and nothing follows itself', () => {
  for (const { sequence, declined } of many(['turn-left', 'nod-up', 'turn-right', 'nod-down'], 1)) {
    assert.equal(sequence[0], 'turn-left');
    assert.deepEqual(declined, ['nod-up']);
    assert.ok(!sequence.some(isNod));
    assert.ok(sequence.every((gesture, place) => gesture !== sequence[place - 1]));
  }
});

test('a gesture alone in its pool cannot be declined', () => {
  const choice = { pool: ['turn-left', 'turn-right'] as const, declined: [], gestureCount: 1 };
  assert.equal(mayDecline(['turn-left'], 0, choice), false);
  assert.equal(declineGesture(['turn-left'], 0, choice, randomInt), undefined);
  assert.equal(mayDecline(['turn-left'], 3, { pool, declined: [] }), false);
});

test('it is known before it is drawn whether there is another', () => {
  for (const count of [1, 2, 3]) {
    for (const declined of [[], ['blink'], ['blink', 'smile', 'open-mouth', 'nod-up']] as const) {
      const sequence = GESTURE_NAMES.filter((name) => !declined.some((no) => no === name));
      const asked = sequence.slice(0, count);
      for (const index of asked.keys()) {
        const choice = { pool: asked, declined, gestureCount: count };
        const drawn = declineGesture(asked, index, choice, randomInt);
        assert.equal(mayDecline(asked, index, choice), drawn !== undefined);
      }
    }
  }
});

test('the last gesture that is left is asked again and again', () => {
  const choice = { ...everything, pool: ['blink', 'smile'] as const, declined: [] };
  const drawn = declineGesture(['blink', 'smile', 'blink'], 0, choice, randomInt);
  assert.deepEqual(drawn?.sequence, ['smile', 'smile', 'smile']);
  assert.deepEqual(stillPossible({ pool, declined: ['turn-left', 'blink'] }), [
    ...pool.filter((name) => !isTurn(name) && name !== 'blink'),
  ]);
});

describe('a pool with dots', () => {
  const all = ALL_GESTURE_NAMES;
  const isDot = (name: GestureName): boolean => GESTURES[name].aim !== undefined;

  it('who cannot turn is asked for no dot at the side, and may be asked for one above or below', () => {
    const left = stillPossible({ pool: all, declined: ['turn-left'] });
    const dots = left.filter(isDot);
    assert.deepEqual(dots.toSorted(), [
      'dot-down-far',
      'dot-down-near',
      'dot-up-far',
      'dot-up-near',
    ]);
    assert.ok(left.some(isNod) && !left.some(isTurn));
  });

  it('who cannot follow a dot may be asked to turn and to nod', () => {
    const left = stillPossible({ pool: all, declined: ['dot-up-left-near'] });
    assert.ok(left.some(isTurn) && left.some(isNod) && !left.some(isDot));
  });

  it('a stiff neck needs two declines, whatever they are', () => {
    for (const declined of [
      ['dot-left-far', 'turn-left'],
      ['turn-right', 'dot-up-near'],
      ['nod-up', 'dot-left-near'],
    ] as const) {
      const left = stillPossible({ pool: all, declined });
      assert.deepEqual(left.toSorted(), ['blink', 'open-mouth', 'smile']);
    }
  });

  it('a dot that is asked for in vain is replaced by another that is possible', () => {
    const choice = { pool: all, declined: [], gestureCount: 3 };
    for (let n = 0; n < 100; n++) {
      const drawn = declineGesture(['turn-left', 'dot-left-far', 'smile'], 0, choice, randomInt);
      assert.ok(drawn?.sequence.some(isDot), drawn?.sequence.join());
    }
  });

  it('who declines a dot is asked for all that is no dot, of which recorded dots are only a part', () => {
    const choice = { pool: all, declined: [], gestureCount: 3 };
    for (let n = 0; n < 100; n++) {
      const sequence = ['dot-left-far', 'dot-up-near', 'smile'] as const;
      const drawn = declineGesture(sequence, 1, choice, randomInt)?.sequence ?? [];
      assert.equal(drawn[0], 'dot-left-far');
      const others = all.filter((name) => !isDot(name) && !['blink', 'turn-left'].includes(name));
      assert.deepEqual(drawn.slice(1).toSorted(), others.toSorted());
    }
  });

  it('nobody is asked for a turn or a nod that a dot showed, which the service would take for one picture', () => {
    const shown = {
      'dot-right-far': ['turn-right'],
      'dot-right-near': [],
      'dot-up-far': ['nod-up'],
      'dot-down-left-far': ['nod-down', 'turn-left'],
    } as const;
    for (const [dot, known] of Object.entries(shown)) {
      const choice = { pool: all, declined: [], gestureCount: 3 };
      const sequence = [dot as GestureName, 'dot-up-left-far', 'smile'] as const;
      const drawn = declineGesture(sequence, 1, choice, randomInt)?.sequence ?? [];
      const heads = ['nod-down', 'nod-up', 'turn-left', 'turn-right'] as const;
      const asked = heads.filter((name) => drawn.includes(name));
      assert.deepEqual(
        heads.filter((name) => !asked.includes(name)),
        known,
      );
    }
  });

  it('who declines all of the head is not kept longer with what was seen already', () => {
    const choice = { pool: all, declined: ['dot-left-far'] as const, gestureCount: 3 };
    const sequence = [
      'nod-up',
      'turn-left',
      'nod-down',
      'turn-right',
      'smile',
      'open-mouth',
    ] as const;
    const drawn = declineGesture(sequence, 0, choice, randomInt)?.sequence ?? [];
    assert.deepEqual(drawn.toSorted(), ['blink', 'open-mouth', 'smile']);
  });
});
