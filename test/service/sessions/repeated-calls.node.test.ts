import assert from 'node:assert/strict';
import { createEvidenceKey } from '../../../src/capture/evidence-key.ts';
import { SESSION_PATH, SESSION_SWAPS_PATH } from '../../../src/submission/session-wire.ts';
import { SUBMISSION_TOKEN_LIFETIME_MS } from '../../../src/submission/wire.ts';
import { goodBody, runService } from '../run-service.ts';
import { testOnEachStore as test } from '../stores.ts';
import { assertRefused, openSession } from './open-session.ts';
import { takeShot } from './paced-client.ts';

const PAGE = { origin: 'https://shop.example' };

test('an activation whose answer was lost is answered again, and another one is refused', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const headers = { authorization: token, ...PAGE };
  const { publicKey } = await createEvidenceKey();
  const activate = (key: object, more: object = {}, from = headers) =>
    service.post(SESSION_PATH, { version: 1, public_key: key, ...more }, from);
  const first = await activate(publicKey);
  const again = await activate(publicKey);
  assert.deepEqual([first.status, again.status], [201, 200]);
  assert.deepEqual(again.body, first.body);
  const other = await createEvidenceKey();
  assertRefused(await activate(other.publicKey), 409, 'session-repeated');
  const consent = { consent_sha256: '0'.repeat(64) };
  assertRefused(await activate(publicKey, consent), 409, 'session-repeated');
  const elsewhere = { ...headers, origin: 'https://other.example' };
  assertRefused(await activate(publicKey, {}, elsewhere), 409, 'session-repeated');
});

test('a step that was committed to is answered again with the step that is asked now', async (t) => {
  const { client } = await openSession(t);
  const shot = await takeShot();
  const commitment = await client.commitment([shot]);
  const first = await client.send(commitment);
  const again = await client.send(commitment);
  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual(again.body, first.body);
  await client.upload(shot);
  await client.reachLastStep();
  assert.equal((await client.submit([await takeShot()])).status, 202);
});

test('a gesture that is swapped away twice by its name costs one swap', async (t) => {
  const { service, client } = await openSession(t);
  await client.commit([await takeShot()]);
  const { attempt, step, swaps_left: left } = client.answer ?? assert.fail();
  const headers = { authorization: client.token, ...PAGE };
  const swap = (shows: string) =>
    service.post(SESSION_SWAPS_PATH, { attempt, step: step.step, shows }, headers);
  const first = await swap(step.shows);
  const again = await swap(step.shows);
  assert.deepEqual([first.status, again.status], [200, 200]);
  assert.deepEqual(again.body, first.body);
  assert.equal(again.body.swaps_left, left - 1);
  const next = await swap(first.body.step.shows);
  assert.notEqual(next.body.step.shows, first.body.step.shows);
  assertRefused(await swap('neutral'), 409, 'step-out-of-order');
});

test('an attempt that is given up twice is given up once, and keeps its frames', async (t) => {
  const { client } = await openSession(t);
  await client.commit([await takeShot()]);
  const first = await client.restart(0);
  const shot = await takeShot();
  const step = await client.commit([shot]);
  await client.upload(shot);
  const again = await client.restart(0);
  assert.deepEqual([first.body.attempt, again.body.attempt], [1, 1]);
  assert.deepEqual(again.body, step.body);
  assert.equal(again.body.attempts_left, first.body.attempts_left);
});

test('more time that is asked for twice is given once', async (t) => {
  const { client, service } = await openSession(t);
  await client.commit([await takeShot()]);
  const first = await client.askMoreTime();
  service.clock.nowMs += 1000;
  const again = await client.askMoreTime();
  assert.equal(again.body.step.limit_ms, first.body.step.limit_ms - 1000);
});

test('the same submission again is the same job, for as long as its token lives', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const body = await goodBody();
  const answers = [];
  for (let i = 0; i < 3; i++) answers.push(await service.submit(token, body));
  const [first, ...again] = answers;
  assert.equal(first?.status, 202);
  for (const { status, body: said } of again) {
    assert.deepEqual({ status, said }, { status: 202, said: first?.body });
  }
  await service.finishedJob(first?.body.job_id, token);
  assert.equal(service.analyst.requests.length, 1, 'judged once');
  const other = await service.submit(token, await goodBody('another'));
  assertRefused(other, 401, 'not-authenticate');
  assert.equal(other.body.message, 'Submission token has been used');
  service.clock.nowMs += SUBMISSION_TOKEN_LIFETIME_MS;
  assertRefused(await service.submit(token, body), 401, 'not-authenticate');
});

test('one submission that arrives many times at once is one job', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const body = await goodBody();
  const answers = await Promise.all(Array.from({ length: 12 }, () => service.submit(token, body)));
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([202]));
  const jobs = new Set(answers.map(({ body: said }) => said.job_id));
  assert.equal(jobs.size, 1);
  await service.finishedJob([...jobs][0], token);
  assert.equal(service.analyst.requests.length, 1);
});

test('the last step of a session whose answer was lost is the same job', async (t) => {
  const { client } = await openSession(t);
  await client.reachLastStep();
  const body = await client.submission([await takeShot()]);
  const first = await client.sendSubmission(body);
  const again = await client.sendSubmission(body);
  assert.deepEqual([first.status, again.status], [202, 202]);
  assert.equal(again.body.job_id, first.body.job_id);
});
