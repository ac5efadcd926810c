import assert from 'node:assert/strict';
import { describe, it, type TestContext } from 'node:test';
import { createLivenessClient } from '../../src/server/index.ts';
import { DEFAULT_PACING, pacingFor } from '../../src/submission/pacing.ts';
import { openSession } from '../../src/submission/session-client.ts';
import { submitImages } from '../../src/submission/submit-images.ts';
import { ScriptedCheck } from '../check/scripted-check.ts';
import { startFakeVendor, VENDOR, type VendorAnswers } from './fake-vendor.ts';

/** A whole check of the page's side against the vendor; only camera, tracker and JPEG are of the test. */
async function checkAgainst(t: TestContext, answers: VendorAnswers, pacing: 'off' | 'offered') {
  globalThis.document ??= { baseURI: 'http://page.test/' } as Document;
  const vendor = await startFakeVendor(t, answers);
  const check = new ScriptedCheck();
  const token = VENDOR.token.submission_token;
  const { baseUrl: apiUrl } = vendor;
  check.options = { ...check.options, apiUrl, pacing, fetchToken: async () => token };
  check.parts = { ...check.parts, openSession, submit: submitImages };
  return { check, vendor };
}

const clientOf = (baseUrl: string) =>
  createLivenessClient({ baseUrl, accessKey: 'AK', secretKey: 'SK', retryDelayMs: () => 0 });

describe('the element before the vendor’s cloud', () => {
  it('asks for no pacing, and sends the one documented request with the token', async (t) => {
    const { check, vendor } = await checkAgainst(t, {}, 'off');
    const { jobId, paced } = await check.run();
    assert.deepEqual({ jobId, paced }, { jobId: VENDOR.accepted.job_id, paced: false });
    assert.equal(vendor.asked.length, 1);
    const [{ authorization, body, path } = assert.fail()] = vendor.asked;
    assert.equal(path, '/v1/analytics/face-liveness');
    assert.equal(authorization, VENDOR.token.submission_token);
    const { additional_params: params, images, ...rest } = body as Record<string, unknown>;
    assert.deepEqual(rest, {});
    assert.deepEqual(params, {
      liveness_threshold: 0.7,
      auto_orientation: false,
      get_main_face: false,
    });
    for (const image of images as string[]) assert.match(image, /^data:image\/jpeg;base64,/);
  });

  it('reads the job id out of the longer answer too', async (t) => {
    const { check } = await checkAgainst(t, { submit: [202, VENDOR.acceptedLong] }, 'off');
    assert.equal((await check.run()).jobId, VENDOR.acceptedLong.job.id);
  });

  for (const [refusal, code] of [
    [VENDOR.expired, 'token-expired'],
    [VENDOR.used, 'token-used'],
  ] as const) {
    it(`is told ${code}, and sends nothing twice`, async (t) => {
      const { check, vendor } = await checkAgainst(t, { submit: [401, refusal] }, 'off');
      await assert.rejects(check.run(), { code });
      assert.equal(vendor.asked.length, 1);
    });
  }

  it('never sends a submission twice, whatever the trouble', async (t) => {
    for (const status of [500, 502, 503, 429]) {
      const { check, vendor } = await checkAgainst(t, { submit: [status, 'trouble'] }, 'off');
      await assert.rejects(check.run(), { code: status === 429 ? 'too-many-requests' : 'network' });
      assert.equal(vendor.asked.length, 1);
    }
  });

  const contract = JSON.stringify({ code: 'x', errors: [], message: 'no route', ok: false });
  for (const unknown of [
    [400, contract],
    [401, contract],
    [403, contract],
    [403, '{"message":"Missing Authentication Token"}'],
    [404, contract],
    [404, '<html>'],
    [405, ''],
  ] as const) {
    it(`where pacing is offered, goes on without it after ${unknown.join(' ').slice(0, 40)}`, async (t) => {
      const { check } = await checkAgainst(t, { unknown }, 'offered');
      assert.equal((await check.run()).paced, false);
    });
  }

  it('has pacing off by default on the vendor’s hosts, and on no other', () => {
    const by = (apiUrl: string) => pacingFor(undefined, apiUrl, 'https://bank.example/');
    assert.equal(by('https://api.identifai.id'), 'off');
    assert.equal(by('https://backend.cloud.nodeflux.io/x'), 'off');
    assert.equal(by('https://identifai.id.evil.example'), DEFAULT_PACING);
    assert.equal(by('https://notidentifai.id'), DEFAULT_PACING);
    assert.equal(by('/liveness'), DEFAULT_PACING);
    assert.equal(
      pacingFor('required', 'https://api.identifai.id', 'https://b.example/'),
      'required',
    );
  });
});

describe('the server helper before the vendor’s cloud', () => {
  it('asks for a token as documented, word for word', async (t) => {
    const { asked, baseUrl } = await startFakeVendor(t);
    const token = await clientOf(baseUrl).createSubmissionToken();
    assert.equal(token, VENDOR.token.submission_token);
    assert.deepEqual(asked, [
      {
        method: 'POST',
        path: '/public/auth/v1/signatures',
        authorization: '',
        timestamp: '',
        body: { access_key: 'AK', secret_key: 'SK' },
      },
      {
        method: 'POST',
        path: '/auth/v1/submission_tokens',
        authorization: `NODEFLUX-HMAC-SHA256 Credential=AK/20211213/nodeflux.api.v1beta1.ImageAnalytic/StreamImageAnalytic, SignedHeaders=x-nodeflux-timestamp, Signature=${VENDOR.signature.token}`,
        timestamp: '20211213T062502Z',
        body: null,
      },
    ]);
  });

  const incomplete = (message: string) =>
    VENDOR.job({ status: 'incompleted', result: [] }, message);
  const liveness = 0.7660550475120544;
  const JOBS: [string, unknown, object][] = [
    ['live', VENDOR.job(VENDOR.judged(true)), { status: 'judged', live: true, liveness }],
    [
      'not live',
      VENDOR.job(VENDOR.judged(false), 'Face Liveness Underqualified'),
      { status: 'judged', live: false, liveness },
    ],
    [
      'no face',
      incomplete('No face detected'),
      { status: 'incomplete', reason: 'no-face', message: 'No face detected' },
    ],
    [
      'a covered face',
      incomplete('the face is most likely occluded'),
      {
        status: 'incomplete',
        reason: 'face-occluded',
        message: 'the face is most likely occluded',
      },
    ],
    [
      'more faces',
      incomplete('Multiple faces are detected'),
      { status: 'incomplete', reason: 'multiple-faces', message: 'Multiple faces are detected' },
    ],
    ['on going', VENDOR.job({ status: 'on going' }, ''), { status: 'pending' }],
    [
      'on going with null',
      VENDOR.job({ status: 'on going', result: null }, ''),
      { status: 'pending' },
    ],
    ['no result yet', VENDOR.job(null, ''), { status: 'pending' }],
    [
      'a status of the future',
      VENDOR.job({ status: 'queued', result: null }),
      { status: 'pending' },
    ],
    [
      'a success that is not ok',
      VENDOR.job(VENDOR.judged(true), 'broken', false),
      { status: 'failed', message: 'broken' },
    ],
    [
      'a success without a score',
      VENDOR.job({ status: 'success', result: null }, 'odd'),
      { status: 'failed', message: 'odd' },
    ],
  ];
  for (const [name, answer, verdict] of JOBS) {
    it(`reads ${name}`, async (t) => {
      const { baseUrl } = await startFakeVendor(t, { job: [200, answer] });
      assert.deepEqual(await clientOf(baseUrl).getVerdict('GIYDEMJNGEYC2MBX'), verdict);
    });
  }
});
