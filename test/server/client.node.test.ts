import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspect } from 'node:util';
import {
  createLivenessClient,
  type LivenessClientOptions,
  LivenessServerError,
} from '../../src/server/index.ts';
import { SIGNATURES_PATH } from '../../src/submission/wire.ts';
import { createFakeAnalyst, SECRET } from '../service/fake-analyst.ts';
import { goodBody, KEYS, runService } from '../service/run-service.ts';

const noDelay = { retryDelayMs: () => 0, sleep: async () => {} };

/** A client whose API is a function; counts the requests by path. */
function clientOf(
  answer: (path: string, request: Request) => Response | Promise<Response>,
  options: Partial<LivenessClientOptions> = {},
) {
  const paths: string[] = [];
  const client = createLivenessClient({
    baseUrl: 'https://api.example/base/',
    ...KEYS,
    ...noDelay,
    fetch: async (input, init) => {
      const request = new Request(input, init);
      const path = new URL(request.url).pathname.replace('/base', '');
      paths.push(path);
      return path === SIGNATURES_PATH ? signature() : answer(path, request);
    },
    ...options,
  });
  return { client, paths };
}

const signature = () =>
  Response.json({
    headers: { 'x-nodeflux-timestamp': '20211213T062502Z' },
    ok: true,
    token: 'ab'.repeat(32),
  });
const job = (status: string, result: object[] = [], message = '') =>
  Response.json({ job: { id: 'j', result: { status, result } }, message, ok: true });
const live = () => job('success', [{ face_liveness: { live: true, liveness: 0.8 } }]);
const refusal = (status: number, code = 'not-authenticate', message = 'no') =>
  Response.json({ code, errors: [], message, ok: false }, { status });

const fails = (code: string, status?: number) => (error: unknown) => {
  assert.ok(error instanceof LivenessServerError, inspect(error));
  assert.equal(error.code, code);
  if (status !== undefined) assert.equal(error.status, status);
  return true;
};

test('what is no details counts as none, and a token’s read has none whatever is answered', async () => {
  const answerWith = (details: unknown) =>
    clientOf(() =>
      Response.json({
        job: {
          id: 'j',
          result: { status: 'success', result: [{ face_liveness: { live: true, liveness: 0.8 } }] },
        },
        ok: true,
        details,
      }),
    ).client;
  const bare = { status: 'judged', live: true, liveness: 0.8 };
  const fault = {
    code: 'of-a-newer-service',
    message: 'Step 2 shows something new.',
    image: 3,
    step: 2,
    gesture: 'shake',
    measured: 0.31,
    limit: 0.45,
  };
  const details = { paced: true, faults: [fault], measurements: [SECRET] };
  const told = { cameras: ['virtual'], declined: ['blink'], more_time: true, consent_sha256: null };
  const { details: read } = await answerWith({ ...details, session: told }).getVerdict('j');
  assert.deepEqual(read?.session, {
    cameras: ['virtual'],
    declined: ['blink'],
    moreTime: true,
    consentSha256: null,
  });
  const odd = await answerWith({ ...details, session: { cameras: 1 } }).getVerdict('j');
  assert.deepEqual(odd.details, details);
  assert.deepEqual(await answerWith(details).getVerdict('j'), { ...bare, details });
  assert.deepEqual(await answerWith(details).getVerdict('j', { submissionToken: 't' }), bare);
  for (const strange of [
    undefined,
    null,
    'x',
    { paced: 1 },
    { paced: true, faults: [1], measurements: [] },
    { paced: true, faults: [{ ...fault, code: 'Not a code' }], measurements: [] },
    { paced: true, faults: [{ ...fault, image: -1 }], measurements: [] },
    { paced: true, faults: [], measurements: Array(201).fill(SECRET) },
  ]) {
    assert.deepEqual(await answerWith(strange).getVerdict('j'), bare);
  }
});

for (const basePath of ['', '/some/prefix']) {
  test(`the client speaks with the real service at "${basePath || '/'}"`, async (t) => {
    const service = await runService(t, { basePath });
    const client = createLivenessClient({ baseUrl: `${service.baseUrl}/`, ...KEYS, ...noDelay });
    const submissionToken = await client.createSubmissionToken();
    const { body } = await service.submit(submissionToken, await goodBody());
    const expected = { status: 'judged', live: true, liveness: 0.9 };
    const details = { paced: false, faults: [], measurements: [SECRET] };
    assert.deepEqual(await client.waitForVerdict(body.job_id), { ...expected, details });
    assert.deepEqual(await client.getVerdict(body.job_id, { submissionToken }), expected);
    const other = await client.createSubmissionToken();
    await assert.rejects(
      client.getVerdict(body.job_id, { submissionToken: other }),
      fails('job-unknown', 404),
    );
  });
}

test('every outcome of the real service is a verdict', async (t) => {
  const messages = {
    'No face detected': 'no-face',
    'the face is most likely occluded': 'face-occluded',
    'Multiple faces are detected': 'multiple-faces',
  };
  for (const [message, reason] of Object.entries(messages)) {
    const analyst = createFakeAnalyst(() => ({
      status: 'incompleted',
      message,
      faults: [],
      measurements: [],
    }));
    const service = await runService(t, { analyst });
    const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS, ...noDelay });
    const { body } = await service.submit(await client.createSubmissionToken(), await goodBody());
    assert.deepEqual(await client.waitForVerdict(body.job_id), {
      status: 'incomplete',
      reason,
      message,
      details: { paced: false, faults: [], measurements: [] },
    });
  }
});

test('wrong keys are an error that does not hold them', async (t) => {
  const service = await runService(t);
  const secretKey = 'a-secret-that-must-not-be-shown';
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS, secretKey, ...noDelay });
  await assert.rejects(client.createSubmissionToken(), (error) => {
    assert.doesNotMatch(inspect(error, { depth: 9, showHidden: true }), new RegExp(secretKey));
    return fails('not-authenticated', 401)(error);
  });
});

test('the authorization key is kept while it is fresh, and shared by simultaneous calls', async () => {
  let nowMs = 0;
  const { client, paths } = clientOf(() => live(), { now: () => nowMs });
  await Promise.all([client.getVerdict('j'), client.getVerdict('j')]);
  nowMs += 4 * 60_000 - 1;
  await client.getVerdict('j');
  const signatures = () => paths.filter((path) => path === SIGNATURES_PATH).length;
  assert.equal(signatures(), 1);
  nowMs += 1;
  await client.getVerdict('j');
  assert.equal(signatures(), 2);
});

test('a kept key that is refused is replaced once', async () => {
  let refusals = 1;
  const { client, paths } = clientOf(() => (refusals-- > 0 ? refusal(401) : live()));
  assert.equal((await client.getVerdict('j')).status, 'judged');
  assert.equal(paths.filter((path) => path === SIGNATURES_PATH).length, 2);

  const stubborn = clientOf(() => refusal(401));
  await assert.rejects(stubborn.client.getVerdict('j'), fails('not-authenticated', 401));
  assert.equal(stubborn.paths.filter((path) => path === SIGNATURES_PATH).length, 2);
});

test('the authorization key is put together as the contract shows it', async () => {
  const { client } = clientOf((_, request) => {
    assert.equal(
      request.headers.get('authorization'),
      `NODEFLUX-HMAC-SHA256 Credential=${KEYS.accessKey}/20211213/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic, SignedHeaders=x-nodeflux-timestamp, Signature=${'ab'.repeat(32)}`,
    );
    assert.equal(request.headers.get('x-nodeflux-timestamp'), '20211213T062502Z');
    return live();
  });
  assert.equal((await client.getVerdict('j')).status, 'judged');
});

test('waiting polls with growing pauses until the verdict is final', async () => {
  const pausesMs: number[] = [];
  let polls = 0;
  const { client } = clientOf(() => (polls++ < 4 ? job('on going') : live()), {
    now: () => 0,
    sleep: async (durationMs) => void pausesMs.push(durationMs),
  });
  assert.deepEqual(await client.waitForVerdict('j'), {
    status: 'judged',
    live: true,
    liveness: 0.8,
  });
  assert.deepEqual(pausesMs, [250, 375, 562.5, 843.75]);
});

test('waiting ends with a time-out, on the injected clock', async () => {
  let nowMs = 0;
  const { client } = clientOf(() => job('some status of tomorrow'), {
    now: () => nowMs,
    sleep: async (durationMs) => {
      nowMs += durationMs;
    },
  });
  await assert.rejects(client.waitForVerdict('j', { timeoutMs: 5000 }), fails('verdict-timeout'));
  assert.equal(nowMs, 5000);
});

test('an abort ends the waiting with its own reason, before a request and in a pause', async () => {
  const reason = new Error('the user left');
  const isReason = (error: unknown) => error === reason;
  const { client, paths } = clientOf(() => job('on going'));
  const signal = AbortSignal.abort(reason);
  await assert.rejects(client.waitForVerdict('j', { signal }), isReason);
  assert.equal(paths.includes('/v1/jobs/j'), false);

  const leaving = new AbortController();
  const { sleep } = await import('../../src/edge/sleep.ts');
  const paused = clientOf(() => job('on going'), {
    sleep: (durationMs, pauseSignal) => {
      setImmediate(() => leaving.abort(reason));
      return sleep(durationMs * 1e6, pauseSignal);
    },
  });
  const waiting = paused.client.waitForVerdict('j', { signal: leaving.signal });
  await assert.rejects(waiting, isReason);
});

test('passing failures of the API are retried, others are not', async () => {
  let failures = 2;
  const passing = clientOf(() => (failures-- > 0 ? refusal(503, 'busy') : live()));
  assert.equal((await passing.client.getVerdict('j')).status, 'judged');

  const lasting = clientOf(() => refusal(500, 'internal-error'));
  await assert.rejects(lasting.client.getVerdict('j'), (error) => {
    assert.equal((error as LivenessServerError).retryable, true);
    return fails('service-failed', 500)(error);
  });
  assert.equal(lasting.paths.length, 1 + 3);

  const wrong = clientOf(() => refusal(400, 'bad-request'));
  await assert.rejects(wrong.client.getVerdict('j'), fails('refused', 400));
  assert.equal(wrong.paths.length, 1 + 1);
});

test('an answer that is not the contract’s is an error, never a pass', async () => {
  const answers = [
    () => new Response('<html>a captive portal</html>'),
    () => Response.json({ ok: true }),
    () =>
      Response.json({
        job: { id: 'j', result: { status: 'success', result: [{ live: true }] } },
        ok: true,
      }),
    () => Response.json(null),
  ];
  for (const answer of answers) {
    await assert.rejects(clientOf(answer).client.getVerdict('j'), fails('answer-unexpected', 200));
  }
  assert.equal((await clientOf(() => job('success')).client.getVerdict('j')).status, 'failed');
});

test('an API that cannot be reached is an error that shows no credentials', async () => {
  const client = createLivenessClient({
    baseUrl: 'http://127.0.0.1:1',
    ...KEYS,
    ...noDelay,
  });
  await assert.rejects(client.createSubmissionToken(), (error) => {
    const shown = inspect(error, { depth: 9, showHidden: true });
    assert.match(shown, /ECONNREFUSED|bad port/);
    assert.doesNotMatch(shown, new RegExp(`${KEYS.secretKey}|${KEYS.accessKey}`));
    return fails('unreachable')(error);
  });
});

test('a job id that could name another path is never requested', async () => {
  const { client, paths } = clientOf(() => live());
  for (const jobId of ['', '..', 'a/b', '../v1/x', 'a?b', '%2e%2e', 'ü', 'x'.repeat(129)]) {
    await assert.rejects(client.getVerdict(jobId), fails('job-id-malformed'));
  }
  assert.deepEqual(paths, []);
});

test('a base URL that is none is refused at once', () => {
  for (const baseUrl of ['', '/api', 'ftp://x', 'javascript:0']) {
    assert.throws(() => createLivenessClient({ baseUrl, ...KEYS }), /baseUrl/);
  }
});

test('an answer that stops half way is given up when its time is over', {
  timeout: 20_000,
}, async () => {
  const half = () =>
    new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"ok":')),
    });
  const { client } = clientOf(() => new Response(half()), { requestTimeoutMs: 20 });
  await assert.rejects(client.getVerdict('j'), fails('unreachable'));
});

test('an answer without an end is not read to its end', async () => {
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
  });
  const { client } = clientOf(() => new Response(endless));
  await assert.rejects(client.getVerdict('j'), fails('unreachable'));
});

test('no error holds any piece of a secret, however the API quotes it', async () => {
  const headersOf = (request: Request) => String(request.headers.get('authorization'));
  const token = '9268e8f3-1c2e-4b39-8604-61fe30a29908-GXYDEMJNGA4S2MRS';
  const quotes: ((secret: string) => string)[] = [
    (secret) => secret,
    (secret) => `…${secret.slice(5, 16)}…`,
    encodeURIComponent,
    (secret) => btoa(secret),
    (secret) => btoa(`{"secret_key":"${secret}"}`),
  ];
  for (const quote of quotes) {
    for (const place of ['message', 'code', 'errors']) {
      const told = (secret: string) => {
        const said = quote(secret);
        const body = { code: 'x', message: 'x', errors: ['x'], ok: false };
        return Response.json(
          { ...body, [place]: place === 'errors' ? [{ seen: said }] : said },
          { status: 400 },
        );
      };
      const echo = async (request: Request) => {
        const sent = (await request.text()) || headersOf(request);
        return told(
          /"secret_key":"([^"]*)"/.exec(sent)?.[1] ?? sent.split('Signature=').at(-1) ?? '',
        );
      };
      const asKey = createLivenessClient({
        baseUrl: 'https://api.example',
        ...KEYS,
        ...noDelay,
        fetch: (input, init) => echo(new Request(input, init)),
      });
      const { client } = clientOf((_, request) => echo(request));
      const failures = [
        await asKey.createSubmissionToken().catch((error: unknown) => error),
        await client.getVerdict('j').catch((error: unknown) => error),
        await client.getVerdict('j', { submissionToken: token }).catch((error: unknown) => error),
      ];
      for (const [index, secret] of [KEYS.secretKey, 'ab'.repeat(32), token].entries()) {
        const text = inspect(failures[index], { depth: 9, showHidden: true });
        assert.ok(failures[index] instanceof LivenessServerError);
        assert.equal(text.includes(quote(secret)), false, `${place} ${text}`);
      }
    }
  }
});

test('what an API says of a refusal without quoting a secret is told', async () => {
  const { client } = clientOf(() => refusal(401, 'not-authenticate', 'Signature is out of date'));
  await assert.rejects(client.getVerdict('j'), /401 not-authenticate: Signature is out of date/);
});
