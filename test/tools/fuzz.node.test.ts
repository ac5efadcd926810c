import assert from 'node:assert/strict';
import { test } from 'node:test';
import { OPERATIONS } from '../../src/service/openapi/operations.ts';
import { makeCostlyJpegs } from '../../tools/fuzz/costly-jpegs.ts';
import { MAX_ANSWER_BYTES } from '../../tools/fuzz/format-fuzz-report.ts';
import { buildBody, FUZZ_ENDPOINTS } from '../../tools/fuzz/fuzz-case.ts';
import { startFuzzedService } from '../../tools/fuzz/fuzzed-service.ts';
import { honestRequest } from '../../tools/fuzz/honest-client.ts';
import { makeCases } from '../../tools/fuzz/make-cases.ts';
import { createCasePlayer } from '../../tools/fuzz/play-cases.ts';
import { noisyPhoto } from '../../tools/fuzz/run-fuzz.ts';
import { sendBody } from '../../tools/fuzz/send-body.ts';

const BODIES = 400;

test('hostile bodies to every endpoint are answered, briefly, and never with a fault of the service', async (t) => {
  const service = await startFuzzedService();
  t.after(() => service.close());
  const player = createCasePlayer(service.url, await noisyPhoto());
  const reached = new Set<string>();
  for (const fuzzCase of makeCases(20_261_127, BODIES, await makeCostlyJpegs())) {
    const { bodyBytes, bytes, status } = await player.play(fuzzCase);
    const { credential, endpoint, kind } = fuzzCase;
    const label = `${kind}, ${bodyBytes} bytes, ${credential}, to ${endpoint.path}: ${status}`;
    assert.ok(status >= 200 && status < 500, label);
    assert.ok(bytes <= MAX_ANSWER_BYTES, `${label}, ${bytes} bytes`);
    if (credential !== 'right' && endpoint.needs !== 'nothing') assert.equal(status, 401, label);
    reached.add(endpoint.path);
  }
  assert.equal(reached.size, FUZZ_ENDPOINTS.length);
});

test('what the costs are measured against is honest: every endpoint takes it', async (t) => {
  const service = await startFuzzedService();
  t.after(() => service.close());
  const photo = await noisyPhoto();
  const statuses = new Map<string, number>();
  for (const { path } of FUZZ_ENDPOINTS) {
    const { body, headers } = await honestRequest(service.url, path, photo);
    const { status } = await sendBody(service.url + path, headers, body, true);
    statuses.set(path.split('/').at(-1) ?? '', status);
  }
  assert.deepEqual(Object.fromEntries(statuses), {
    signatures: 200,
    submission_tokens: 200,
    'check-links': 201,
    look: 200,
    visits: 201,
    tokens: 200,
    ends: 200,
    erasures: 200,
    'face-liveness': 202,
    'liveness-session': 201,
    steps: 200,
    // The neutral face cannot be swapped: decided after everything else.
    swaps: 409,
    'more-time': 200,
    attempts: 200,
    frames: 200,
  });
});

test('no endpoint is left out', () => {
  const posted = OPERATIONS.filter(({ method, path }) => method === 'post' && !path.includes(':'));
  assert.deepEqual(
    FUZZ_ENDPOINTS.map(({ path }) => path).toSorted(),
    posted.map(({ path }) => path).toSorted(),
  );
});

test('a seed makes the same bodies each time', async () => {
  const jpegs = await makeCostlyJpegs();
  const [once, again] = [makeCases(7, 60, jpegs), makeCases(7, 60, jpegs)];
  assert.deepEqual(
    once.map(({ body }) => buildBody(body).byteLength),
    again.map(({ body }) => buildBody(body).byteLength),
  );
  assert.deepEqual(once, again);
});
