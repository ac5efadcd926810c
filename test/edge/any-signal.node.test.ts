import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it } from 'node:test';
import { anySignal } from '../../src/edge/any-signal.ts';

describe('a signal made of several', () => {
  it('aborts with the first of them, for its reason', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    const any = anySignal(one.signal, other.signal);
    assert.equal(any.aborted, false);
    other.abort('the other');
    one.abort('the one');
    assert.equal(any.reason, 'the other');
  });

  it('is aborted from the start when one of them is', () => {
    assert.equal(
      anySignal(new AbortController().signal, AbortSignal.abort('before')).reason,
      'before',
    );
  });

  it('leaves nothing on the others once it is aborted', () => {
    const [one, other] = [new AbortController(), new AbortController()];
    anySignal(one.signal, other.signal);
    one.abort();
    assert.equal(getEventListeners(other.signal, 'abort').length, 0);
  });
});
