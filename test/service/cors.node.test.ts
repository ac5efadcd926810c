import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  FACE_LIVENESS_PATH,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
} from '../../src/submission/wire.ts';
import { runService } from './run-service.ts';

const SHOP = 'https://shop.example';

const preflight = (origin: string) => ({
  method: 'OPTIONS',
  headers: {
    origin,
    'access-control-request-method': 'POST',
    'access-control-request-headers': 'authorization,content-type',
  },
});

test('a configured origin may submit and read, and sees refusals', async (t) => {
  const service = await runService(t, { allowedOrigins: [SHOP] });
  for (const path of [FACE_LIVENESS_PATH, '/v1/jobs/x']) {
    const { status, headers } = await service.call(path, preflight(SHOP));
    assert.equal(status, 204);
    assert.equal(headers.get('access-control-allow-origin'), SHOP);
    assert.match(String(headers.get('access-control-allow-headers')), /authorization/);
    assert.match(String(headers.get('access-control-allow-methods')), /POST/);
    assert.equal(headers.get('access-control-allow-credentials'), null);
    assert.match(String(headers.get('vary')), /Origin/);
  }
  const refused = await service.post(FACE_LIVENESS_PATH, {}, { origin: SHOP });
  assert.equal(refused.status, 401);
  assert.equal(refused.headers.get('access-control-allow-origin'), SHOP);
});

test('no other origin is let in, and none at all by default', async (t) => {
  const configured = await runService(t, { allowedOrigins: [SHOP] });
  const byDefault = await runService(t);
  const cases = [
    [configured, 'https://evil.example'],
    [configured, `${SHOP}.evil.example`],
    [configured, 'null'],
    [byDefault, SHOP],
  ] as const;
  for (const [service, origin] of cases) {
    const { headers } = await service.call(FACE_LIVENESS_PATH, preflight(origin));
    assert.equal(headers.get('access-control-allow-origin'), null, origin);
    const refused = await service.post(FACE_LIVENESS_PATH, {}, { origin });
    assert.equal(refused.headers.get('access-control-allow-origin'), null, origin);
  }
});

test('the log names each page that is refused, once, with what allows it', async (t) => {
  const service = await runService(t, { allowedOrigins: [SHOP] });
  const origins = [
    'https://other.example',
    'https://other.example',
    SHOP,
    'null',
    `x${'"'.repeat(9000)}`,
  ];
  for (const origin of origins) await service.call(FACE_LIVENESS_PATH, preflight(origin));
  // No preflight: a page of the service's own origin, behind a proxy with another name, is refused nothing.
  await service.post(FACE_LIVENESS_PATH, {}, { origin: 'https://proxy.example' });
  const told = service
    .log()
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line))
    .filter(({ msg }) => msg.startsWith('a page was refused'));
  assert.deepEqual(
    told.map(({ msg, origin }) => [msg, origin.slice(0, 24)]),
    [
      [
        'a page was refused: allow it with --origin https://other.example, or in allowedOrigins',
        'https://other.example',
      ],
      [
        'a page was refused: it has no origin that could be allowed; serve it by http or https',
        'null',
      ],
      [
        'a page was refused: it has no origin that could be allowed; serve it by http or https',
        `x${'"'.repeat(23)}`,
      ],
    ],
  );
  assert.ok(told.every(({ origin }) => origin.length <= 200));
});

test('a client in the name of many origins does not fill the log', async (t) => {
  const service = await runService(t);
  for (let index = 0; index < 130; index++) {
    await service.call(FACE_LIVENESS_PATH, preflight(`https://shop-${index}.example`));
  }
  const told = service
    .log()
    .split('\n')
    .filter((line) => line.includes('a page was refused'));
  assert.equal(told.length, 100);
});

test('every origin is let in only when that is written down', async (t) => {
  const service = await runService(t, { allowedOrigins: ['*'] });
  const { headers } = await service.call(FACE_LIVENESS_PATH, preflight('https://any.example'));
  assert.equal(headers.get('access-control-allow-origin'), '*');
  assert.equal(headers.get('access-control-allow-credentials'), null);
});

test('the endpoints for backends are not for pages', async (t) => {
  const service = await runService(t, { allowedOrigins: ['*'] });
  for (const path of [SIGNATURES_PATH, SUBMISSION_TOKENS_PATH]) {
    const { status, headers } = await service.call(path, preflight(SHOP));
    assert.equal(status, 405);
    assert.equal(headers.get('access-control-allow-origin'), null);
  }
});
