import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LivenessServerError } from '../../src/server/index.ts';
import { runLinkHandler } from './run-link-handler.ts';

const SHOWN = { 'sec-fetch-dest': 'document', 'sec-fetch-site': 'cross-site' };

test('a plain link of any page leads the person to a check, and its result is theirs', async (t) => {
  const { ask, client, phoneOf, verdicts } = await runLinkHandler(t, {
    checkPage: {
      returnUrl: 'https://shop.example/back',
      state: (session) => `state of ${session}`,
    },
  });
  const led = await ask('GET', '/check', 'anna', SHOWN);
  assert.equal(led.status, 303);
  assert.equal(led.headers.get('cache-control'), 'no-store');
  const url = led.headers.get('location') ?? '';
  assert.match(url, /^https:\/\/liveness\.example\/check\/#[\w.-]+$/);
  const page = await phoneOf(url);
  assert.equal(page.look.return_url, 'https://shop.example/back?state=state+of+anna');
  const jobId = await page.check('one');
  assert.deepEqual((await ask('GET', `/result/${jobId}`)).body, { status: 'judged', live: true });
  assert.deepEqual(
    verdicts.map(({ jobId, session }) => [session, jobId]),
    [['anna', jobId]],
  );
  // To anybody else there is no such job.
  assert.equal((await ask('GET', `/result/${jobId}`, 'bert')).status, 404);
  assert.equal(
    (await client.getCheckLink(new URL(url).hash.slice(1).split('.')[0] ?? '')).state,
    'passed',
  );
});

test('an iframe is led as a window is; a script, a picture and a guess of the browser are not', async (t) => {
  const { ask } = await runLinkHandler(t, { checkPage: {} });
  const statusOf = async (headers: object) => (await ask('GET', '/check', 'anna', headers)).status;
  assert.equal(await statusOf({ 'sec-fetch-dest': 'iframe' }), 303);
  // A browser that does not say.
  assert.equal(await statusOf({}), 303);
  for (const dest of ['empty', 'image', 'script', 'object']) {
    assert.equal(await statusOf({ 'sec-fetch-dest': dest }), 400, dest);
  }
  assert.equal(await statusOf({ ...SHOWN, 'sec-purpose': 'prefetch;prerender' }), 400);
  assert.equal(await statusOf({ ...SHOWN, purpose: 'prefetch' }), 400);
});

test('a stranger is led nowhere, and nobody without end', async (t) => {
  const { ask } = await runLinkHandler(t, { checkPage: {}, tokensPerMinute: 2 });
  assert.equal((await ask('GET', '/check', '', SHOWN)).status, 401);
  assert.equal((await ask('POST', '/check', 'anna', SHOWN)).status, 405);
  const statuses = [];
  for (const _ of [1, 2, 3]) statuses.push((await ask('GET', '/check', 'anna', SHOWN)).status);
  assert.deepEqual(statuses, [303, 303, 429]);
});

test('a link that the service no longer remembers has no jobs, and is no error', async (t) => {
  const forgotten = '00000000-0000-4000-8000-000000000000';
  const { ask } = await runLinkHandler(t, {
    checkPage: {},
    links: { add: async () => undefined, list: async () => [forgotten] },
  });
  assert.equal((await ask('GET', '/result/some-job')).status, 404);
});

test('a return address that the service does not allow is the integrator’s fault, and told to them alone', async (t) => {
  const errors: unknown[] = [];
  const { ask } = await runLinkHandler(t, {
    checkPage: { returnUrl: 'https://evil.example/' },
    onError: (error) => void errors.push(error),
  });
  const { body, status } = await ask('GET', '/check', 'anna', SHOWN);
  assert.equal(status, 502);
  assert.doesNotMatch(JSON.stringify(body), /evil/);
  assert.match(JSON.stringify((errors[0] as LivenessServerError).errors), /return_url/);
});

test('what another site has a user’s browser open pushes out no check of theirs', async (t) => {
  const { ask, phoneOf } = await runLinkHandler(t, { checkPage: {}, handoff: {} });
  const handed = (await ask('POST', '/handoff')).body;
  const own = (await ask('GET', '/check', 'anna', SHOWN)).headers.get('location') ?? '';
  for (let count = 0; count < 8; count += 1) {
    assert.equal((await ask('GET', '/check', 'anna', SHOWN)).status, 303);
  }
  assert.equal((await ask('GET', `/handoff/${handed.id}`)).status, 200);
  const jobId = await (await phoneOf(own)).check('own');
  assert.equal((await ask('GET', `/result/${jobId}`)).body.live, true);
});

test('who asks after results without end uses up nothing of what the access key may do', async (t) => {
  let calls = 0;
  const { ask, client, verdicts } = await runLinkHandler(t, { checkPage: {}, handoff: {} });
  const counted = <Call extends (...args: never[]) => unknown>(call: Call) =>
    ((...args) => {
      calls += 1;
      return call(...args);
    }) as Call;
  const { ask: askCounted } = await runLinkHandler(t, {
    checkPage: {},
    handoff: {},
    client: {
      ...client,
      getCheckLink: counted(client.getCheckLink),
      getVerdict: counted(client.getVerdict),
      revokeCheckLink: counted(client.revokeCheckLink),
    },
  });
  for (let links = 0; links < 4; links += 1) await askCounted('GET', '/check', 'anna', SHOWN);
  const { id } = (await askCounted('POST', '/handoff')).body;
  const statusOf = async (method: string, path: string) => (await askCounted(method, path)).status;
  assert.equal(await statusOf('GET', '/result/no-such-job'), 404);
  assert.equal(calls, 1);
  for (let asked = 0; asked < 100; asked += 1) await statusOf('GET', '/result/no-such-job');
  assert.equal(await statusOf('GET', '/result/no-such-job'), 429);
  // The waiting desktop has its own count, which another site's page cannot use up: it knows no id.
  assert.equal(await statusOf('GET', `/handoff/${id}`), 200);
  for (let asked = 0; asked < 100; asked += 1) await statusOf('GET', `/handoff/${id}`);
  assert.equal(await statusOf('GET', `/handoff/${id}`), 429);
  assert.equal(calls, 120);
  assert.equal((await ask('GET', '/result/no-such-job', 'bert')).status, 404);
  assert.equal(verdicts.length, 0);
});

test('a picture on another site’s page uses up none of the user’s questions', async (t) => {
  const sessions: string[] = [];
  const { ask } = await runLinkHandler(t, {
    allowedOrigins: ['https://app.shop.example'],
    checkPage: {},
    handoff: {},
    session(request) {
      sessions.push(request.url);
      return request.headers.get('x-session') ?? undefined;
    },
  });
  await ask('GET', '/check', 'anna', SHOWN);
  const { id } = (await ask('POST', '/handoff')).body;
  sessions.length = 0;
  const paths = ['/result/no-such-job', `/handoff/${id}`];
  const foreign = [
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'image' },
    { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors', 'sec-fetch-dest': 'script' },
    { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' },
    { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' },
  ];
  for (const path of paths) {
    for (let asked = 0; asked < 80; asked += 1) {
      const { body, status } = await ask('GET', path, 'anna', foreign[asked % foreign.length]);
      assert.deepEqual([status, body.code], [403, 'cross-site'], path);
    }
  }
  // Refused before the session is looked up.
  assert.deepEqual(sessions, []);
  assert.equal((await ask('GET', '/result/no-such-job')).status, 404);
  assert.equal((await ask('GET', `/handoff/${id}`)).body.state, 'open');
  // A person who types the address, a server, and a page whose origin is named.
  const named = { 'sec-fetch-site': 'same-site', origin: 'https://app.shop.example' };
  for (const headers of [{ 'sec-fetch-site': 'none' }, { 'sec-fetch-site': '' }, named]) {
    assert.equal((await ask('GET', `/handoff/${id}`, 'anna', headers)).status, 200);
  }
});
