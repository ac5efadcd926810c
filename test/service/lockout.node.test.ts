import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { type TestContext, test as testOnce } from 'node:test';
import type { Analysis } from '../../src/service/analysis/analysis.ts';
import { failedJob } from '../../src/service/jobs/failed-job.ts';
import { isFailedCheck, lockedUntilMs } from '../../src/service/jobs/lockout.ts';
import { FACE_LIVENESS_PATH, SUBMISSION_TOKENS_PATH } from '../../src/submission/wire.ts';
import { createFakeAnalyst, LIVE } from './fake-analyst.ts';
import { goodBody, KEYS, OTHER_KEYS, runService } from './run-service.ts';
import { PacedClient, takeShot } from './sessions/paced-client.ts';
import { type StorePlace, testOnEachStore as test } from './stores.ts';

const NOT_LIVE: Analysis = {
  status: 'success',
  live: false,
  liveness: 0,
  faults: [],
  measurements: [],
};

/** A service whose next verdicts the test chooses. */
async function runWithVerdicts(t: TestContext, place?: StorePlace) {
  const verdict = { next: NOT_LIVE };
  const analyst = createFakeAnalyst(() => verdict.next);
  const service = await runService(t, { analyst, ...(place && { place }) });
  const body = await goodBody();

  async function mint(subject?: string, keys = KEYS) {
    const request = subject === undefined ? null : { subject };
    return service.post(SUBMISSION_TOKENS_PATH, request, await service.authorize(keys));
  }

  const submit = (token: string, address: string) =>
    service.post(FACE_LIVENESS_PATH, body, { authorization: token, 'x-forwarded-for': address });

  async function check(address: string, subject?: string) {
    const { body: minted } = await mint(subject);
    const answer = await submit(minted.submission_token, address);
    if (answer.status === 202) {
      await service.finishedJob(answer.body.job_id, minted.submission_token);
    }
    return answer;
  }

  return { ...service, verdict, mint, submit, check };
}

test('after five failed checks in three minutes a person is locked out until the first is three minutes old', async (t) => {
  const service = await runWithVerdicts(t);
  const { body: early } = await service.mint('user-1');
  for (let failures = 0; failures < 5; failures += 1) {
    assert.equal((await service.check('203.0.113.7', 'user-1')).status, 202);
    service.clock.nowMs += 20_000;
  }
  const locked = await service.submit(early.submission_token, '203.0.113.7');
  assert.equal(locked.status, 429);
  assert.deepEqual(locked.body, {
    code: 'locked-out',
    errors: [],
    message: 'Too many failed checks; try again later',
    ok: false,
  });
  assert.equal(locked.headers.get('retry-after'), '80');
  assert.equal((await service.check('203.0.113.7', 'user-2')).status, 202, 'another person there');
  service.clock.nowMs += 79_999;
  assert.equal((await service.mint('user-1')).status, 429);
  service.clock.nowMs += 1;
  assert.equal((await service.check('203.0.113.7', 'user-1')).status, 202);
});

test('a token that was refused by the lock is still good when it opens', async (t) => {
  const service = await runWithVerdicts(t);
  const { body } = await service.mint('user-1');
  for (let failures = 0; failures < 5; failures += 1) await service.check('203.0.113.7', 'user-1');

  assert.equal((await service.submit(body.submission_token, '203.0.113.7')).status, 429);
  service.clock.nowMs += 180_000;
  assert.equal((await service.submit(body.submission_token, '203.0.113.7')).status, 202);
});

test('a named person is locked out by name, on every address, before a token is minted', async (t) => {
  const service = await runWithVerdicts(t);
  const { body: early } = await service.mint('user-1');
  for (let failures = 0; failures < 5; failures += 1) {
    assert.equal((await service.check(`203.0.113.${failures}`, 'user-1')).status, 202);
  }
  const activated = await new PacedClient(service, early.submission_token).activate();
  assert.equal(activated.status, 429, 'before the person does anything');
  const refused = await service.mint('user-1');
  assert.equal(refused.status, 429);
  assert.equal(refused.body.code, 'locked-out');
  assert.equal((await service.submit(early.submission_token, '203.0.113.99')).status, 429);
  assert.equal((await service.mint('user-2')).status, 200);
  assert.equal((await service.mint('user-1', OTHER_KEYS)).status, 200, 'another integrator’s');
  assert.equal((await service.check('203.0.113.0')).status, 202, 'nobody by name');
});

test('checks that came out live do not count, and those that could not be judged do', async (t) => {
  const service = await runWithVerdicts(t);
  service.verdict.next = LIVE;
  for (let checks = 0; checks < 6; checks += 1) {
    assert.equal((await service.check('203.0.113.7', 'user-1')).status, 202);
  }
  service.verdict.next = {
    status: 'incompleted',
    message: 'No face detected',
    faults: [],
    measurements: [],
  };
  for (let checks = 0; checks < 5; checks += 1) {
    assert.equal((await service.check('203.0.113.7', 'user-1')).status, 202);
  }
  assert.equal((await service.mint('user-1')).status, 429, 'a check without a face counts');
});

test('whom nobody has named is not locked out, whoever has failed at the same address', async (t) => {
  const service = await runWithVerdicts(t);
  for (let checks = 0; checks < 12; checks += 1) {
    assert.equal((await service.check('203.0.113.7')).status, 202, String(checks));
  }
});

test('the lock outlives a restart', async (t) => {
  const first = await runWithVerdicts(t);
  for (let failures = 0; failures < 5; failures += 1) await first.check('203.0.113.7', 'user-1');
  await first.served.close();
  const second = await runWithVerdicts(t, first.place);
  assert.equal((await second.mint('user-1')).status, 429);
});

testOnce('a subject is text of a sensible length, and only its hash is kept', async (t) => {
  const service = await runWithVerdicts(t);
  const mint = async (body: unknown) =>
    (await service.post(SUBMISSION_TOKENS_PATH, body, await service.authorize())).status;
  assert.equal(await mint({ subject: '' }), 400);
  assert.equal(await mint({ subject: 'x'.repeat(257) }), 400);
  assert.equal(await mint({ subject: 7 }), 400);
  assert.equal(await mint('{"subject":'), 400);
  assert.equal(await mint({}), 200);
  assert.equal(await mint(''), 200);
  assert.equal(await mint({ subject: 'the-name-of-somebody' }), 200);
  assert.equal(readFileSync(service.dataFile).includes('the-name-of-somebody'), false);
  assert.equal(service.log().includes('the-name-of-somebody'), false);
});

test('checks that are open count as if they failed, so that many at once pass no lock', async (t) => {
  const verdicts: (() => void)[] = [];
  const analyst = createFakeAnalyst(async () => {
    await new Promise<void>((resolve) => verdicts.push(resolve));
    return NOT_LIVE;
  });
  const service = await runService(t, { analyst, threads: 8 });
  const body = await goodBody();
  const from = { 'x-forwarded-for': '203.0.113.7' };
  async function submit(subject: string, token?: string) {
    const { body: minted } = token
      ? { body: { submission_token: token } }
      : await service.post(SUBMISSION_TOKENS_PATH, { subject }, await service.authorize());
    const authorization: string = minted.submission_token;
    const answer = await service.post(FACE_LIVENESS_PATH, body, { authorization, ...from });
    return { ...answer, token: authorization };
  }
  const sent = await Promise.all(Array.from({ length: 8 }, () => submit('user-1')));
  const accepted = sent.filter(({ status }) => status === 202);
  assert.equal(accepted.length, 5);
  const [early] = sent.filter(({ status }) => status !== 202);
  assert.equal(early?.status, 429);
  assert.equal(early.body.code, 'rate-limited');
  assert.equal(early.headers.get('retry-after'), '2');
  assert.equal((await submit('user-2')).status, 202, 'somebody else');

  while (verdicts.length < 6) await new Promise((resolve) => setImmediate(resolve));
  for (const end of verdicts) end();
  for (const { token, body: job } of accepted) await service.finishedJob(job.job_id, token);
  const locked = await submit('user-1', early.token);
  assert.equal(locked.body.code, 'locked-out', 'all of them failed');
  service.clock.nowMs += 180_000;
  assert.equal((await submit('user-1', early.token)).status, 202, 'its token is still good');
  while (verdicts.length < 7) await new Promise((resolve) => setImmediate(resolve));
  verdicts[6]?.();
});

testOnce('a failure of the service itself is nobody’s failed check', () => {
  assert.equal(isFailedCheck(failedJob('analysis-failed')), false);
  assert.equal(isFailedCheck(failedJob('image-refused')), true, 'sent to keep the analysis busy');
  assert.equal(isFailedCheck(NOT_LIVE), true);
  assert.equal(isFailedCheck(LIVE), false);
});

testOnce('the lock opens when the oldest failure that counts leaves the window', () => {
  const lockout = { lockoutFailures: 3, lockoutWindowMs: 100 };
  assert.equal(lockedUntilMs([90, 80], 95, lockout), undefined);
  assert.equal(lockedUntilMs([90, 80, 10], 95, lockout), 110);
  assert.equal(lockedUntilMs([90, 80, 10], 110, lockout), undefined);
  assert.equal(lockedUntilMs([90, 80, 70, 10], 95, lockout), 170);
  assert.equal(lockedUntilMs([90, 80, 70], 95, { ...lockout, lockoutFailures: 0 }), undefined);
});

test('who looks at gestures and leaves has tried: the eighth session in three minutes is refused, to that person alone', async (t) => {
  const service = await runWithVerdicts(t);
  const openFor = async (subject?: string) => {
    const { body } = await service.mint(subject);
    const client = new PacedClient(service, body.submission_token);
    return { client, opened: await client.activate() };
  };
  const early = await openFor('user-1');
  for (let looks = 0; looks < 7; looks += 1) {
    const { client } = await openFor('user-1');
    const told = await client.commit([await takeShot()]);
    assert.equal(told.status, 200, `look ${looks + 1}`);
    // Nobody looks twice by sending the same again.
    assert.equal((await client.askMoreTime()).status, 200);
  }
  const refused = (await openFor('user-1')).opened;
  assert.deepEqual([refused.status, refused.body.code], [429, 'locked-out']);
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  const late = await early.client.commit([await takeShot()]);
  assert.deepEqual([late.status, late.body.code], [429, 'locked-out']);
  const another = await early.client.askMoreTime();
  assert.equal(
    another.body.step?.shows,
    'neutral',
    'what was refused tells no gesture by another way',
  );
  assert.equal((await openFor('user-2')).opened.status, 201);
  assert.equal((await openFor()).opened.status, 201);
});

test('a lost answer of the first step is no second look, and a new attempt none either', async (t) => {
  const service = await runWithVerdicts(t);
  for (let sessions = 0; sessions < 7; sessions += 1) {
    const { body } = await service.mint('user-1');
    const client = new PacedClient(service, body.submission_token);
    await client.activate();
    const commitment = await client.commitment([await takeShot()]);
    for (let sent = 0; sent < 3; sent += 1) {
      assert.equal((await client.send(commitment)).status, 200);
    }
    await client.restart();
    assert.equal((await client.commit([await takeShot()])).status, 200);
  }
});

test('so many sessions of a person in a day and no more, unless nobody is locked out', async (t) => {
  const look = async (service: Awaited<ReturnType<typeof runService>>) => {
    const headers = await service.authorize(KEYS);
    const { body } = await service.post(SUBMISSION_TOKENS_PATH, { subject: 'user-1' }, headers);
    const client = new PacedClient(service, body.submission_token);
    const { status } = await client.activate();
    return status === 201 ? (await client.commit([await takeShot()])).status : status;
  };
  const strict = await runService(t, { personSessionsPerDay: 2 });
  assert.deepEqual([await look(strict), await look(strict), await look(strict)], [200, 200, 429]);
  const free = await runService(t, { personSessionsPerDay: 2, lockoutFailures: 0 });
  assert.deepEqual([await look(free), await look(free), await look(free)], [200, 200, 200]);
});
