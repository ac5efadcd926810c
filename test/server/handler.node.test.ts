import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import * as v from 'valibot';
import {
  createLivenessClient,
  createLivenessHandler,
  createSessionTokens,
  type LivenessHandlerOptions,
  type SessionVerdict,
} from '../../src/server/index.ts';
import { parseResultAnswer, resultAnswerSchema } from '../../src/submission/result-answer.ts';
import { errorBodySchema } from '../../src/submission/wire.ts';
import { SECRET } from '../service/fake-analyst.ts';
import { goodBody, KEYS, runService } from '../service/run-service.ts';

/** A handler before a real service; sessions are named by a header. */
async function runHandler(t: TestContext, options: Partial<LivenessHandlerOptions> = {}) {
  const service = await runService(t);
  const client = createLivenessClient({
    baseUrl: service.baseUrl,
    ...KEYS,
    retryDelayMs: () => 0,
  });
  const handle = createLivenessHandler({
    client,
    session: (request) => request.headers.get('x-session') ?? undefined,
    ...options,
  });
  const ask = async (method: string, path: string, headers: Record<string, string> = {}) => {
    const response = await handle(
      new Request(`https://shop.example/account/liveness${path}`, { method, headers }),
    );
    assert.equal(response.headers.get('cache-control'), 'no-store');
    return { status: response.status, headers: response.headers, body: await response.json() };
  };
  const mint = async (session: string): Promise<string> => {
    const { body } = await ask('POST', '/token', {
      'x-session': session,
      'sec-fetch-site': 'same-origin',
    });
    return body.submissionToken;
  };
  const finishJob = async (token: string): Promise<string> => {
    const { body } = await service.submit(token, await goodBody());
    await service.finishedJob(body.job_id, token);
    return body.job_id;
  };
  const result = (session: string, jobId: string) =>
    ask('GET', `/result/${jobId}`, { 'x-session': session });
  return { ask, mint, finishJob, result, service };
}

test('a session gets a token and the result of the job it was spent on, without the score', async (t) => {
  const { mint, finishJob, result } = await runHandler(t);
  const token = await mint('anna');
  const jobId = await finishJob(token);
  const { status, body } = await result('anna', jobId);
  assert.equal(status, 200);
  assert.deepEqual(body, { status: 'judged', live: true });
  assert.deepEqual(parseResultAnswer(body), { status: 'judged', live: true });
});

test('another session’s job does not exist, for it and for strangers', async (t) => {
  const { ask, mint, finishJob, result } = await runHandler(t);
  const annasJob = await finishJob(await mint('anna'));
  const bertsJob = await finishJob(await mint('bert'));
  assert.equal((await result('bert', annasJob)).status, 404);
  assert.equal((await result('anna', bertsJob)).status, 404);
  assert.equal((await result('nobody yet', annasJob)).status, 404);
  assert.equal((await ask('GET', `/result/${annasJob}`)).status, 401);
  assert.equal((await result('anna', annasJob)).status, 200);
});

test('a session that started again reads the result of every attempt', async (t) => {
  const { mint, finishJob, result } = await runHandler(t);
  const first = await finishJob(await mint('anna'));
  await mint('anna');
  const third = await finishJob(await mint('anna'));
  assert.equal((await result('anna', first)).status, 200);
  assert.equal((await result('anna', third)).status, 200);
});

test('the backend is told the verdict with its score, and for whom', async (t) => {
  const told: SessionVerdict[] = [];
  const { mint, finishJob, result } = await runHandler(t, {
    onVerdict: (one) => void told.push(one),
  });
  const jobId = await finishJob(await mint('anna'));
  await result('bert', jobId);
  assert.deepEqual(told, []);
  await result('anna', jobId);
  const verdict = { status: 'judged', live: true, liveness: 0.9 };
  assert.deepEqual(told, [{ session: 'anna', jobId, verdict }]);
});

test('the backend is told the reasons where it asks for them, and the page never', async (t) => {
  const told: SessionVerdict[] = [];
  const { mint, finishJob, result } = await runHandler(t, {
    onVerdict: (one) => void told.push(one),
    readDetails: true,
    showScore: true,
  });
  const { body } = await result('anna', await finishJob(await mint('anna')));
  const details = { paced: false, faults: [], measurements: [SECRET] };
  assert.deepEqual(told[0]?.details, details);
  assert.deepEqual(body, { status: 'judged', live: true, liveness: 0.9 });
});

test('the page sees no details even of a client that gives them with every verdict', async () => {
  const details = { paced: true, faults: [], measurements: [SECRET] };
  const verdictJws = SECRET.message;
  const verdicts = [
    { status: 'pending', details, verdictJws },
    { status: 'judged', live: true, liveness: 0.9, details, verdictJws },
    { status: 'incomplete', reason: 'no-face', message: 'No face detected', details, verdictJws },
    { status: 'failed', message: 'broken', details, verdictJws },
  ] as const;
  for (const verdict of verdicts) {
    for (const showScore of [false, true]) {
      const tokens = createSessionTokens();
      await tokens.add('anna', 'token');
      const handle = createLivenessHandler({
        client: {
          createSubmissionToken: async () => 'token',
          getVerdict: async () => verdict,
          waitForVerdict: () => Promise.reject(new Error('not asked')),
        },
        session: () => 'anna',
        tokens,
        showScore,
        readDetails: true,
        onVerdict() {},
      });
      const response = await handle(new Request('https://shop.example/result/j'));
      assert.equal(response.status, 200);
      const text = await response.text();
      assert.match(text, new RegExp(verdict.status));
      assert.doesNotMatch(text, /details|paced|reason-kept/);
    }
  }
});

test('a verdict that could not be recorded is not shown', async (t) => {
  const errors: unknown[] = [];
  const { mint, finishJob, result } = await runHandler(t, {
    onVerdict: () => Promise.reject(new Error('database of the integrator is down')),
    onError: (error) => errors.push(error),
  });
  const { status, body } = await result('anna', await finishJob(await mint('anna')));
  assert.equal(status, 500);
  assert.doesNotMatch(JSON.stringify(body), /database|live/);
  assert.equal(errors.length, 1);
});

test('the score is shown where the integrator asks for it', async (t) => {
  const { mint, finishJob, result } = await runHandler(t, { showScore: true });
  const { body } = await result('anna', await finishJob(await mint('anna')));
  assert.deepEqual(body, { status: 'judged', live: true, liveness: 0.9 });
});

test('a stranger gets no token', async (t) => {
  const { ask } = await runHandler(t);
  const { status, body } = await ask('POST', '/token', { 'sec-fetch-site': 'same-origin' });
  assert.equal(status, 401);
  assert.equal(v.is(errorBodySchema, body), true);
});

test('another site cannot have tokens minted with the user’s cookies', async (t) => {
  const { ask } = await runHandler(t);
  const mint = async (headers: Record<string, string>) =>
    (await ask('POST', '/token', { 'x-session': 'anna', ...headers })).status;
  assert.equal(await mint({ 'sec-fetch-site': 'cross-site' }), 403);
  assert.equal(await mint({ 'sec-fetch-site': 'same-site' }), 403);
  assert.equal(await mint({}), 403);
  assert.equal(await mint({ 'content-type': 'text/plain' }), 403);
  assert.equal(await mint({ 'content-type': 'application/x-www-form-urlencoded' }), 403);
  assert.equal(await mint({ 'content-type': 'application/json' }), 200);
  assert.equal(await mint({ 'sec-fetch-site': 'same-origin' }), 200);
});

test('other paths and methods are refused in the shape of the API', async (t) => {
  const { ask } = await runHandler(t);
  const cases = [
    ['GET', '/token', 405],
    ['POST', '/result/abc', 405],
    ['GET', '/', 404],
    ['GET', '/result/', 404],
    ['GET', '/result/a%2Fb', 404],
    ['POST', '/token/more', 404],
  ] as const;
  for (const [method, path, expected] of cases) {
    const { status, body } = await ask(method, path, { 'x-session': 'anna' });
    assert.equal(status, expected, `${method} ${path}`);
    assert.equal(v.is(errorBodySchema, body), true);
  }
});

test('an API that is down is told as such, and the error goes to the integrator only', async (t) => {
  const errors: unknown[] = [];
  const { ask, service } = await runHandler(t, { onError: (error) => errors.push(error) });
  await service.served.close();
  const { status, headers, body } = await ask('POST', '/token', {
    'x-session': 'anna',
    'content-type': 'application/json',
  });
  assert.equal(status, 503);
  assert.equal(headers.get('retry-after'), '5');
  assert.equal((body as { code: string }).code, 'unreachable');
  assert.equal(errors.length, 1);
});

test('the tokens in memory are limited in number and time', async () => {
  let nowMs = 0;
  const tokens = createSessionTokens({
    maxSessions: 2,
    maxTokensPerSession: 2,
    lifetimeMs: 1000,
    now: () => nowMs,
  });
  for (const token of ['a1', 'a2', 'a3']) await tokens.add('a', token);
  assert.deepEqual(await tokens.list('a'), ['a3', 'a2']);
  await tokens.add('b', 'b1');
  await tokens.add('a', 'a4');
  await tokens.add('c', 'c1');
  assert.deepEqual(await tokens.list('b'), [], 'the session that was longest without a new token');
  assert.deepEqual(await tokens.list('a'), ['a4', 'a3']);
  nowMs += 999;
  assert.deepEqual(await tokens.list('c'), ['c1']);
  nowMs += 1;
  assert.deepEqual(await tokens.list('c'), []);
});

test('an answer of the backend that is none is refused by the element’s schema', () => {
  for (const answer of [
    {},
    { status: 'live' },
    { status: 'judged' },
    { status: 'judged', live: 'true' },
    null,
  ]) {
    assert.equal(v.is(resultAnswerSchema, answer), false);
  }
  assert.deepEqual(parseResultAnswer({ status: 'incomplete', reason: 'of tomorrow' }), {
    status: 'incomplete',
    reason: 'other',
    message: '',
  });
});

test('one user who asks for tokens in a loop is stopped, and the others are not', async (t) => {
  const { ask, mint } = await runHandler(t, { tokensPerMinute: 3, subject: () => undefined });
  for (let tokens = 0; tokens < 3; tokens += 1) assert.ok(await mint('anna'));
  const headers = { 'x-session': 'anna', 'sec-fetch-site': 'same-origin' };
  const stopped = await ask('POST', '/token', headers);
  assert.equal(stopped.status, 429);
  assert.equal(stopped.body.code, 'too-many-requests');
  assert.ok(Number(stopped.headers.get('retry-after')) > 0);
  assert.ok(await mint('bert'));
});

test('a new session does not make another person', async (t) => {
  const { ask, mint } = await runHandler(t, { tokensPerMinute: 2, subject: () => 'anna' });
  await mint('first');
  await mint('second');
  const headers = { 'x-session': 'third', 'sec-fetch-site': 'same-origin' };
  assert.equal((await ask('POST', '/token', headers)).status, 429);
});

test('a limit that is no number is refused by name', () => {
  const options = { client: {} as LivenessHandlerOptions['client'], session: () => 'anna' };
  assert.throws(
    () => createLivenessHandler({ ...options, tokensPerMinute: -1 }),
    /tokensPerMinute/,
  );
});
