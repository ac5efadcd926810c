import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { createEvidenceKey } from '../../src/capture/evidence-key.ts';
import {
  createLivenessClient,
  createLivenessHandler,
  type LivenessHandlerOptions,
} from '../../src/server/index.ts';
import { goodBody, KEYS, runService } from '../service/run-service.ts';

const OWN = { 'x-session': 'anna', 'sec-fetch-site': 'same-origin' };

async function runHandler(t: TestContext, options: Partial<LivenessHandlerOptions> = {}) {
  const service = await runService(t);
  const { baseUrl } = service;
  const handle = createLivenessHandler({
    client: createLivenessClient({ baseUrl, ...KEYS, retryDelayMs: () => 0 }),
    session: (request) => request.headers.get('x-session') ?? undefined,
    passage: { baseUrl },
    ...options,
  });
  const ask = (path: string, init: RequestInit = {}) =>
    handle(new Request(`https://shop.example/liveness${path}`, { method: 'POST', ...init }));
  const mint = async (headers: Record<string, string> = OWN): Promise<string> =>
    ((await (await ask('/token', { headers })).json()) as { submissionToken: string })
      .submissionToken;
  const post = (path: string, authorization: string, body: unknown, headers = OWN) =>
    ask(path, {
      headers: { ...headers, authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
  return { ask, mint, post, service };
}

const SUBMIT = '/v1/analytics/face-liveness';

test('a submission and a session pass through the backend with a token of the session', async (t) => {
  const { mint, post, service } = await runHandler(t);
  const paced = await mint();
  const { publicKey } = await createEvidenceKey();
  const opened = await post('/v1/liveness-session', paced, { version: 1, public_key: publicKey });
  assert.equal(opened.status, 201);
  assert.equal(((await opened.json()) as { step: { shows: string } }).step.shows, 'neutral');
  const token = await mint();
  const accepted = await post(SUBMIT, token, await goodBody());
  assert.equal(accepted.status, 202);
  const { job_id: jobId } = (await accepted.json()) as { job_id: string };
  await service.finishedJob(jobId, token);
});

test('the service’s refusals pass back as they are', async (t) => {
  const { mint, post } = await runHandler(t);
  const refused = await post(SUBMIT, await mint(), { images: [] });
  assert.equal(refused.status, 400);
  assert.equal(((await refused.json()) as { code: string }).code, 'bad-request');
});

test('nothing passes for a stranger, with another’s token, from another site, or without the option', async (t) => {
  const { mint, post, service } = await runHandler(t);
  const body = await goodBody();
  const berts = await mint({ ...OWN, 'x-session': 'bert' });
  const annas = await mint();
  const stranger = { 'x-session': '', 'sec-fetch-site': 'same-origin' };
  const crossSite = { 'x-session': 'anna', 'sec-fetch-site': 'cross-site' };
  assert.equal((await post(SUBMIT, berts, body)).status, 401);
  assert.equal((await post(SUBMIT, 'no token', body)).status, 401);
  assert.equal((await post(SUBMIT, annas, body, stranger)).status, 401);
  assert.equal((await post(SUBMIT, annas, body, crossSite)).status, 403);
  assert.equal((await post('/auth/v1/submission_tokens', annas, null)).status, 404);
  assert.equal(service.analyst.requests.length, 0);
  const without = await runHandler(t, { passage: undefined as never });
  assert.equal((await without.post(SUBMIT, annas, body)).status, 404);
});

test('a body over the limit is refused, declared or not', async (t) => {
  const reading: typeof fetch = async (_, init) =>
    new Response(await new Response(init?.body).text());
  const { mint, post } = await runHandler(t, {
    passage: { baseUrl: 'http://api.test', maxBodyBytes: 1000, fetch: reading },
  });
  const token = await mint();
  const large = { images: ['x'.repeat(2000)] };
  assert.equal((await post(SUBMIT, token, large)).status, 413);
  const declared = { ...OWN, 'content-length': '2014' };
  assert.equal((await post(SUBMIT, token, large, declared)).status, 413);
  assert.equal((await post(SUBMIT, token, { ok: true })).status, 200);
});

test('an API that is not there is unreachable, and nothing of it is told', async (t) => {
  const { mint, post } = await runHandler(t, { passage: { baseUrl: 'http://127.0.0.1:9' } });
  const refused = await post(SUBMIT, await mint(), {});
  assert.equal(refused.status, 503);
  assert.equal(((await refused.json()) as { code: string }).code, 'unreachable');
});

test('a trailing slash is no other endpoint', async (t) => {
  const { ask } = await runHandler(t);
  assert.equal((await ask('/token/', { headers: OWN })).status, 200);
  const result = await ask('/result/none/', { method: 'GET', headers: OWN });
  assert.equal(
    ((await result.json()) as { message: string }).message,
    'This session has no such job',
  );
});

test('a page of a sibling subdomain gets a token where its origin is named, and reads the answer', async (t) => {
  const app = 'https://app.shop.example';
  const from = { 'x-session': 'anna', 'sec-fetch-site': 'same-site', origin: app };
  const closed = await runHandler(t);
  assert.equal((await closed.ask('/token', { headers: from })).status, 403);
  const asJson = { ...from, 'content-type': 'application/json' };
  assert.equal((await closed.ask('/token', { headers: asJson })).status, 403);
  const { ask } = await runHandler(t, { allowedOrigins: [app] });
  const given = await ask('/token', { headers: from });
  assert.equal(given.status, 200);
  assert.equal(given.headers.get('access-control-allow-origin'), app);
  assert.equal(given.headers.get('access-control-allow-credentials'), 'true');
  const preflight = await ask('/token', { method: 'OPTIONS', headers: { origin: app } });
  assert.equal(preflight.status, 204);
  const other = { ...from, origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' };
  const refused = await ask('/token', { headers: other });
  assert.equal(refused.status, 403);
  assert.equal(refused.headers.get('access-control-allow-origin'), null);
});
