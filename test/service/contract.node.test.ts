import assert from 'node:assert/strict';
import {
  FACE_LIVENESS_PATH,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
} from '../../src/submission/wire.ts';
import { createFakeAnalyst } from './fake-analyst.ts';
import { goodBody, KEYS, OTHER_KEYS, runService } from './run-service.ts';
import { testOnEachStore as test } from './stores.ts';

test('a session runs through the whole contract', async (t) => {
  const service = await runService(t);

  const signature = await service.post(SIGNATURES_PATH, {
    access_key: KEYS.accessKey,
    secret_key: KEYS.secretKey,
  });
  assert.equal(signature.status, 200);
  assert.deepEqual(signature.body.headers, { 'x-nodeflux-timestamp': '20260102T030405Z' });
  assert.equal(signature.body.ok, true);
  assert.match(signature.body.token, /^[0-9a-f]{64}$/);

  const minted = await service.post(SUBMISSION_TOKENS_PATH, null, await service.authorize());
  assert.equal(minted.status, 200);
  assert.equal(minted.body.ok, true);
  const token: string = minted.body.submission_token;
  assert.match(
    token,
    /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}-[A-Z2-7]{16}$/,
  );

  const submitted = await service.submit(token, {
    additional_params: { liveness_threshold: 0.85, auto_orientation: true, get_main_face: true },
    ...(await goodBody()),
  });
  assert.equal(submitted.status, 202);
  assert.deepEqual(Object.keys(submitted.body).sort(), ['job_id', 'ok']);

  const { job_id: jobId } = submitted.body;
  const finished = await service.finishedJob(jobId, token);
  assert.equal(finished.status, 200);
  assert.deepEqual(finished.body, {
    job: {
      id: jobId,
      result: {
        status: 'success',
        analytic_type: 'FACE_LIVENESS',
        result: [{ face_liveness: { live: true, liveness: 0.9 } }],
      },
    },
    message: 'Face Liveness Success',
    ok: true,
  });
  const [request] = service.analyst.requests;
  assert.equal(request?.images.length, 2);
  assert.deepEqual(
    { ...request, images: undefined },
    { livenessThreshold: 0.85, autoOrientation: true, mainFaceOnly: true, images: undefined },
  );
});

test('the analyst gets the very bytes that were sent, in order, and the contract’s defaults', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const body = await goodBody();
  const { body: accepted } = await service.submit(token, body);
  await service.finishedJob(accepted.job_id, token);
  const [request] = service.analyst.requests;
  assert.deepEqual(
    request?.images.map(
      (image) => `data:image/jpeg;base64,${Buffer.from(image).toString('base64')}`,
    ),
    body.images,
  );
  assert.equal(
    request.images.every((image) => image instanceof Uint8Array),
    true,
  );
  assert.equal(request.livenessThreshold, 0.6);
  assert.equal(request.autoOrientation, false);
  assert.equal(request.mainFaceOnly, false);
});

test('a client can ask for a higher threshold than the operator’s, not for a lower one', async (t) => {
  const service = await runService(t, { minThreshold: 0.8 });
  for (const threshold of [0, 0.9, undefined]) {
    const token = await service.mintToken();
    const additional = threshold === undefined ? {} : { liveness_threshold: threshold };
    const body = { additional_params: additional, ...(await goodBody()) };
    const { body: accepted } = await service.submit(token, body);
    await service.finishedJob(accepted.job_id, token);
  }
  const judgedBy = service.analyst.requests.map(({ livenessThreshold }) => livenessThreshold);
  assert.deepEqual(judgedBy, [0.8, 0.9, 0.8]);
});

test('outcomes other than live are told in the contract’s words', async (t) => {
  const cases = [
    {
      analysis: { status: 'success', live: false, liveness: 0.2, faults: [], measurements: [] },
      status: 'success',
      message: 'Face Liveness Underqualified',
      result: [{ face_liveness: { live: false, liveness: 0.2 } }],
    },
    {
      analysis: {
        status: 'incompleted',
        message: 'No face detected',
        faults: [],
        measurements: [],
      },
      status: 'incompleted',
      message: 'No face detected',
      result: [],
    },
  ] as const;
  for (const { analysis, status, message, result } of cases) {
    const service = await runService(t, { analyst: createFakeAnalyst(() => analysis) });
    const token = await service.mintToken();
    const { body } = await service.submit(token, await goodBody());
    const finished = await service.finishedJob(body.job_id, token);
    assert.equal(finished.body.ok, true);
    assert.equal(finished.body.message, message);
    assert.equal(finished.body.job.result.status, status);
    assert.deepEqual(finished.body.job.result.result, result);
  }
});

test('a job that is still running is "on going"', async (t) => {
  let finish = () => {};
  const wait = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const analyst = createFakeAnalyst(async () => {
    await wait;
    return { status: 'success', live: true, liveness: 1, faults: [], measurements: [] };
  });
  const service = await runService(t, { analyst });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  const running = await service.readJob(body.job_id, { authorization: token });
  assert.equal(running.body.job.result.status, 'on going');
  assert.deepEqual(running.body.job.result.result, []);
  finish();
  const finished = await service.finishedJob(body.job_id, token);
  assert.equal(finished.body.job.result.status, 'success');
});

test('a job is read by its own token and its own access key only', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  const read = async (headers: Record<string, string>) =>
    (await service.readJob(body.job_id, headers)).status;

  assert.equal(await read({ authorization: token }), 200);
  assert.equal(await read(await service.authorize()), 200);
  assert.equal(await read({ authorization: await service.mintToken() }), 404);
  assert.equal(await read(await service.authorize(OTHER_KEYS)), 404);
  assert.equal(await read({ authorization: token.replace(/.{16}$/, 'AAAAAAAAAAAAAAAA') }), 401);
  assert.equal(await read({}), 401);
});

test('wrong keys get no signature', async (t) => {
  const service = await runService(t);
  const pairs = [
    { access_key: KEYS.accessKey, secret_key: OTHER_KEYS.secretKey },
    { access_key: 'NOSUCHKEY', secret_key: KEYS.secretKey },
  ];
  for (const pair of pairs) {
    const refused = await service.post(SIGNATURES_PATH, pair);
    assert.equal(refused.status, 401);
    assert.deepEqual(refused.body, {
      code: 'not-authenticate',
      errors: [],
      message: 'Access key or secret key is wrong',
      ok: false,
    });
  }
});

test('an authorization key with any part exchanged mints no token', async (t) => {
  const service = await runService(t);
  const good = await service.authorize();
  const other = await service.authorize(OTHER_KEYS);
  const key = String(good.authorization);
  const stamp = String(good['x-nodeflux-timestamp']);
  const wrong: Record<string, string>[] = [
    {},
    { authorization: key },
    { ...good, 'x-nodeflux-timestamp': '20260102T030406Z' },
    { ...good, 'x-nodeflux-timestamp': 'yesterday' },
    { ...good, authorization: key.replace(KEYS.accessKey, OTHER_KEYS.accessKey) },
    {
      ...good,
      authorization: key.replace(
        'Credential=TESTACCESSKEY/20260102',
        'Credential=TESTACCESSKEY/20260103',
      ),
    },
    { ...good, authorization: key.replace('StreamImageAnalytic', 'Everything') },
    { ...good, authorization: key.replace(/Signature=.*/, 'Signature=') },
    { ...good, authorization: key.replace(/.$/, (digit) => (digit === '0' ? '1' : '0')) },
    {
      authorization: String(other.authorization).replace(OTHER_KEYS.accessKey, KEYS.accessKey),
      'x-nodeflux-timestamp': stamp,
    },
  ];
  for (const headers of wrong) {
    const refused = await service.post(SUBMISSION_TOKENS_PATH, null, headers);
    assert.equal(refused.status, 401, JSON.stringify(headers));
    assert.equal(refused.body.code, 'not-authenticate');
    assert.equal(refused.body.ok, false);
  }
  assert.equal((await service.post(SUBMISSION_TOKENS_PATH, null, good)).status, 200);
});

test('an authorization key is good for the clock skew and no longer', async (t) => {
  const service = await runService(t, { allowSignatureReuse: true });
  const headers = await service.authorize();
  const mint = async () => (await service.post(SUBMISSION_TOKENS_PATH, null, headers)).status;
  service.clock.nowMs += 15 * 60_000;
  assert.equal(await mint(), 200);
  service.clock.nowMs += 1;
  assert.equal(await mint(), 401);
  service.clock.nowMs -= 30 * 60_000 + 2;
  assert.equal(await mint(), 401, 'from the future');
});

test('a token is spent by one of 50 parallel submissions, each of other images', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const bodies = await Promise.all(Array.from({ length: 50 }, (_, i) => goodBody(`body ${i}`)));
  const answers = await Promise.all(bodies.map((body) => service.submit(token, body)));
  const accepted = answers.filter(({ status }) => status === 202);
  assert.equal(accepted.length, 1);
  for (const { status, body: refusal } of answers.filter((answer) => answer !== accepted[0])) {
    assert.equal(status, 401);
    assert.deepEqual(refusal, {
      code: 'not-authenticate',
      errors: [],
      message: 'Submission token has been used',
      ok: false,
    });
  }
  await service.finishedJob(accepted[0]?.body.job_id, token);
  assert.equal(service.analyst.requests.length, 1);
});

test('a token expires after five minutes, and reads its job after that', async (t) => {
  const service = await runService(t);
  const [early, late] = [await service.mintToken(), await service.mintToken()];
  const body = await goodBody();
  service.clock.nowMs += 5 * 60_000 - 1;
  const accepted = await service.submit(early, body);
  assert.equal(accepted.status, 202);
  service.clock.nowMs += 1;
  const refused = await service.submit(late, body);
  assert.equal(refused.status, 401);
  assert.equal(refused.body.code, 'not-authenticate');
  assert.equal(refused.body.message, 'Submission token is expired');
  assert.equal((await service.finishedJob(accepted.body.job_id, early)).status, 200);
});

test('results are deleted after their time, and the token with them', async (t) => {
  const service = await runService(t, { resultRetentionMs: 3_600_000 });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  service.clock.nowMs += 3_600_000;
  await service.service.start();
  assert.equal((await service.readJob(body.job_id, { authorization: token })).status, 200);
  service.clock.nowMs += 1;
  await service.service.start();
  assert.equal((await service.readJob(body.job_id, await service.authorize())).status, 404);
  const again = await service.submit(token, await goodBody());
  assert.equal(again.body.message, 'Submission token is invalid');
});

test('the service answers under a base path', async (t) => {
  const service = await runService(t, { basePath: '/liveness/api' });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  assert.equal((await service.finishedJob(body.job_id, token)).status, 200);
  assert.equal((await fetch(`${service.served.url}${FACE_LIVENESS_PATH}`)).status, 404);
  assert.equal((await service.call(FACE_LIVENESS_PATH)).status, 405);
  assert.equal((await service.call('/healthz')).status, 200);
});

test('a closed service refuses, closes its analyst, and can be closed again', async (t) => {
  const service = await runService(t);
  await service.service.close();
  await service.service.close();
  assert.equal(service.analyst.closed, true);
  const refused = await service.call('/healthz');
  assert.equal(refused.status, 503);
  assert.equal(refused.body.code, 'closing');
});
