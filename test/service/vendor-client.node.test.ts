import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import { test } from 'node:test';
import { makeJpeg } from './jpeg.ts';
import { KEYS, runService } from './run-service.ts';

/** What a client does that was written from the vendor's pages alone, with their literal bodies. */
async function runForVendorClient(t: TestContext) {
  const service = await runService(t, { pacing: 'offered' });
  const signed = await service.post(
    '/public/auth/v1/signatures',
    `{"access_key": "${KEYS.accessKey}", "secret_key": "${KEYS.secretKey}"}`,
  );
  const timestamp: string = signed.body.headers['x-nodeflux-timestamp'];
  const authorization = `NODEFLUX-HMAC-SHA256 Credential=${KEYS.accessKey}/${timestamp.slice(0, 8)}/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic, SignedHeaders=x-nodeflux-timestamp, Signature=${signed.body.token}`;
  const headers = { authorization, 'x-nodeflux-timestamp': timestamp };
  const mint = () => service.post('/auth/v1/submission_tokens', 'null', headers);
  const submit = (token: string, body: string) =>
    service.post('/v1/analytics/face-liveness', body, { authorization: token });
  return { ...service, headers, mint, signed, submit };
}

test('one signature mints several tokens within its life', async (t) => {
  const { mint, signed } = await runForVendorClient(t);
  assert.match(signed.body.headers['x-nodeflux-timestamp'], /^\d{8}T\d{6}Z$/);
  assert.match(signed.body.token, /^[0-9a-f]+$/);
  const [first, second] = [await mint(), await mint()];
  assert.deepEqual(Object.keys(first.body).toSorted(), ['ok', 'submission_token']);
  assert.equal(second.status, 200);
  assert.notEqual(first.body.submission_token, second.body.submission_token);
});

test('every form of image and parameters on the vendor’s pages is taken', async (t) => {
  const { mint, submit } = await runForVendorClient(t);
  const base64 = (await makeJpeg()).toString('base64');
  const bodies = [
    `{"additional_params": null, "images": ["data:image/jpeg;base64,${base64}"]}`,
    `{"images": ["data:image/jpg;base64,${base64}"]}`,
    `{"images": ["${base64}"]}`,
    `{"additional_params": {"liveness_threshold": 0.85, "auto_orientation": false, "get_main_face": true}, "images": ["data:image/jpeg;base64,${base64}"]}`,
    `{"additional_params": {}, "images": ["data:image/jpeg;base64,${base64}"]}`,
  ];
  for (const body of bodies) {
    const token: string = (await mint()).body.submission_token;
    const answer = await submit(token, body);
    assert.equal(answer.status, 202, `${body.slice(0, 80)} ${JSON.stringify(answer.body)}`);
    assert.deepEqual(Object.keys(answer.body).toSorted(), ['job_id', 'ok']);
  }
  const token: string = (await mint()).body.submission_token;
  for (const image of [`data:image/png;base64,${base64}`, 'data:,x', '', '-']) {
    const answer = await submit(token, JSON.stringify({ images: [image] }));
    assert.equal(answer.status, 400, image.slice(0, 30));
    assert.equal(answer.body.code, 'invalid-image');
  }
});

test('a job id is 48 hex digits and the day in base32, and reads as the vendor’s answer', async (t) => {
  const { finishedJob, headers, mint, readJob, submit } = await runForVendorClient(t);
  const token: string = (await mint()).body.submission_token;
  const images = [(await makeJpeg()).toString('base64')];
  const { body } = await submit(token, JSON.stringify({ images }));
  // The tail of `2026-01-02`, the day of the test's clock; the vendor's own example ends in that of 2021-10-07.
  assert.match(body.job_id, /^[0-9a-f]{48}GIYDENRNGAYS2MBS$/);
  const done = await finishedJob(body.job_id, token);
  assert.deepEqual(done.body, {
    job: {
      id: body.job_id,
      result: {
        status: 'success',
        analytic_type: 'FACE_LIVENESS',
        result: [{ face_liveness: { live: true, liveness: 0.9 } }],
      },
    },
    message: 'Face Liveness Success',
    ok: true,
  });
  assert.equal((await readJob(body.job_id, headers)).body.job.id, body.job_id);
});
