import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { type TestContext, test } from 'node:test';
import sharp from 'sharp';
import * as v from 'valibot';
import { maxSubmissionBytes } from '../../src/service/settings.ts';
import {
  errorBodySchema,
  FACE_LIVENESS_PATH,
  JOBS_PATH,
  MAX_IMAGE_BYTES,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
} from '../../src/submission/wire.ts';
import { makeJpeg, toDataUri } from './jpeg.ts';
import { type Answer, goodBody, KEYS, runService } from './run-service.ts';

type Running = Awaited<ReturnType<typeof runService>>;

function assertRefused(answer: Answer, status: number, code: string, label: string): void {
  assert.equal(answer.status, status, label);
  assert.equal(answer.body?.code, code, label);
  assert.deepEqual(Object.keys(answer.body).sort(), ['code', 'errors', 'message', 'ok'], label);
  assert.equal(v.is(errorBodySchema, answer.body), true, label);
}

/** The process lives and the token is still good: bad input loses nothing. */
async function assertStillGood(service: Running, token: string): Promise<void> {
  const accepted = await service.submit(token, await goodBody());
  assert.equal(accepted.status, 202);
}

async function runWithToken(t: TestContext) {
  const service = await runService(t, { maxImages: 4, pacing: 'off' });
  return { service, token: await service.mintToken() };
}

test('a body of another shape is refused, with the place, and the token is kept', async (t) => {
  const { service, token } = await runWithToken(t);
  const image = toDataUri(await makeJpeg());
  const cases: [label: string, body: unknown, path: string | undefined][] = [
    ['not JSON', '{"images": [', undefined],
    ['empty', '', undefined],
    ['null', null, ''],
    ['a number', 7, ''],
    ['no images', {}, 'images'],
    ['images a string', { images: image }, 'images'],
    ['images empty', { images: [] }, 'images'],
    ['an image a number', { images: [image, 7] }, 'images.1'],
    ['too many images', { images: Array(5).fill(image) }, 'images'],
    ['very many images', { images: Array(500_000).fill('') }, 'images'],
    ['params a string', { images: [image], additional_params: 'all' }, 'additional_params'],
    [
      'threshold over 1',
      { images: [image], additional_params: { liveness_threshold: 1.01 } },
      'additional_params.liveness_threshold',
    ],
    [
      'threshold a string',
      { images: [image], additional_params: { liveness_threshold: '0.5' } },
      'additional_params.liveness_threshold',
    ],
    [
      'flag a number',
      { images: [image], additional_params: { get_main_face: 1 } },
      'additional_params.get_main_face',
    ],
  ];
  for (const [label, body, path] of cases) {
    const refused = await service.submit(token, body);
    assertRefused(refused, 400, 'bad-request', label);
    if (path !== undefined) assert.equal(refused.body.errors[0].path, path, label);
    assert.equal(JSON.stringify(refused.body).includes(image.slice(30, 60)), false, label);
  }
  await assertStillGood(service, token);
});

test('what is not a JPEG within the limits is refused, with the place, and the token is kept', async (t) => {
  const { service, token } = await runWithToken(t);
  const jpeg = await makeJpeg();
  const good = toDataUri(jpeg);
  const png = await sharp(jpeg).png().toBuffer();
  const unpaddable = Buffer.concat([jpeg, Buffer.alloc(4 - (jpeg.byteLength % 3))]);
  assert.equal(unpaddable.byteLength % 3, 1);
  const fakeJpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(500, 7)]);
  const cases: [label: string, image: string][] = [
    ['another media type', `data:image/png;base64,${png.toString('base64')}`],
    ['a URL', 'https://example.com/face.jpg'],
    ['empty', ''],
    ['prefix only', 'data:image/jpeg;base64,'],
    ['broken base64', `${good.slice(0, -8)}!!!!${good.slice(-4)}`],
    ['unpadded base64', toDataUri(unpaddable).replace(/=+$/, '')],
    ['base64url', toDataUri(Buffer.concat([jpeg, Buffer.alloc(9, 0xff)])).replaceAll('/', '_')],
    ['base64 with a line break', `${good.slice(0, 60)}\n${good.slice(60)}`],
    ['a PNG', toDataUri(png)],
    ['text', toDataUri(Buffer.from('hello, I am a face'))],
    ['JPEG magic and rubbish', toDataUri(fakeJpeg)],
    ['a JPEG cut in its header', toDataUri(jpeg.subarray(0, 40))],
    ['over 1 MB', toDataUri(Buffer.concat([jpeg, Buffer.alloc(MAX_IMAGE_BYTES)]))],
    ['one byte over 1 MB', toDataUri(Buffer.concat([jpeg], MAX_IMAGE_BYTES + 1))],
    ['huge sides', toDataUri(await makeJpeg({ widthPx: 20_000, heightPx: 64 }))],
    ['one pixel too wide', toDataUri(await makeJpeg({ widthPx: 4097, heightPx: 64 }))],
    ['tiny', toDataUri(await makeJpeg({ widthPx: 63, heightPx: 64 }))],
  ];
  for (const [label, image] of cases) {
    const refused = await service.submit(token, { images: [good, image] });
    assertRefused(refused, 400, 'invalid-image', label);
    assert.deepEqual(
      refused.body.errors.map(({ path }: { path: string }) => path),
      ['images.1'],
      label,
    );
  }
  await assertStillGood(service, token);
});

test('images at the very limits are accepted', async (t) => {
  const { service, token } = await runWithToken(t);
  const full = Buffer.concat([await makeJpeg()], MAX_IMAGE_BYTES);
  const images = [full, full, full, await makeJpeg({ widthPx: 4096, heightPx: 64 })];
  const accepted = await service.submit(token, { images: images.map(toDataUri) });
  assert.equal(accepted.status, 202);
  await service.finishedJob(accepted.body.job_id, token);
  assert.equal(service.analyst.requests[0]?.images[0]?.byteLength, MAX_IMAGE_BYTES);
});

test('a body over the limit is refused, declared or not, and the token is kept', async (t) => {
  const { service, token } = await runWithToken(t);
  const tooLarge = 'x'.repeat(maxSubmissionBytes({ maxImages: 4 }) + 1);
  const declared = await service.submit(token, tooLarge);
  assertRefused(declared, 413, 'payload-too-large', 'declared');

  const streamed = await service.call(FACE_LIVENESS_PATH, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: token },
    body: new Blob([tooLarge]).stream(),
    duplex: 'half',
  } as RequestInit);
  assertRefused(streamed, 413, 'payload-too-large', 'streamed');

  const keys = await service.post(SIGNATURES_PATH, {
    access_key: 'x'.repeat(5000),
    secret_key: 'y',
  });
  assertRefused(keys, 413, 'payload-too-large', 'signatures');
  await assertStillGood(service, token);
});

test('another media type is refused, and the token is kept', async (t) => {
  const { service, token } = await runWithToken(t);
  const body = JSON.stringify(await goodBody());
  for (const type of ['text/plain', 'application/x-www-form-urlencoded', 'application/jsonx', '']) {
    const headers = { 'content-type': type, authorization: token };
    const refused = await service.post(FACE_LIVENESS_PATH, body, headers);
    assertRefused(refused, 415, 'unsupported-media-type', type);
  }
  await assertStillGood(service, token);
});

test('a stranger’s body is not read', async (t) => {
  const service = await runService(t);
  for (const token of ['', 'Bearer x', '9268e8f3-1c2e-4b39-8604-61fe30a29908-GXYDEMJNGA4S2MRS']) {
    // The headers promise a body that never comes: only a server that does not wait for it answers.
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const request = httpRequest(service.baseUrl + FACE_LIVENESS_PATH, {
        method: 'POST',
        headers: {
          authorization: token,
          'content-type': 'application/json',
          'content-length': 1_000_000,
        },
      });
      request.on('response', (response) => {
        resolve(response.statusCode);
        request.destroy();
      });
      request.on('error', reject);
      request.flushHeaders();
    });
    assert.equal(status, 401, token);
  }
});

test('a connection that breaks in the middle of a body loses nothing', async (t) => {
  const { service, token } = await runWithToken(t);
  await new Promise<void>((resolve) => {
    const request = httpRequest(service.baseUrl + FACE_LIVENESS_PATH, {
      method: 'POST',
      headers: {
        authorization: token,
        'content-type': 'application/json',
        'content-length': 1_000_000,
      },
    });
    request.on('error', () => resolve());
    request.write('{"images": ["', () => request.destroy(new Error('cable pulled')));
  });
  await assertStillGood(service, token);
});

test('no such endpoint, job or method is refused in the contract’s shape', async (t) => {
  const { service, token } = await runWithToken(t);
  const notFound = ['/', '/nothing', '/v1/jobs', '/v1/jobs/', '/v1/jobs/a/b', '/v2/jobs/a'];
  for (const path of notFound) assertRefused(await service.call(path), 404, 'not-found', path);
  for (const id of ['unknown', 'x'.repeat(65), '%2e%2e', "'; DROP TABLE jobs"]) {
    const answer = await service.readJob(encodeURIComponent(id), { authorization: token });
    assertRefused(answer, 404, 'not-found', id);
  }
  const endpoints = {
    [SIGNATURES_PATH]: 'POST',
    [SUBMISSION_TOKENS_PATH]: 'POST',
    [FACE_LIVENESS_PATH]: 'POST',
  };
  for (const [path, allowed] of Object.entries(endpoints)) {
    const answer = await service.call(path);
    assertRefused(answer, 405, 'method-not-allowed', path);
    assert.equal(answer.headers.get('allow'), allowed);
  }
  const putting = await service.call(`${JOBS_PATH}/x`, { method: 'PUT' });
  assertRefused(putting, 405, 'method-not-allowed', 'PUT');
});

test('keys of another shape are refused', async (t) => {
  const service = await runService(t);
  const bodies = [null, [], {}, { access_key: KEYS.accessKey }, { access_key: 1, secret_key: 2 }];
  for (const body of bodies) {
    const refused = await service.post(SIGNATURES_PATH, body);
    assertRefused(refused, 400, 'bad-request', JSON.stringify(body));
  }
});

test('when too many jobs wait the submission is refused for now, and the token is kept', async (t) => {
  const service = await runService(t, {
    maxOpenJobs: 1,
    analyst: { analyse: () => new Promise(() => {}), close: async () => {} },
    analysisTimeoutMs: 50,
  });
  const [first, second] = [await service.mintToken(), await service.mintToken()];
  assert.equal((await service.submit(first, await goodBody())).status, 202);
  const refused = await service.submit(second, await goodBody());
  assertRefused(refused, 503, 'busy', 'busy');
  assert.equal(refused.headers.get('retry-after'), '5');
  const again = await service.submit(second, await goodBody());
  assertRefused(again, 503, 'busy', 'still unspent');
});
