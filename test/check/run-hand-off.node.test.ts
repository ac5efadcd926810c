import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckState } from '../../src/check/check-state.ts';
import { runHandOff } from '../../src/check/run-hand-off.ts';
import type { HandOffState } from '../../src/submission/hand-off-state.ts';

const LINK = { id: 'the-link', url: 'https://liveness.example/check/#the-link.secret' };
const PASSED: HandOffState = {
  state: 'passed',
  jobId: 'job-1',
  verdict: { status: 'judged', live: true },
};

/** A hand-off whose looks find one thing after the other; an error is a network that is gone for that look. */
function stage(looks: readonly (HandOffState | Error)[]) {
  const states: CheckState[] = [];
  const addresses: (string | undefined)[] = [];
  const pausesMs: number[] = [];
  const ended: string[] = [];
  const running = new AbortController();
  let look = 0;
  const run = (onSleep: (pauses: number) => void = () => undefined) =>
    runHandOff(
      {
        begin: async () => LINK,
        async look() {
          const told = looks[Math.min(look++, looks.length - 1)];
          if (told instanceof Error || told === undefined) throw told ?? new Error('no look');
          return told;
        },
        end: async (id) => void ended.push(id),
      },
      {
        language: 'id',
        async sleep(ms, signal) {
          pausesMs.push(ms);
          onSleep(pausesMs.length);
          signal?.throwIfAborted();
        },
      },
      { onState: (state) => states.push(state), onAddress: (url) => addresses.push(url) },
      running.signal,
    );
  return { run, states, addresses, pausesMs, ended, running };
}

describe('a check that is handed over', () => {
  it('shows the address until the phone has opened it, and ends with its job', async () => {
    const { addresses, ended, run, states } = stage([
      { state: 'open' },
      { state: 'visited' },
      PASSED,
    ]);
    assert.deepEqual(await run(), { jobId: 'job-1', verdict: { status: 'judged', live: true } });
    assert.deepEqual(states, [
      { name: 'handoff', isOpened: false },
      { name: 'handoff', isOpened: true },
    ]);
    assert.deepEqual(addresses, [LINK.url, undefined, undefined]);
    // It is used up: nothing to call back.
    assert.deepEqual(ended, []);
  });

  it('goes on over a network that is gone for a while, and asks less often meanwhile', async () => {
    const gone = new TypeError('offline');
    const { pausesMs, run } = stage([gone, gone, gone, { state: 'visited' }, PASSED]);
    assert.equal((await run())?.jobId, 'job-1');
    assert.deepEqual(pausesMs, [3000, 6000, 12_000, 24_000, 3000]);
  });

  it('ends when the network stays away, by a name', async () => {
    const { run, pausesMs } = stage([new TypeError('offline')]);
    await assert.rejects(run(), { code: 'network' });
    assert.equal(pausesMs.length, 8);
    assert.ok(pausesMs.every((ms) => ms <= 30_000));
  });

  it('ends when the person has ended it on the phone, and says so by no error', async () => {
    assert.equal(await stage([{ state: 'visited' }, { state: 'revoked' }]).run(), undefined);
  });

  it('ends when the time for it is over, and when it never would be', async () => {
    await assert.rejects(stage([{ state: 'expired' }]).run(), { code: 'check-timeout' });
    const endless = stage([{ state: 'visited' }]);
    await assert.rejects(endless.run(), { code: 'check-timeout' });
    assert.equal(endless.pausesMs.length, 900);
  });

  it('calls the link back when it gives up, so that the phone does not end a check that failed here', async () => {
    const unreachable = stage([new TypeError('offline')]);
    await assert.rejects(unreachable.run(), { code: 'network' });
    assert.deepEqual(unreachable.ended, [LINK.id]);
    const endless = stage([{ state: 'visited' }]);
    await assert.rejects(endless.run(), { code: 'check-timeout' });
    assert.deepEqual(endless.ended, [LINK.id]);
  });

  it('goes on where a backend says passed and no job, as long as it says nothing else', async () => {
    const told: HandOffState[] = [{ state: 'passed' }, PASSED];
    assert.equal((await stage(told).run())?.jobId, 'job-1');
  });

  it('calls the link back when the person cancels or leaves, at whatever moment', async () => {
    for (const moment of [1, 2]) {
      const { ended, run, running } = stage([{ state: 'visited' }]);
      await assert.rejects(
        run((pauses) => {
          if (pauses === moment) running.abort();
        }),
        { name: 'AbortError' },
      );
      assert.deepEqual(ended, [LINK.id]);
    }
    const early = stage([{ state: 'open' }]);
    early.running.abort();
    await assert.rejects(early.run(), { name: 'AbortError' });
    // The link came all the same.
    assert.deepEqual(early.ended, [LINK.id]);
  });
});
