import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { FaceTracker } from '../../src/face/face-tracker.ts';
import type { LoadProgress } from '../../src/face/load-assets.ts';
import { TrackerPool } from '../../src/face/shared-tracker.ts';

interface Made {
  finish(): void;
  fail(error: Error): void;
  readonly report: LoadProgress;
  closed: number;
}

/** A pool whose trackers start, fail and end by hand. */
function workshop() {
  const pool = new TrackerPool();
  const made: Made[] = [];
  const start = (report: LoadProgress): Promise<FaceTracker> =>
    new Promise((resolve, reject) => {
      const close = () => {
        one.closed++;
      };
      const finish = () => resolve({ track: () => new Promise<never>(() => undefined), close });
      const one: Made = { finish, fail: reject, report, closed: 0 };
      made.push(one);
    });
  const acquire = (
    options: { key?: string; onProgress?: LoadProgress; signal?: AbortSignal } = {},
  ) =>
    pool.acquire(
      options.key ?? 'assets',
      start,
      options.onProgress ?? (() => undefined),
      options.signal ?? new AbortController().signal,
    );
  const nth = (index: number): Made => {
    const one = made[index];
    if (!one) throw new Error(`tracker ${index} was not started`);
    return one;
  };
  return { made, nth, acquire };
}

/** Lets everything happen that waits for nothing but promises. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('TrackerPool', () => {
  it('starts one tracker for two users and ends it with the last release', async () => {
    const { made, nth, acquire } = workshop();
    const both = Promise.all([acquire(), acquire()]);
    nth(0).finish();
    const [first, second] = await both;
    assert.equal(made.length, 1);
    assert.equal(first.tracker, second.tracker);
    first.release();
    first.release();
    await settle();
    assert.equal(nth(0).closed, 0);
    second.release();
    await settle();
    assert.equal(nth(0).closed, 1);
  });

  it('starts another one after the last release', async () => {
    const { made, nth, acquire } = workshop();
    const first = acquire();
    nth(0).finish();
    (await first).release();
    void acquire();
    assert.equal(made.length, 2);
  });

  it('keeps trackers of other assets apart', () => {
    const { made, acquire } = workshop();
    void acquire({ key: 'one' });
    void acquire({ key: 'other' });
    assert.equal(made.length, 2);
  });

  it('tells all who wait how the loading goes, and nobody who has gone', async () => {
    const { nth, acquire } = workshop();
    const heard: string[] = [];
    const leaving = new AbortController();
    const left = acquire({ onProgress: () => heard.push('left'), signal: leaving.signal });
    void acquire({ onProgress: (loaded, total) => heard.push(`stays ${loaded}/${total}`) });
    nth(0).report(1, 9);
    leaving.abort();
    await assert.rejects(left);
    nth(0).report(2, 9);
    assert.deepEqual(heard, ['left', 'stays 1/9', 'stays 2/9']);
  });

  it('forgets a tracker that did not start: who asks at once gets another', async () => {
    const { nth, acquire } = workshop();
    const failed = new Error('no');
    const both = [acquire(), acquire()];
    const retries: Promise<unknown>[] = [];
    both[0]?.catch(() => retries.push(acquire()));
    nth(0).fail(failed);
    for (const waiting of both) await assert.rejects(waiting, failed);
    nth(1).finish();
    await Promise.all(retries);
  });

  it('hands a broken tracker to nobody else, though another user still holds it', async () => {
    const { nth, acquire } = workshop();
    const both = Promise.all([acquire(), acquire()]);
    nth(0).finish();
    const [first, second] = await both;
    first.discard();
    const next = acquire();
    nth(1).finish();
    assert.notEqual((await next).tracker, second.tracker);
    assert.equal(nth(0).closed, 0);
    second.release();
    await settle();
    assert.equal(nth(0).closed, 1);
    assert.equal(nth(1).closed, 0);
  });

  it('who aborts while it starts gets the reason at once, and the tracker ends when it is there', async () => {
    const { nth, acquire } = workshop();
    const leaving = new AbortController();
    const waiting = acquire({ signal: leaving.signal });
    const reason = new Error('gone');
    leaving.abort(reason);
    await assert.rejects(waiting, reason);
    assert.equal(nth(0).closed, 0);
    nth(0).finish();
    await settle();
    assert.equal(nth(0).closed, 1);
  });

  it('starts nothing for one who has aborted already', async () => {
    const { made, acquire } = workshop();
    await assert.rejects(acquire({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.equal(made.length, 0);
  });
});
