import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { abortable } from '../../src/edge/abortable.ts';

const reason = new DOMException('stop', 'AbortError');

describe('abortable', () => {
  it('gives what the promise gives', async () => {
    const { signal } = new AbortController();
    assert.equal(await abortable(Promise.resolve(1), signal), 1);
    await assert.rejects(abortable(Promise.reject(new RangeError('no')), signal), RangeError);
  });

  it('gives the reason at once when the signal aborts', async () => {
    const controller = new AbortController();
    const waiting = abortable(new Promise(() => undefined), controller.signal);
    controller.abort(reason);
    await assert.rejects(waiting, reason);
  });

  it('gives the reason when the signal has aborted before, and lets no rejection go unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    const failing = Promise.reject(new RangeError('late'));
    await assert.rejects(abortable(failing, AbortSignal.abort(reason)), reason);
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    assert.deepEqual(unhandled, []);
  });
});
