import assert from 'node:assert/strict';
import { type TestContext, test as testOnce } from 'node:test';
import { pino } from 'pino';
import type { Analyst } from '../../src/service/analysis/analysis.ts';
import { failedJob } from '../../src/service/jobs/failed-job.ts';
import { createWorker, type Worker } from '../../src/service/jobs/worker.ts';
import { LIVE } from './fake-analyst.ts';
import { newStorePlace, openStoreAt, storeKindOf, testOnEachStore as test } from './stores.ts';

/** A worker with one job waiting, and a clock that the test moves. */
async function workerWithJob(
  t: TestContext,
  analyse: Analyst['analyse'],
  analysisTimeoutMs = 5000,
) {
  const clock = { nowMs: 0 };
  const store = await openStoreAt(newStorePlace(t, storeKindOf(t)));
  t.after(() => store.close());
  const request = {
    images: [Buffer.from('jpeg')],
    livenessThreshold: 0.5,
    autoOrientation: false,
    mainFaceOnly: false,
  };
  async function addJob(id: string): Promise<void> {
    const tokenHash = `hash of ${id}`;
    await store.tokens.add({
      tokenHash,
      accessKey: 'key',
      createdAtMs: 0,
      expiresAtMs: 1,
      jobId: undefined,
    });
    await store.jobs.accept(
      { id, tokenHash, accessKey: 'key', request },
      { nowMs: 0, maxOpenJobs: 2 },
    );
  }
  await addJob('job');
  const restart = (nextAnalyse: Analyst['analyse'], threads = 1) =>
    createWorker({
      jobs: store.jobs,
      analyse: nextAnalyse,
      settings: { leaseMs: 15_000, maxAttempts: 3, analysisTimeoutMs, threads },
      logger: pino({ level: 'silent' }),
      now: () => clock.nowMs,
    });
  const outcome = async (id = 'job') => (await store.jobs.find(id))?.outcome;
  return { addJob, clock, worker: restart(analyse), restart, outcome };
}

/** Works until the job has its outcome; in Redis, delays are by the real clock. */
async function workUntilDone(
  worker: Worker,
  outcome: () => Promise<unknown>,
  betweenTries = () => {},
): Promise<void> {
  while (!(await outcome())) {
    if (await worker.workOnce()) betweenTries();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

test('everybody’s first job is done before anybody’s second, whoever came first', async (t) => {
  const store = await openStoreAt(newStorePlace(t, storeKindOf(t)));
  t.after(() => store.close());
  const request = {
    images: [],
    livenessThreshold: 0.5,
    autoOrientation: false,
    mainFaceOnly: false,
  };
  let nowMs = 0;
  for (const [id, subjectHash] of [
    ['budi-1', 'budi'],
    ['budi-2', 'budi'],
    ['budi-3', 'budi'],
    ['siti-1', 'siti'],
    ['nobody', undefined],
    ['siti-2', 'siti'],
  ] as const) {
    const tokenHash = `hash of ${id}`;
    const token = {
      tokenHash,
      accessKey: 'key',
      createdAtMs: 0,
      expiresAtMs: 100,
      jobId: undefined,
    };
    await store.tokens.add({ ...token, subjectHash });
    const job = {
      id,
      tokenHash,
      accessKey: 'key',
      request: { ...request, images: [Buffer.from('x')] },
    };
    nowMs += 1;
    await store.jobs.accept(job, { nowMs, maxOpenJobs: 10 });
  }
  const done: string[] = [];
  for (let jobs = 0; jobs < 6; jobs += 1) {
    const job = await store.jobs.claim({ nowMs: 50, leaseMs: 15_000, maxAttempts: 3 });
    done.push(job?.id ?? 'none');
  }
  assert.deepEqual(done, ['budi-1', 'siti-1', 'nobody', 'budi-2', 'siti-2', 'budi-3']);
});

test('a job is done once, and then there is none', async (t) => {
  const { worker, outcome } = await workerWithJob(t, async () => LIVE);
  assert.equal(await worker.workOnce(), true);
  assert.deepEqual(await outcome(), LIVE);
  assert.equal(await worker.workOnce(), false);
});

testOnce('an analysis that throws is tried again, later each time, and then failed', async (t) => {
  let attempts = 0;
  const { clock, worker, outcome } = await workerWithJob(t, async () => {
    attempts += 1;
    throw new Error('broken');
  });
  for (const pauseMs of [1000, 2000]) {
    assert.equal(await worker.workOnce(), true);
    clock.nowMs += pauseMs - 1;
    assert.equal(await worker.workOnce(), false, 'not yet due');
    assert.equal(await outcome(), undefined);
    clock.nowMs += 1;
  }
  assert.equal(await worker.workOnce(), true);
  assert.deepEqual(await outcome(), failedJob('analysis-failed'));
  assert.equal(attempts, 3);
});

test('an analysis that recovers gives its result', async (t) => {
  let failures = 1;
  const { clock, worker, outcome } = await workerWithJob(t, async () => {
    if (failures-- > 0) throw new Error('out of memory');
    return LIVE;
  });
  await worker.workOnce();
  clock.nowMs += 1000;
  await workUntilDone(worker, outcome);
  assert.deepEqual(await outcome(), LIVE);
});

test('images that cannot be decoded fail the job at once', async (t) => {
  const { worker, outcome } = await workerWithJob(t, async () => {
    throw Object.assign(new Error('The image cannot be decoded.'), { name: 'ImageRefused' });
  });
  await worker.workOnce();
  assert.deepEqual(await outcome(), failedJob('image-refused'));
});

test('an analysis that never ends is given up', async (t) => {
  const { clock, worker, outcome } = await workerWithJob(t, () => new Promise(() => {}), 1);
  clock.nowMs += 1;
  await workUntilDone(worker, outcome, () => {
    clock.nowMs += 2000;
  });
  assert.equal((await outcome())?.status, 'failed');
});

test('a stopped worker finishes the job at hand and takes no other', async (t) => {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  let finish = () => {};
  const wait = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const { worker, outcome } = await workerWithJob(t, async () => {
    begin();
    await wait;
    return LIVE;
  });
  worker.start();
  await begun;
  const stopped = worker.stop();
  finish();
  await stopped;
  assert.deepEqual(await outcome(), LIVE);
});

test('a job that is not done within the grace is handed back, to be done by the next worker', async (t) => {
  let begin = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const { clock, worker, outcome, restart } = await workerWithJob(t, () => {
    begin();
    return new Promise(() => {});
  });
  worker.start();
  await begun;
  await worker.stop(0);
  assert.equal(worker.isRunning, false);
  assert.equal(await outcome(), undefined);
  // At once: nobody waits for the lease of 15 seconds to end.
  assert.equal(clock.nowMs, 0);
  assert.equal(await restart(async () => LIVE).workOnce(), true);
  assert.deepEqual(await outcome(), LIVE);
});

test('a job that arrives when the grace is over is handed back as well', async (t) => {
  let analyses = 0;
  const { worker, outcome, restart } = await workerWithJob(t, () => {
    analyses += 1;
    return new Promise(() => {});
  });
  worker.start();
  await worker.stop(0);
  assert.equal(worker.isRunning, false);
  assert.ok(analyses <= 1);
  assert.equal(await restart(async () => LIVE).workOnce(), true);
  assert.deepEqual(await outcome(), LIVE);
});

test('two threads do two jobs at a time', async (t) => {
  let running = 0;
  let most = 0;
  const both: (() => void)[] = [];
  const analyse = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => {
      both.push(resolve);
      if (both.length === 2) for (const end of both) end();
    });
    running -= 1;
    return LIVE;
  };
  const { addJob, outcome, restart } = await workerWithJob(t, analyse);
  await addJob('job-2');
  const worker = restart(analyse, 2);
  worker.start();
  while (!(await outcome('job')) || !(await outcome('job-2'))) {
    await new Promise((resolve) => setImmediate(resolve));
  }
  await worker.stop();
  assert.equal(most, 2);
});
