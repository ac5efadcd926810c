import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import * as v from 'valibot';
import {
  createKeyRing,
  generateKeys,
  keysFromEnvironment,
} from '../../src/service/auth/access-keys.ts';
import { parseAuthorization } from '../../src/service/auth/authorization.ts';
import {
  hashSubmissionToken,
  mintSubmissionToken,
} from '../../src/service/auth/submission-token.ts';
import { formatTimestamp, parseTimestamp } from '../../src/service/auth/timestamp.ts';
import { describeError } from '../../src/service/describe-error.ts';
import { createTurns } from '../../src/service/http/turns.ts';
import { readSettings } from '../../src/service/settings.ts';
import { submitAnswerSchema } from '../../src/submission/wire.ts';

test('a timestamp is read as it is written, and only when it is a real instant', () => {
  const epochMs = Date.UTC(2021, 11, 13, 6, 25, 2);
  assert.equal(formatTimestamp(epochMs + 999), '20211213T062502Z');
  assert.equal(parseTimestamp('20211213T062502Z'), epochMs);
  for (const wrong of [
    '',
    '20211213T062502',
    '2021-12-13T06:25:02Z',
    '20210230T000000Z',
    '20211313T000000Z',
    '20211213T256000Z',
    '20211213T062502Z\n',
  ]) {
    assert.equal(parseTimestamp(wrong), undefined, wrong);
  }
});

test('an authorization key is taken apart as the contract writes it', () => {
  const signature = 'ab'.repeat(32);
  const header = `NODEFLUX-HMAC-SHA256 Credential=KEY1/20211213/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic, SignedHeaders=x-nodeflux-timestamp, Signature=${signature}`;
  assert.deepEqual(parseAuthorization(header), { accessKey: 'KEY1', date: '20211213', signature });
  for (const wrong of [
    '',
    'Bearer x',
    ` ${header}`,
    `${header}0`,
    header.replace('v1beta1.', 'v1beta1x'),
    header.replace('SignedHeaders=x', 'SignedHeaders=host;x'),
  ]) {
    assert.equal(parseAuthorization(wrong), undefined, wrong);
  }
});

test('tokens have the contract’s shape and differ; other shapes are never looked up', () => {
  const tokens = Array.from({ length: 100 }, () => mintSubmissionToken(randomBytes));
  assert.equal(new Set(tokens).size, 100);
  for (const token of tokens) assert.match(String(hashSubmissionToken(token)), /^[0-9a-f]{64}$/);
  const [token = ''] = tokens;
  for (const wrong of [
    '',
    'x',
    token.toLowerCase(),
    `${token}A`,
    ` ${token}`,
    token.slice(0, -1),
  ]) {
    assert.equal(hashSubmissionToken(wrong), undefined, wrong);
  }
});

test('generated keys are accepted by a key ring, with their own secret only', async () => {
  const [one, two] = [generateKeys(), generateKeys()];
  const ring = createKeyRing([one, two]);
  assert.equal(await ring.accepts(one), true);
  assert.equal(await ring.accepts({ accessKey: one.accessKey, secretKey: two.secretKey }), false);
  assert.equal(await ring.accepts({ accessKey: 'nobody', secretKey: one.secretKey }), false);
});

test('keys that are missing or weak are named by their rule, not shown', () => {
  assert.throws(() => keysFromEnvironment({ NODEFLUX_ACCESS_KEY: 'KEY1' }), /NODEFLUX_SECRET_KEY/);
  assert.throws(() => createKeyRing([]), /at least one/);
  assert.throws(
    () => createKeyRing([{ accessKey: 'KEY1', secretKey: 'too-short' }]),
    (error) => {
      assert.match(String(error), /16 to 256/);
      assert.doesNotMatch(String(error), /too-short/);
      return true;
    },
  );
  assert.throws(
    () => createKeyRing([{ accessKey: 'a/b c', secretKey: 'x'.repeat(16) }]),
    /access key/,
  );
});

test('settings have defaults, and wrong ones are named', () => {
  assert.equal(readSettings({}).maxImages, 16);
  assert.deepEqual(readSettings({}).allowedOrigins, []);
  assert.throws(() => readSettings({ maxImages: 0 }), /maxImages/);
  assert.throws(() => readSettings({ leaseMs: Number.NaN }), /leaseMs/);
  assert.throws(() => readSettings({ basePath: 'liveness/' }), /basePath/);
  for (const origin of ['shop.example', 'https://shop.example/', 'https://shop.example/page', '']) {
    assert.throws(() => readSettings({ allowedOrigins: [origin] }), /allowedOrigins/, origin);
  }
  assert.throws(() => readSettings({ maxImage: 3 } as object), /maxImage/);
});

test('what is logged of an error has its place and code, never its message', () => {
  const cause = Object.assign(new TypeError('data:image/jpeg;base64,AAAA\n    at face (x:1:2)'), {
    code: 'E1',
  });
  const facts = describeError(cause);
  assert.equal(facts.type, 'TypeError');
  assert.equal(facts.errorCode, 'E1');
  assert.match(String(facts.frames[0]), /pieces\.node\.test/);
  assert.doesNotMatch(JSON.stringify(facts), /base64|face/);
});

test('both shapes of the submit answer give the job id', () => {
  assert.deepEqual(v.parse(submitAnswerSchema, { job_id: 'a', ok: true }), { jobId: 'a' });
  const long = { job: { id: 'b', result: {} }, message: 'Job successfully submitted!', ok: true };
  assert.deepEqual(v.parse(submitAnswerSchema, long), { jobId: 'b' });
  assert.equal(v.is(submitAnswerSchema, { ok: false, job_id: 'c' }), false);
});

test('turns of one key come one after the other, those of another at once', async () => {
  const turns = createTurns();
  const order: string[] = [];
  const endFirst = await turns.take('a');
  const second = turns.take('a').then((end) => {
    order.push('second');
    end();
  });
  const third = turns.take('a').then((end) => {
    order.push('third');
    end();
  });
  (await turns.take('b'))();
  order.push('first ends');
  endFirst();
  await Promise.all([second, third]);
  assert.deepEqual(order, ['first ends', 'second', 'third']);
});
