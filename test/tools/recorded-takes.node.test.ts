import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { recordedTakes } from '../../tools/bench/chances/recorded-takes.ts';

/** Exactly at the dot. */
const random = () => 0;

describe('who holds the recording of a session', () => {
  it('has what it shows, and no other expression', () => {
    const takeFor = recordedTakes(['smile', 'dot-up-near'], random);
    assert.equal(takeFor('smile'), 'smile');
    assert.equal(takeFor('open-mouth'), undefined);
    assert.equal(takeFor('turn-left'), undefined);
  });

  it('has a turn and a nod in a far dot that lies there', () => {
    assert.equal(recordedTakes(['dot-left-far'], random)('turn-left'), 'dot-left-far');
    assert.equal(recordedTakes(['dot-left-far'], random)('turn-right'), undefined);
    assert.equal(recordedTakes(['dot-up-left-far'], random)('turn-left'), 'dot-up-left-far');
    assert.equal(recordedTakes(['dot-up-far'], random)('nod-up'), 'dot-up-far');
  });

  it('has a far dot in a turn, and the neighbour of a dot only where the service would take it', () => {
    assert.equal(recordedTakes(['turn-left'], random)('dot-left-far'), 'turn-left');
    assert.equal(recordedTakes(['dot-left-far'], random)('dot-up-left-far'), undefined);
  });
});
