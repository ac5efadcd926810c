import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import Database from 'libsql';
import { createSqliteStore } from '../../src/service/storage/sqlite-store.ts';
import { temporaryFolder } from './run-service.ts';

const AT = { nowMs: 1000, maxOpenJobs: 100 };
const SESSIONS = { sessionsExpiredBeforeMs: 0 };
const CLAIM = { nowMs: 1000, leaseMs: 500, maxAttempts: 2 };

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

async function openStore(t: TestContext, file = join(temporaryFolder(t), 'store.db')) {
  const store = createSqliteStore(file);
  t.after(() => store.close());
  return { store, file };
}

async function addToken(store: Awaited<ReturnType<typeof openStore>>['store'], tokenHash = 'hash') {
  await store.tokens.add({
    tokenHash,
    accessKey: 'key',
    createdAtMs: 0,
    expiresAtMs: 2000,
    jobId: undefined,
  });
}

test('of many simultaneous spendings from two processes’ stores one is accepted', async (t) => {
  const { store, file } = await openStore(t);
  const { store: twin } = await openStore(t, file);
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

test('a claimed job is nobody else’s until its lease ends, and the late worker loses it', async (t) => {
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
  const outcome = { status: 'failed', reasons: [] } as const;
  assert.equal(await store.jobs.renew(first, { nowMs: 3001, leaseMs: 5999 }), false);
  assert.equal(await store.jobs.finish(first, outcome, 3001), false);
  assert.equal(await store.jobs.finish(second, outcome, 3001), true);
  assert.equal(await store.jobs.finish(second, outcome, 3002), false);
});

test('a job that killed its process too often is failed and its images deleted', async (t) => {
  const { store, file } = await openStore(t);
  await addToken(store);
  await store.jobs.accept(newJob('a'), AT);
  await store.jobs.claim(CLAIM);
  await store.jobs.claim({ ...CLAIM, nowMs: 2000 });
  assert.equal(await store.jobs.claim({ ...CLAIM, nowMs: 2499 }), undefined);
  assert.equal((await store.jobs.find('a'))?.outcome, undefined);
  assert.equal(await store.jobs.claim({ ...CLAIM, nowMs: 2500 }), undefined);
  assert.equal((await store.jobs.find('a'))?.outcome?.status, 'failed');
  const database = new Database(file);
  t.after(() => database.close());
  const count = database.prepare('SELECT count(*) AS images FROM job_images').get();
  assert.equal((count as { images: number }).images, 0);
});

test('purging deletes what is past its time and nothing else', async (t) => {
  const { store } = await openStore(t);
  for (const hash of ['done', 'open', 'unspent']) await addToken(store, hash);
  await store.jobs.accept(newJob('a', 'done'), AT);
  const claimed = await store.jobs.claim(CLAIM);
  assert.ok(claimed);
  await store.jobs.finish(claimed, { status: 'failed', reasons: [] }, 1000);
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

test('a file of a newer version is refused and left alone', async (t) => {
  const file = join(temporaryFolder(t), 'store.db');
  const database = new Database(file);
  database.pragma('user_version = 99');
  database.close();
  assert.throws(() => createSqliteStore(file), /schema 99/);
});
