import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as v from 'valibot';
import { createLivenessHandler, type LivenessHandlerOptions } from '../../src/server/index.ts';
import { handOffAnswerSchema, handOffStateSchema } from '../../src/submission/hand-off-wire.ts';
import { runLinkHandler } from './run-link-handler.ts';

const runHandOff = (t: TestContext, options: Partial<LivenessHandlerOptions> = {}) =>
  runLinkHandler(t, { handoff: {}, ...options });

test('a check on a phone comes out where it was handed over, and the backend is told', async (t) => {
  const { ask, analysis, phoneOf, verdicts } = await runHandOff(t);
  const made = await ask('POST', '/handoff');
  assert.equal(made.status, 201);
  const { id, url } = v.parse(handOffAnswerSchema, made.body);
  const look = async () => v.parse(handOffStateSchema, (await ask('GET', `/handoff/${id}`)).body);
  assert.deepEqual(await look(), { state: 'open' });
  const phone = await phoneOf(url);
  assert.deepEqual(await look(), { state: 'visited' });
  analysis.live = false;
  await phone.check('first');
  assert.deepEqual(await look(), { state: 'visited' });
  assert.equal(verdicts.length, 0);
  analysis.live = true;
  const jobId = await phone.check('second');
  // Without the score, which teaches attackers.
  assert.deepEqual(await look(), {
    state: 'passed',
    jobId,
    verdict: { status: 'judged', live: true },
  });
  assert.deepEqual(
    verdicts.map(({ jobId, session }) => [session, jobId]),
    [['anna', jobId]],
  );
});

test('another session learns nothing of a hand-off, and cannot end it', async (t) => {
  const { ask, client } = await runHandOff(t);
  const { body } = await ask('POST', '/handoff');
  for (const [method, path] of [
    ['GET', `/handoff/${body.id}`],
    ['POST', `/handoff/${body.id}/end`],
  ] as const) {
    assert.equal((await ask(method, path, 'bert')).status, 404);
  }
  assert.equal((await client.getCheckLink(body.id)).state, 'open');
});

test('whoever ends it, the other learns it', async (t) => {
  const { ask, client, phoneOf } = await runHandOff(t);
  const first = (await ask('POST', '/handoff')).body;
  for (const _ of [1, 2]) {
    assert.deepEqual((await ask('POST', `/handoff/${first.id}/end`)).body, { state: 'revoked' });
  }
  assert.equal((await client.getCheckLink(first.id)).state, 'revoked');
  const second = (await ask('POST', '/handoff')).body;
  await (await phoneOf(second.url)).end();
  assert.deepEqual((await ask('GET', `/handoff/${second.id}`)).body, { state: 'revoked' });
});

test('the phone speaks the language of the page, and the person is the same', async (t) => {
  const asked: object[] = [];
  const { client } = await runHandOff(t);
  const { ask } = await runHandOff(t, {
    subject: () => 'customer-7',
    client: {
      ...client,
      async createCheckLink(options = {}) {
        const { language, lifetimeMs, subject } = options;
        asked.push({ language, lifetimeMs, subject });
        return client.createCheckLink(options);
      },
    },
  });
  await ask('POST', '/handoff', 'anna', { 'accept-language': 'id-ID,id;q=0.9' });
  await ask('POST', '/handoff', 'anna', { 'accept-language': '*' });
  const common = { lifetimeMs: 600_000, subject: 'customer-7' };
  assert.deepEqual(asked, [
    { language: 'id-ID', ...common },
    { language: undefined, ...common },
  ]);
});

test('a hand-off is a token as far as limits go, and comes from the page alone', async (t) => {
  const { ask } = await runHandOff(t, { tokensPerMinute: 2 });
  const from = { 'sec-fetch-site': 'cross-site' };
  assert.equal((await ask('POST', '/handoff', 'anna', from)).body.code, 'cross-site');
  const statuses = [];
  for (const _ of [1, 2, 3]) statuses.push((await ask('POST', '/handoff')).status);
  assert.deepEqual(statuses, [201, 201, 429]);
});

test('where it is not offered there is no such endpoint', async (t) => {
  const { client } = await runHandOff(t);
  const { ask } = await runHandOff(t, { handoff: undefined as never });
  assert.equal((await ask('POST', '/handoff')).status, 404);
  const old = {
    createSubmissionToken: client.createSubmissionToken,
    getVerdict: client.getVerdict,
  };
  assert.throws(
    () => createLivenessHandler({ client: old, session: () => 'anna', handoff: {} }),
    /createLivenessClient/,
  );
});

test('a hand-off whose person is erased is over, at either side', async (t) => {
  const { ask, client, phoneOf } = await runHandOff(t, { subject: () => 'customer-7' });
  const { id, url } = (await ask('POST', '/handoff')).body;
  const phone = await phoneOf(url);
  assert.equal((await client.eraseSubject('customer-7')).links, 1);
  assert.deepEqual((await ask('GET', `/handoff/${id}`)).body, { state: 'expired' });
  assert.deepEqual((await ask('POST', `/handoff/${id}/end`)).body, { state: 'expired' });
  assert.equal((await phone.end()).body.code, 'link-unknown');
});
