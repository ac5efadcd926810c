import assert from 'node:assert/strict';
import { test as testOnce } from 'node:test';
import Database from 'libsql';
import { createAddressReader } from '../../src/service/http/client-address.ts';
import { FACE_LIVENESS_PATH, SUBMISSION_TOKENS_PATH } from '../../src/submission/wire.ts';
import { createFakeAnalyst } from './fake-analyst.ts';
import { goodBody, KEYS, OTHER_KEYS, runService } from './run-service.ts';
import { testOnEachStore as test } from './stores.ts';

/** Reads the metrics as lines by name. */
async function readMetrics(baseUrl: string): Promise<string> {
  return (await fetch(`${baseUrl}/metrics`)).text();
}

testOnce(
  'a service is ready when its database, models and worker are, and tells what is not',
  async (t) => {
    const service = await runService(t);
    const ready = await service.call('/readyz');
    assert.equal(ready.status, 200);
    assert.deepEqual(ready.body.checks, { database: true, analysis: true, worker: true });

    const database = new Database(service.dataFile);
    t.after(() => database.close());
    database.exec('DROP TABLE used_signatures');
    assert.equal((await service.call('/readyz')).status, 200, 'remembered for a second');
    service.clock.nowMs += 1000;
    const broken = await service.call('/readyz');
    assert.equal(broken.status, 503);
    assert.equal(broken.body.code, 'not-ready');
    assert.deepEqual(broken.body.errors, [{ path: 'database', message: 'Is not ready' }]);
    assert.equal((await service.call('/healthz')).status, 200, 'the process itself is well');
  },
);

test('the metrics count requests by pattern, jobs by outcome, and tokens', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  await service.submit(token, await goodBody('another submission'));
  await service.call(`/${token}`);
  await service.call('/v1/jobs/x', { method: 'BREW' });
  const metrics = await readMetrics(service.baseUrl);
  for (const line of [
    'nodeflux_http_requests_total{method="POST",route="/v1/analytics/face-liveness",status="202"} 1',
    'nodeflux_http_requests_total{method="POST",route="/v1/analytics/face-liveness",status="401"} 1',
    'nodeflux_http_requests_total{method="GET",route="none",status="404"} 1',
    'nodeflux_jobs_finished_total{outcome="live"} 1',
    'nodeflux_jobs_open 0',
    'nodeflux_tokens_minted_total 1',
    'nodeflux_tokens_spent_total 1',
    'nodeflux_tokens_refused_total{state="used"} 1',
    'nodeflux_analysis_seconds_count 1',
  ]) {
    assert.ok(metrics.includes(`${line}\n`), `${line}\n\n${metrics}`);
  }
  for (const secret of [token, KEYS.accessKey, body.job_id, '127.0.0.1', 'BREW']) {
    assert.equal(metrics.includes(secret), false, secret);
  }
});

test('the queue’s depth is that of the database', async (t) => {
  const analyst = createFakeAnalyst(() => new Promise(() => {}));
  const service = await runService(t, { analyst, shutdownGraceMs: 0 });
  for (let jobs = 0; jobs < 3; jobs += 1) {
    await service.submit(await service.mintToken(), await goodBody());
  }
  assert.match(await readMetrics(service.baseUrl), /^nodeflux_jobs_open 3$/m);
});

testOnce('what is for the operator is not for pages of other origins', async (t) => {
  const service = await runService(t, { allowedOrigins: ['*'] });
  for (const path of ['/metrics', '/healthz', '/readyz', '/openapi.json', '/docs']) {
    for (const headers of [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' },
      { 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'cors' },
    ]) {
      // The platform's fetch sets these headers itself.
      const request = new Request(service.baseUrl + path, { headers });
      for (const [name, value] of Object.entries(headers)) request.headers.set(name, value);
      const response = await service.service.fetch(request);
      assert.equal(response.status, 403, `${path} ${JSON.stringify(headers)}`);
      assert.equal(response.headers.get('access-control-allow-origin'), null);
    }
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    const followed = await service.service.fetch(
      new Request(service.baseUrl + path, { headers: link }),
    );
    assert.equal(followed.status, 200, path);
    assert.equal(followed.headers.get('cross-origin-resource-policy'), 'same-origin');
  }
});

testOnce('metrics and docs can be switched off', async (t) => {
  const service = await runService(t, { metrics: false, docs: false });
  for (const path of ['/metrics', '/docs', '/openapi.json']) {
    assert.equal((await service.call(path)).status, 404, path);
  }
});

testOnce('every answer has an id of the service’s own, which the log has too', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const { headers } = await service.call('/healthz', { headers: { 'x-request-id': token } });
  const id = String(headers.get('x-request-id'));
  assert.match(id, /^[0-9a-f-]{36}$/);
  const submitted = await service.submit(token, await goodBody());
  await service.finishedJob(submitted.body.job_id, token);
  const lines = service
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  const request = lines.find(({ requestId }) => requestId === id);
  assert.equal(request.route, '/healthz');
  assert.equal(typeof request.durationMs, 'number');
  const accepted = lines.find(({ msg }) => msg === 'job accepted');
  assert.equal(accepted.requestId, submitted.headers.get('x-request-id'));
  assert.equal(typeof lines.find(({ msg }) => msg === 'job finished').durationMs, 'number');
});

test('without reuse an authorization key mints one token, and reads results for as long as it is fresh', async (t) => {
  const service = await runService(t, { allowSignatureReuse: false });
  const headers = await service.authorize();
  const mint = () => service.post(SUBMISSION_TOKENS_PATH, null, headers);
  const { body: minted } = await mint();
  const { body } = await service.submit(minted.submission_token, await goodBody());
  await service.finishedJob(body.job_id, minted.submission_token);

  const replayed = await mint();
  assert.equal(replayed.status, 401);
  assert.deepEqual(replayed.body, {
    code: 'not-authenticate',
    errors: [],
    message: 'Authorization key has been used',
    ok: false,
  });
  assert.equal((await service.readJob(body.job_id, headers)).status, 200);
  assert.equal((await service.readJob(body.job_id, headers)).status, 200);
});

test('of 20 simultaneous uses of one authorization key without reuse one mints', async (t) => {
  const service = await runService(t, { allowSignatureReuse: false });
  const headers = await service.authorize();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => service.post(SUBMISSION_TOKENS_PATH, null, headers)),
  );
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
});

testOnce('a used authorization key is remembered by a service that starts again', async (t) => {
  const service = await runService(t, { allowSignatureReuse: false });
  const headers = await service.authorize();
  await service.post(SUBMISSION_TOKENS_PATH, null, headers);
  await service.served.close();
  const { dataFile, clock } = service;
  const again = await runService(t, {
    dataFile,
    now: () => clock.nowMs,
    allowSignatureReuse: false,
  });
  assert.equal((await again.post(SUBMISSION_TOKENS_PATH, null, headers)).status, 401);
  // A clock that goes forward and back makes it good for nothing.
  clock.nowMs += 16 * 60_000;
  await again.service.start();
  clock.nowMs -= 16 * 60_000;
  assert.equal((await again.post(SUBMISSION_TOKENS_PATH, null, headers)).status, 401);
  // Its memory ends a day after the key is stale.
  clock.nowMs += 24 * 3_600_000 + 15 * 60_000 + 1;
  await again.service.start();
  const database = new Database(dataFile);
  t.after(() => database.close());
  const rows = database.prepare('SELECT count(*) AS count FROM used_signatures').get();
  assert.equal((rows as { count: number }).count, 0);
});

testOnce('a key that mints too often waits, and others do not', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.now() });
  const service = await runService(t, { keyRequestsPerMinute: 4 });
  // Each is a signature and a token.
  await service.mintToken();
  await service.mintToken();
  const limited = await service.post('/public/auth/v1/signatures', {
    access_key: KEYS.accessKey,
    secret_key: KEYS.secretKey,
  });
  assert.equal(limited.status, 429);
  assert.deepEqual(limited.body, {
    code: 'rate-limited',
    errors: [],
    message: 'Too many requests',
    ok: false,
  });
  const waitSeconds = Number(limited.headers.get('retry-after'));
  assert.ok(waitSeconds > 0 && waitSeconds <= 60, String(waitSeconds));
  assert.ok(await service.mintToken(OTHER_KEYS));
  t.mock.timers.tick(waitSeconds * 1000);
  assert.ok(await service.mintToken());
  assert.match(await readMetrics(service.baseUrl), /limited_total\{limit="rate-limited"\} 1/);
});

test('a person who posts too often waits, and may read; others behind the same address go on', async (t) => {
  const service = await runService(t, {
    personRequestsPerMinute: 2,
    allowedOrigins: ['https://shop.example'],
  });
  const body = await goodBody();
  const from = { 'x-forwarded-for': '203.0.113.7', origin: 'https://shop.example' };
  const submit = async (subject: string | undefined) => {
    const named = subject === undefined ? null : { subject };
    const minted = await service.post(SUBMISSION_TOKENS_PATH, named, await service.authorize());
    const authorization: string = minted.body.submission_token;
    return service.post(FACE_LIVENESS_PATH, body, { authorization, ...from });
  };
  assert.equal((await submit('user-1')).status, 202);
  const { body: accepted } = await submit('user-1');
  const limited = await submit('user-1');
  assert.equal(limited.status, 429);
  assert.equal(limited.body.code, 'rate-limited');
  // A page of another origin can read both the refusal and when to come again.
  assert.equal(limited.headers.get('access-control-allow-origin'), 'https://shop.example');
  assert.match(String(limited.headers.get('access-control-expose-headers')), /retry-after/);
  const read = { ...(await service.authorize()), ...from };
  assert.equal((await service.readJob(accepted.job_id, read)).status, 200);
  for (const other of ['user-2', undefined, undefined, undefined, undefined]) {
    assert.equal((await submit(other)).status, 202, other);
  }
});

test('who tries credentials gets no more answers, and nobody else behind the address is barred', async (t) => {
  const service = await runService(t, { addressGuessesPerMinute: 3 });
  const from = { 'x-forwarded-for': '203.0.113.7' };
  const wrong = 'ffffffff-ffff-4fff-bfff-ffffffffffff-AAAAAAAAAAAAAAAA';
  const body = await goodBody();
  const guess = () => service.post(FACE_LIVENESS_PATH, body, { authorization: wrong, ...from });
  for (let guesses = 0; guesses < 3; guesses += 1) assert.equal((await guess()).status, 401);
  const stopped = await guess();
  assert.equal(stopped.status, 429);
  assert.equal(stopped.body.code, 'rate-limited');
  assert.ok(Number(stopped.headers.get('retry-after')) > 0);
  const authorization = await service.mintToken();
  const honest = await service.post(FACE_LIVENESS_PATH, body, { authorization, ...from });
  assert.equal(honest.status, 202);
  const backend = { ...(await service.authorize()), ...from };
  assert.equal((await service.post(SUBMISSION_TOKENS_PATH, null, backend)).status, 200);
});

test('who tries secrets of a key is stopped for that key at that address, and a backend on loopback never', async (t) => {
  const service = await runService(t, { addressGuessesPerMinute: 3 });
  const sign = (keys: typeof KEYS, from: Record<string, string>) =>
    service.post(
      '/public/auth/v1/signatures',
      { access_key: keys.accessKey, secret_key: keys.secretKey },
      from,
    );
  const stranger = { 'x-forwarded-for': '203.0.113.7' };
  for (const from of [stranger, {}]) {
    for (let guesses = 0; guesses < 3; guesses += 1) {
      assert.equal((await sign({ ...KEYS, secretKey: 'wrong-secret-of-16' }, from)).status, 401);
    }
  }
  assert.equal((await sign(KEYS, stranger)).status, 429, 'no answer that tells a hit');
  assert.equal((await sign(OTHER_KEYS, stranger)).status, 200, 'another integrator there');
  assert.equal((await sign(KEYS, {})).status, 200, 'the backend on loopback');
});

test('polls with tokens that the service has forgotten are no guesses', async (t) => {
  const service = await runService(t, { addressGuessesPerMinute: 2 });
  const forgotten = 'ffffffff-ffff-4fff-bfff-ffffffffffff-AAAAAAAAAAAAAAAA';
  for (let polls = 0; polls < 6; polls += 1) {
    assert.equal((await service.readJob('x', { authorization: forgotten })).status, 401);
  }
});

testOnce('the client is the first address from the right that no trusted proxy has', () => {
  const read = createAddressReader(['loopback', '10.1.0.0/16']);
  const cases: [peer: string | undefined, forwarded: string | undefined, client: unknown][] = [
    ['203.0.113.7', undefined, '203.0.113.7'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
    ['127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['::ffff:127.0.0.1', '198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '192.0.2.66, 198.51.100.1', '198.51.100.1'],
    ['127.0.0.1', '192.0.2.66, 198.51.100.1, 10.1.2.3', '198.51.100.1'],
    ['127.0.0.1', '192.0.2.66, 10.2.0.1', '10.2.0.1'],
    ['127.0.0.1', '203.0.113.7:54321', '203.0.113.7'],
    ['127.0.0.1', '"203.0.113.7:54321"', '203.0.113.7'],
    ['127.0.0.1', '[2001:db8:1:2::9]', '2001:db8:1:2::/64'],
    ['127.0.0.1', '[2001:db8:1:2::9]:443', '2001:db8:1:2::/64'],
    ['127.0.0.1', '"[2001:db8:1:2::9]:443"', '2001:db8:1:2::/64'],
    ['127.0.0.1', '198.51.100.1, , ', '198.51.100.1'],
    ['127.0.0.1', ',,198.51.100.1,', '198.51.100.1'],
    ['127.0.0.1', '1', '127.0.0.1'],
    ['127.0.0.1', '0x7f.1', '127.0.0.1'],
    ['127.0.0.1', 'nonsense', '127.0.0.1'],
    ['127.0.0.1', '198.51.100.1, nonsense', '127.0.0.1'],
    ['::1', '2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2:ffff::1', undefined, '2001:db8:1:2::/64'],
    [undefined, '198.51.100.1', undefined],
  ];
  for (const [peer, forwarded, client] of cases) {
    assert.equal(read(peer, forwarded), client, `${peer} ${forwarded}`);
  }
});
