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
