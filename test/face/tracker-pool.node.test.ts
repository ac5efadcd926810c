import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Frame } from '../../src/camera/frame.ts';
import type { FaceTracker } from '../../src/face/face-tracker.ts';
import type { LoadProgress } from '../../src/face/load-progress.ts';
import { TrackerPool } from '../../src/face/tracker-pool.ts';

interface Made {
  finish(): void;
  fail(error: Error): void;
  readonly report: LoadProgress;
  /** Ends its start. */
  readonly signal: AbortSignal;
  /** From now on it tracks nothing. */
  breakDown(): void;
  closed: number;
}

const ASSETS = { assetUrl: 'https://assets.test/one' };
const frame = {} as Frame;
const quiet: LoadProgress = () => undefined;

/** A pool whose trackers start, fail and end by hand. */
function workshop() {
  const made: Made[] = [];
  const pool = new TrackerPool(
    (_assets, report, signal) =>
      new Promise((resolve, reject) => {
        let broken = false;
        const tracker: FaceTracker = {
          track: async () => {
            if (broken) throw new Error('broken');
            return { capturedAtMs: made.indexOf(one), faceCount: 0 };
          },
          close: () => {
            one.closed++;
          },
        };
        const one: Made = {
          finish: () => resolve(tracker),
          fail: reject,
          report,
          signal,
          breakDown: () => {
            broken = true;
          },
          closed: 0,
        };
        made.push(one);
      }),
  );
  const nth = (index: number): Made => {
    const one = made[index];
    if (!one) throw new Error(`tracker ${index} was not started`);
    return one;
  };
  return { made, nth, pool };
}

/** Which of the trackers it is. */
const numberOf = async (tracker: FaceTracker) => (await tracker.track(frame)).capturedAtMs;
/** Lets everything happen that waits for nothing but promises. */
const settle = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('a lease of the page’s tracker', () => {
  before(() => {
    globalThis.document = { baseURI: 'https://page.test/' } as Document;
  });

  it('tells who joins how far the loading is, while it loads and afterwards', async () => {
    const { nth, pool } = workshop();
    const told: unknown[][] = [];
    const first = pool.lease().acquire(ASSETS, quiet);
    nth(0).report(10, 100);
    const second = pool.lease().acquire(ASSETS, (...progress) => told.push(progress));
    assert.deepEqual([...told], [[10, 100]]);
    const whole = { during: 'start', functions: [], message: 'unreachable' } as const;
    nth(0).report(100, 100, whole);
    nth(0).finish();
    await Promise.all([first, second]);
    await pool.lease().acquire(ASSETS, (...progress) => told.push(progress));
    assert.deepEqual(told, [
      [10, 100],
      [100, 100, whole],
      // Why it is another runtime was news for who was there.
      [100, 100],
    ]);
  });

  it('shares one tracker with another lease, and the last release ends it', async () => {
    const { made, nth, pool } = workshop();
    const [first, second] = [pool.lease(), pool.lease()];
    const both = [first.acquire(ASSETS, quiet), second.acquire(ASSETS, quiet)];
    nth(0).finish();
    await Promise.all(both);
    assert.equal(made.length, 1);
    first.release();
    first.release();
    await settle();
    assert.equal(nth(0).closed, 0);
    second.release();
    await settle();
    assert.equal(nth(0).closed, 1);
  });

  it('stops the loading when the last element has gone, and not before', async () => {
    const { nth, pool } = workshop();
    const [first, second] = [pool.lease(), pool.lease()];
    const waiting = [first.acquire(ASSETS, quiet), second.acquire(ASSETS, quiet)];
    const ended = Promise.allSettled(waiting);
    first.release();
    assert.equal(nth(0).signal.aborted, false);
    second.release();
    assert.equal(nth(0).signal.aborted, true);
    await ended;
  });

  it('holds one tracker, however often it is asked', async () => {
    const { nth, pool } = workshop();
    const lease = pool.lease();
    const twice = [lease.acquire(ASSETS, quiet), lease.acquire(ASSETS, quiet)];
    nth(0).finish();
    await Promise.all(twice);
    lease.release();
    await settle();
    assert.equal(nth(0).closed, 1);
  });

  it('starts another one after the last release', async () => {
    const { made, nth, pool } = workshop();
    const lease = pool.lease();
    const first = lease.acquire(ASSETS, quiet);
    nth(0).finish();
    await first;
    lease.release();
    const second = lease.acquire(ASSETS, quiet);
    nth(1).finish();
    assert.equal(await numberOf(await second), 1);
    assert.equal(made.length, 2);
  });

  it('of other assets is another tracker, and the one before is given back', async () => {
    const { nth, pool } = workshop();
    const lease = pool.lease();
    const first = lease.acquire(ASSETS, quiet);
    nth(0).finish();
    await first;
    void lease.acquire({ assetUrl: 'https://assets.test/other' }, quiet);
    await settle();
    assert.equal(nth(0).closed, 1);
    assert.equal(nth(1).closed, 0);
  });

  it('tells all who wait how the loading goes, and nobody who has gone', async () => {
    const { nth, pool } = workshop();
    const heard: string[] = [];
    const leaving = pool.lease();
    const left = leaving.acquire(ASSETS, () => heard.push('left'));
    void pool.lease().acquire(ASSETS, (loaded, total) => heard.push(`stays ${loaded}/${total}`));
    nth(0).report(1, 9);
    leaving.release();
    await assert.rejects(left);
    nth(0).report(2, 9);
    assert.deepEqual(heard, ['left', 'stays 1/9', 'stays 2/9']);
  });

  it('of a tracker that did not start is over: who asks at once gets another', async () => {
    const { nth, pool } = workshop();
    const failed = new Error('no');
    const [first, second] = [pool.lease(), pool.lease()];
    const both = [first.acquire(ASSETS, quiet), second.acquire(ASSETS, quiet)];
    const retries: Promise<unknown>[] = [];
    both[0]?.catch(() => retries.push(first.acquire(ASSETS, quiet)));
    nth(0).fail(failed);
    for (const waiting of both) await assert.rejects(waiting, failed);
    nth(1).finish();
    await Promise.all(retries);
  });

  it('of a tracker that broke is given back at once, and the next need starts another', async () => {
    const { nth, pool } = workshop();
    const [working, idle] = [pool.lease(), pool.lease()];
    const both = Promise.all([working.acquire(ASSETS, quiet), idle.acquire(ASSETS, quiet)]);
    nth(0).finish();
    const [tracker] = await both;
    nth(0).breakDown();
    await assert.rejects(tracker.track(frame), { message: 'broken' });
    const next = working.acquire(ASSETS, quiet);
    nth(1).finish();
    assert.equal(await numberOf(await next), 1);
    await settle();
    assert.equal(nth(0).closed, 0, 'somebody still holds it');
    idle.release();
    await settle();
    assert.deepEqual([nth(0).closed, nth(1).closed], [1, 0]);
  });

  it('that is released while the tracker starts rejects at once, and the tracker ends when it is there', async () => {
    const { nth, pool } = workshop();
    const lease = pool.lease();
    const waiting = lease.acquire(ASSETS, quiet);
    lease.release();
    await assert.rejects(waiting, { name: 'AbortError' });
    assert.equal(nth(0).closed, 0);
    nth(0).finish();
    await settle();
    assert.equal(nth(0).closed, 1);
  });
});
