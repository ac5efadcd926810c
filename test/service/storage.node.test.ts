import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test as testOnce } from 'node:test';
import Database from 'libsql';
import { failedJob } from '../../src/service/jobs/failed-job.ts';
import { type JobOutcome, jobDetailsOf } from '../../src/service/jobs/job.ts';
import { createSqliteStore } from '../../src/service/storage/sqlite/sqlite-store.ts';
import {
  countJobImages,
  newStorePlace,
  openStoreAt,
  type StorePlace,
  storeKindOf,
  testOnEachStore as test,
} from './stores.ts';
import { temporaryFolder } from './temporary-folder.ts';

const AT = { nowMs: 1000, maxOpenJobs: 100 };
const SESSIONS = {
  sessionsExpiredBeforeMs: 0,
  framesRememberedBeforeMs: 0,
  linksExpiredBeforeMs: 0,
  deadBeforeMs: 0,
};
const CLAIM = { nowMs: 1000, leaseMs: 500, maxAttempts: 2 };
const FAILED = { status: 'failed', faults: [], measurements: [] } as const;

function newJob(id: string, tokenHash = 'hash') {
  return {
    id,
    tokenHash,
    accessKey: 'key',
    request: {
      images: [Buffer.from('one'), Buffer.from('two')],
      livenessThreshold: 0.5,
      autoOrientation: false,
      mainFaceOnly: true,
    },
  };
}

async function openStore(t: TestContext, place: StorePlace = newStorePlace(t, storeKindOf(t))) {
  const store = await openStoreAt(place);
  t.after(() => store.close());
  return { store, place };
}

type OpenStore = Awaited<ReturnType<typeof openStore>>['store'];

async function addToken(store: OpenStore, tokenHash = 'hash') {
  await store.tokens.add({
    tokenHash,
    accessKey: 'key',
    createdAtMs: 0,
    expiresAtMs: 2000,
    jobId: undefined,
  });
}

/**
 * Claims the job whose lease has ended by the given clock. BullMQ's locks end by Redis's own clock, and it looks for
 * those that did once in a lease: so this asks until it is so.
 */
async function claimAgain(store: OpenStore, nowMs: number) {
  for (;;) {
    const job = await store.jobs.claim({ ...CLAIM, nowMs });
    if (job) return job;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('of many simultaneous spendings from two processes’ stores one is accepted', async (t) => {
  const { store, place } = await openStore(t);
  const { store: twin } = await openStore(t, place);
  await addToken(store);
  const acceptances = await Promise.all(
    Array.from({ length: 50 }, (_, i) => (i % 2 ? store : twin).jobs.accept(newJob(`job${i}`), AT)),
  );
  assert.equal(acceptances.filter((acceptance) => acceptance === 'accepted').length, 1);
  assert.equal(acceptances.filter((acceptance) => acceptance === 'used').length, 49);
});

test('a token that cannot be spent keeps no job', async (t) => {
  const { store } = await openStore(t);
  await addToken(store);
  assert.equal(await store.jobs.accept(newJob('a', 'nobody’s'), AT), 'unknown');
  assert.equal(await store.jobs.accept(newJob('b'), { ...AT, nowMs: 2000 }), 'expired');
  assert.equal(await store.jobs.accept(newJob('c'), { ...AT, maxOpenJobs: 0 }), 'full');
  for (const id of ['a', 'b', 'c']) assert.equal(await store.jobs.find(id), undefined);
  assert.equal(await store.jobs.accept(newJob('d'), AT), 'accepted');
});

testOnce('a lease ends at its very millisecond, and the late worker loses it', async (t) => {
  const { store } = await openStore(t);
  await addToken(store);
  await store.jobs.accept(newJob('a'), AT);
  const first = await store.jobs.claim(CLAIM);
  assert.deepEqual(first, { id: 'a', attempt: 1, request: newJob('a').request });
  assert.equal(await store.jobs.claim({ ...CLAIM, nowMs: 1499 }), undefined);
  assert.equal(await store.jobs.renew(first, { nowMs: 1499, leaseMs: 1501 }), true);
  assert.equal(await store.jobs.claim({ ...CLAIM, nowMs: 2999 }), undefined);
  const second = await store.jobs.claim({ ...CLAIM, nowMs: 3000 });
  assert.equal(second?.attempt, 2);
  assert.equal(await store.jobs.renew(first, { nowMs: 3001, leaseMs: 5999 }), false);
  assert.equal(await store.jobs.finish(first, FAILED, 3001), false);
  assert.equal(await store.jobs.finish(second, FAILED, 3001), true);
  assert.equal(await store.jobs.finish(second, FAILED, 3002), false);
});

test('a claimed job is nobody else’s until its lease ends, and the late worker loses it', async (t) => {
  const { store, place } = await openStore(t);
  const { store: twin } = await openStore(t, place);
  await addToken(store);
  await store.jobs.accept(newJob('a'), AT);
  const first = await store.jobs.claim(CLAIM);
  assert.deepEqual(first, { id: 'a', attempt: 1, request: newJob('a').request });
  assert.equal(await twin.jobs.claim(CLAIM), undefined);
  assert.equal(await store.jobs.renew(first, { nowMs: 1100, leaseMs: 500 }), true);
  const second = await claimAgain(twin, 1600);
  assert.equal(second.attempt, 2);
  assert.deepEqual(second.request, newJob('a').request);
  assert.equal(await store.jobs.renew(first, { nowMs: 1601, leaseMs: 500 }), false);
  assert.equal(await store.jobs.finish(first, FAILED, 1601), false);
  assert.equal((await store.jobs.find('a'))?.outcome, undefined);
  assert.equal(await twin.jobs.finish(second, FAILED, 1602), true);
  assert.equal(await twin.jobs.finish(second, FAILED, 1603), false);
  assert.equal(await store.jobs.countOpen(), 0);
  assert.equal(await store.jobs.claim({ ...CLAIM, nowMs: 9000 }), undefined);
});

test('a job that is handed back is due at once, for anybody', async (t) => {
  const { store, place } = await openStore(t);
  const { store: twin } = await openStore(t, place);
  await addToken(store);
  await store.jobs.accept(newJob('a'), AT);
  const first = await store.jobs.claim(CLAIM);
  assert.ok(first);
  assert.equal(await store.jobs.handBack(first, { nowMs: 1000, dueAtMs: 1000 }), true);
  assert.equal((await twin.jobs.claim(CLAIM))?.attempt, 2);
  assert.equal(await store.jobs.handBack(first, { nowMs: 1000, dueAtMs: 1000 }), false);
});

test('a job that killed its process too often is failed and its images deleted', async (t) => {
  const { store, place } = await openStore(t);
  await addToken(store);
  await store.jobs.accept(newJob('a'), AT);
  await store.jobs.claim(CLAIM);
  await claimAgain(store, 1500);
  assert.equal(await store.jobs.claim({ ...CLAIM, nowMs: 1999 }), undefined);
  assert.equal((await store.jobs.find('a'))?.outcome, undefined);
  assert.equal(await countJobImages(place), 2);
  while (!(await store.jobs.find('a'))?.outcome) {
    await store.jobs.claim({ ...CLAIM, nowMs: 2000 });
    await new Promise((resolve) => setImmediate(resolve));
  }
  assert.deepEqual((await store.jobs.find('a'))?.outcome, failedJob('attempts-exhausted'));
  assert.equal(await countJobImages(place), 0);
});

test('the same acceptance again, after an answer that was lost, is the same', async (t) => {
  const { store } = await openStore(t);
  await addToken(store);
  assert.equal(await store.jobs.accept(newJob('a'), AT), 'accepted');
  assert.equal(await store.jobs.accept(newJob('a'), AT), 'accepted');
  assert.equal(await store.jobs.accept(newJob('b'), AT), 'used');
  assert.equal(await store.jobs.countOpen(), 1);
});

test('a signature is used once, whoever tries', async (t) => {
  const { store, place } = await openStore(t);
  const { store: twin } = await openStore(t, place);
  const at = { nowMs: 1000, expiresAtMs: 901_000 };
  const uses = await Promise.all(
    Array.from({ length: 20 }, (_, i) => (i % 2 ? store : twin).signatures.use('hash', at)),
  );
  assert.equal(uses.filter(Boolean).length, 1);
  assert.equal(await store.signatures.use('another', at), true);
});

test('access keys are seen by every process, oldest first, and disabled for all of them', async (t) => {
  const { store, place } = await openStore(t);
  const { store: twin } = await openStore(t, place);
  const key = (accessKey: string, createdAtMs: number) => ({
    ...{ accessKey, createdAtMs, label: 'shop', disabledAtMs: undefined },
    secretDigest: Buffer.alloc(32, 7),
  });
  await store.keys.add(key('LATE', 2));
  await store.keys.add(key('EARLY', 1));
  await assert.rejects(twin.keys.add(key('LATE', 3)));
  assert.deepEqual(await twin.keys.list(), [key('EARLY', 1), key('LATE', 2)]);
  assert.equal(await twin.keys.disable('LATE', 5), true);
  assert.equal(await store.keys.disable('LATE', 6), false);
  assert.equal(await store.keys.disable('NOBODY', 6), false);
  assert.deepEqual(await store.keys.find('LATE'), { ...key('LATE', 2), disabledAtMs: 5 });
  assert.equal(await store.keys.find('NOBODY'), undefined);
});

test('purging deletes what is past its time and nothing else', async (t) => {
  const { store } = await openStore(t);
  for (const hash of ['done', 'open', 'unspent']) await addToken(store, hash);
  await store.jobs.accept(newJob('a', 'done'), AT);
  const claimed = await store.jobs.claim(CLAIM);
  assert.ok(claimed);
  await store.jobs.finish(claimed, FAILED, 1000);
  await store.jobs.accept(newJob('b', 'open'), AT);
  const known = async () => ({
    jobs: (await Promise.all(['a', 'b'].map((id) => store.jobs.find(id)))).map(Boolean),
    tokens: (
      await Promise.all(['done', 'open', 'unspent'].map((hash) => store.tokens.find(hash)))
    ).map(Boolean),
  });
  await store.purge({ finishedBeforeMs: 1000, expiredBeforeMs: 2000, nowMs: 0, ...SESSIONS });
  assert.deepEqual(await known(), { jobs: [true, true], tokens: [true, true, true] });
  await store.purge({ finishedBeforeMs: 1001, expiredBeforeMs: 2001, nowMs: 0, ...SESSIONS });
  assert.deepEqual(await known(), { jobs: [false, true], tokens: [false, true, false] });
});

/** Accepts a job that brings frames, and returns the steps of which the analysis is told that they were seen before. */
async function bring(
  store: OpenStore,
  id: string,
  frames: readonly [letter: string, step: number][],
  { nowMs = AT.nowMs, most = 100 } = {},
): Promise<readonly number[] | undefined> {
  await addToken(store, `token of ${id}`);
  const brought = frames.map(([letter, step]) => ({ sha256: letter.repeat(64), step }));
  const job = { ...newJob(id, `token of ${id}`), frames: brought };
  const at = { ...AT, nowMs, mostRememberedFrames: most };
  assert.equal(await store.jobs.accept(job, at), 'accepted');
  assert.equal(await store.jobs.accept(job, at), 'accepted');
  const claimed = await store.jobs.claim({ ...CLAIM, nowMs });
  assert.ok(claimed?.id === id);
  assert.equal(claimed.request.images.length, 2);
  return claimed.request.stepsSeenBefore;
}

test('a frame that another job has brought is seen again, in every process, until it is forgotten', async (t) => {
  const { store, place } = await openStore(t);
  const { store: twin } = await openStore(t, place);
  // The same job once more, as its answer was lost, is no other.
  assert.equal(
    await bring(store, 'first', [
      ['a', 0],
      ['b', 1],
      ['c', 2],
    ]),
    undefined,
  );
  assert.deepEqual(
    await bring(twin, 'second', [
      ['d', 0],
      ['c', 1],
      ['b', 2],
      ['a', 2],
    ]),
    [1, 2],
  );
  const purge = (framesRememberedBeforeMs: number) =>
    store.purge({
      finishedBeforeMs: 0,
      expiredBeforeMs: 0,
      nowMs: 0,
      ...SESSIONS,
      framesRememberedBeforeMs,
    });
  await purge(AT.nowMs);
  assert.deepEqual(await bring(store, 'third', [['a', 3]]), [3]);
  await purge(AT.nowMs + 1);
  assert.equal(await bring(store, 'fourth', [['a', 3]]), undefined);
});

test('a frame of a job that was not accepted is not remembered', async (t) => {
  const { store } = await openStore(t);
  await addToken(store, 'full');
  const frames = [{ sha256: 'a'.repeat(64), step: 1 }];
  const refused = { ...newJob('refused', 'full'), frames };
  assert.equal(await store.jobs.accept(refused, { ...AT, maxOpenJobs: 0 }), 'full');
  assert.equal(await bring(store, 'taken', [['a', 1]]), undefined);
});

test('no more frames are remembered than the operator allows: the oldest go first', async (t) => {
  const { store } = await openStore(t);
  await bring(
    store,
    'one',
    [
      ['a', 0],
      ['b', 1],
    ],
    { nowMs: 1000, most: 3 },
  );
  await bring(
    store,
    'two',
    [
      ['c', 0],
      ['d', 1],
    ],
    { nowMs: 1001, most: 3 },
  );
  assert.deepEqual(
    await bring(
      store,
      'three',
      [
        ['a', 0],
        ['c', 1],
        ['d', 2],
      ],
      { nowMs: 1002, most: 3 },
    ),
    [1, 2],
  );
});

testOnce('a file of a newer version is refused and left alone', async (t) => {
  const file = join(temporaryFolder(t), 'store.db');
  const database = new Database(file);
  database.pragma('user_version = 99');
  database.close();
  assert.throws(() => createSqliteStore(file), /schema 99/);
});

test('an outcome that was stored before there were faults is read as one without', async (t) => {
  const { store } = await openStore(t);
  await addToken(store);
  await store.jobs.accept(newJob('a'), AT);
  const job = await store.jobs.claim(CLAIM);
  assert.ok(job);
  const old = { status: 'success', live: false, liveness: 0.3, reasons: ['identical images'] };
  await store.jobs.finish(job, old as unknown as JobOutcome, 1500);
  const found = await store.jobs.find('a');
  assert.ok(found);
  assert.deepEqual(jobDetailsOf(found), { paced: false, faults: [], measurements: [] });
});
