import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Webhook } from 'standardwebhooks';
import {
  createWebhookHandler,
  LivenessServerError,
  verifyWebhook,
  type WebhookEvent,
} from '../../src/server/index.ts';

const SECRET = `whsec_${Buffer.alloc(24, 3).toString('base64')}`;
const AT_MS = Date.UTC(2026, 0, 2, 3, 4, 5);
const BODY = JSON.stringify({
  type: 'check.finished',
  timestamp: '2026-01-02T03:04:00.000Z',
  data: {
    access_key: 'SHOP',
    job: {
      id: 'job-1',
      result: {
        status: 'success',
        analytic_type: 'FACE_LIVENESS',
        result: [{ face_liveness: { live: true, liveness: 0.9 } }],
      },
    },
    message: 'Face Liveness Success',
    ok: true,
    details: { paced: true, faults: [], measurements: [] },
  },
});

/** Signed by Standard Webhooks' own library. */
function signed(body = BODY, { atMs = AT_MS, id = 'check_job-1', secret = SECRET } = {}) {
  const headers = {
    'webhook-id': id,
    'webhook-timestamp': String(atMs / 1000),
    'webhook-signature': new Webhook(secret).sign(id, new Date(atMs), body),
  };
  return { headers, body };
}

const now = () => AT_MS;
const post = ({ body, headers }: ReturnType<typeof signed>) =>
  new Request('https://shop.example/hook', { method: 'POST', body, headers });

const isRefused = (error: unknown) =>
  error instanceof LivenessServerError && error.code === 'webhook-refused' && !error.retryable;

test('a message that Standard Webhooks’ library has signed is read', () => {
  const event = verifyWebhook(signed(), { secret: SECRET, now });
  assert.deepEqual(event, {
    id: 'check_job-1',
    accessKey: 'SHOP',
    jobId: 'job-1',
    verdict: { status: 'judged', live: true, liveness: 0.9 },
    details: { paced: true, faults: [], measurements: [] },
    finishedAt: new Date('2026-01-02T03:04:00.000Z'),
  } satisfies WebhookEvent);
});

test('any change of id, time, body or signature, and any other secret, is refused', () => {
  const good = signed();
  const changed = [
    { ...good, body: BODY.replace('true', 'false') },
    { ...good, body: `${BODY} ` },
    ...['webhook-id', 'webhook-timestamp', 'webhook-signature'].flatMap((name) => [
      { ...good, headers: { ...good.headers, [name]: undefined } },
      { ...good, headers: { ...good.headers, [name]: '1' } },
    ]),
    { ...good, headers: { ...good.headers, 'webhook-signature': 'v1,' } },
    {
      ...good,
      headers: {
        ...good.headers,
        'webhook-signature': good.headers['webhook-signature'].replace('v1,', 'v2,'),
      },
    },
    signed(BODY, { secret: `whsec_${Buffer.alloc(24, 4).toString('base64')}` }),
  ];
  for (const message of changed) {
    assert.throws(() => verifyWebhook(message, { secret: SECRET, now }), isRefused);
  }
});

test('a message is good for five minutes either way, to the second', () => {
  const at = (offsetMs: number) => () =>
    verifyWebhook(signed(), { secret: SECRET, now: () => AT_MS + offsetMs });
  at(300_000)();
  at(-300_000)();
  assert.throws(at(300_001), isRefused);
  assert.throws(at(-300_001), isRefused);
});

test('a secret of another shape verifies nothing', () => {
  for (const secret of ['', 'whsec_', 'whsec_c2hvcnQ=', SECRET.slice(6)]) {
    assert.throws(() => verifyWebhook(signed(), { secret, now }), TypeError);
  }
});

test('a signed body of another kind, or of a job that still runs, is refused', () => {
  for (const body of [
    'no JSON',
    BODY.replace('check.finished', 'check.opened'),
    BODY.replace('"success"', '"on going"'),
  ]) {
    assert.throws(() => verifyWebhook(signed(body), { secret: SECRET, now }), isRefused);
  }
});

test('the handler tells each result once, a failed telling again', async () => {
  const told: string[] = [];
  let fails = true;
  const handle = createWebhookHandler({
    secret: SECRET,
    now,
    async onResult({ jobId }) {
      told.push(jobId);
      if (fails) throw new Error('the database is away');
    },
  });
  assert.equal((await handle(post(signed()))).status, 500);
  fails = false;
  const answers = await Promise.all([signed(), signed(), signed()].map((one) => handle(post(one))));
  assert.deepEqual(
    answers.map(({ status }) => status),
    [204, 204, 204],
  );
  assert.equal(told.length, 2);
});

test('the handler asks where results are kept, and refuses strangers before that', async () => {
  const asked: string[] = [];
  const told: string[] = [];
  const handle = createWebhookHandler({
    secret: SECRET,
    now,
    onResult: ({ id }) => void told.push(id),
    seen: (id) => {
      asked.push(id);
      return id === 'check_job-1';
    },
  });
  assert.equal((await handle(post({ ...signed(), body: '{}' }))).status, 401);
  assert.deepEqual(asked, []);
  assert.equal((await handle(post(signed()))).status, 204);
  assert.equal((await handle(post(signed(BODY, { id: 'check_job-2' })))).status, 204);
  assert.deepEqual(told, ['check_job-2']);
  assert.equal((await handle(new Request('https://shop.example/hook'))).status, 405);
  const large = new Request('https://shop.example/hook', {
    method: 'POST',
    body: 'x'.repeat(300_000),
  });
  assert.equal((await handle(large)).status, 413);
});
