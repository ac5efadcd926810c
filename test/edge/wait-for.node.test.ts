import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import { describe, it, type TestContext } from 'node:test';
import { WaitTimeoutError, waitFor } from '../../src/edge/wait-for.ts';

const reason = new DOMException('stop', 'AbortError');
const never = () => new Promise<never>(() => undefined);
const wait = { what: 'the answer', limitMs: 1000 };
const clock = (t: TestContext) => t.mock.timers.enable({ apis: ['setTimeout'] });

describe('waiting for something outside', () => {
  it('gives what comes, or why it does not', async () => {
    assert.equal(await waitFor(Promise.resolve(1), wait), 1);
    assert.equal(await waitFor(async () => 2, wait), 2);
    await assert.rejects(waitFor(Promise.reject(new RangeError('no')), wait), RangeError);
    const throwing = (() => {
      throw new RangeError('at once');
    }) as () => Promise<never>;
    await assert.rejects(waitFor(throwing, wait), RangeError);
  });

  it('ends at its limit, says for what it waited, and tells the work', async (t) => {
    clock(t);
    let within: AbortSignal | undefined;
    const waiting = waitFor((signal) => {
      within = signal;
      return never();
    }, wait);
    const ended = assert.rejects(waiting, (error: Error) => {
      assert.ok(error instanceof WaitTimeoutError);
      assert.equal(error.message, 'the answer did not come within 1000 ms');
      return true;
    });
    t.mock.timers.tick(999);
    assert.equal(within?.aborted, false);
    t.mock.timers.tick(1);
    await ended;
    assert.equal(within?.aborted, true);
  });

  it('ends with the signal, at once and with its reason, and leaves nothing on it', async () => {
    const ending = new AbortController();
    const waiting = waitFor(never(), { ...wait, signal: ending.signal });
    ending.abort(reason);
    await assert.rejects(waiting, reason);
    assert.equal(getEventListeners(ending.signal, 'abort').length, 0);
  });

  it('begins nothing when the signal has aborted before, and lets no rejection go unhandled', async () => {
    const unhandled: unknown[] = [];
    const note = (error: unknown) => unhandled.push(error);
    process.on('unhandledRejection', note);
    let begun = false;
    const begin = async () => {
      begun = true;
    };
    const signal = AbortSignal.abort(reason);
    await assert.rejects(waitFor(begin, { ...wait, signal }), reason);
    await assert.rejects(
      waitFor(Promise.reject(new RangeError('late')), { ...wait, signal }),
      reason,
    );
    await new Promise((resolve) => setImmediate(resolve));
    process.off('unhandledRejection', note);
    assert.deepEqual([begun, unhandled], [false, []]);
  });

  it('has no limit only where it is said', async (t) => {
    clock(t);
    const waiting = waitFor(never(), { ...wait, limitMs: 'limited-inside' });
    let settled = false;
    void waiting.finally(() => {
      settled = true;
    });
    t.mock.timers.tick(3_600_000);
    await new Promise((resolve) => setImmediate(resolve));
    assert.equal(settled, false);
  });
});
