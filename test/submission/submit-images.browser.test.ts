import { expect } from '@open-wc/testing';
import type { CapturedImage } from '../../src/capture/captured-image.ts';
import { joinUrl } from '../../src/edge/request.ts';
import { LivenessError, type LivenessErrorCode } from '../../src/errors.ts';
import { submitImages } from '../../src/submission/submit-images.ts';
import { type SentRequest, stubFetch } from './stub-fetch.ts';

const image = (shows: CapturedImage['shows']): CapturedImage => ({
  dataUri: `data:image/jpeg;base64,${btoa(shows)}`,
  shows,
  widthPx: 640,
  heightPx: 480,
  capturedAtMs: 12,
});
const SUBMISSION = {
  apiUrl: 'https://service.test/',
  token: '9268e8f3-1c2e-4b39-8604-61fe30a29908-GXYDEMJNGA4S2MRS',
  images: [image('neutral'), image('smile')],
  threshold: 0.85,
};

const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
const refused = (message: string) => ({
  code: 'not-authenticate',
  errors: ['more'],
  message,
  ok: false,
});

let restore = () => {};
let sent: readonly SentRequest[] = [];

function service(answer: (request: SentRequest) => Response | Promise<Response>): void {
  ({ sent, restore } = stubFetch(answer));
}

const submit = (signal = new AbortController().signal, tryLimitMs?: number) =>
  submitImages(
    SUBMISSION,
    signal,
    tryLimitMs === undefined
      ? undefined
      : { tryLimitMs, totalLimitMs: tryLimitMs, tries: 1, firstPauseMs: 0 },
  );

async function failure(): Promise<LivenessError> {
  try {
    await submit();
  } catch (error) {
    if (error instanceof LivenessError) return error;
    throw error;
  }
  throw new Error('the submission was accepted');
}

describe('submitImages', () => {
  afterEach(() => restore());

  it('sends exactly what the wire contract says, once', async () => {
    service(() => json(202, { job_id: 'job-1', ok: true }));
    await submit();
    expect(sent).to.have.length(1);
    const [{ url, init } = { url: '', init: {} as RequestInit }] = sent;
    expect(url).to.equal('https://service.test/v1/analytics/face-liveness');
    expect(init.method).to.equal('POST');
    expect(init.headers).to.deep.equal({
      authorization: SUBMISSION.token,
      'content-type': 'application/json',
    });
    expect(JSON.parse(String(init.body))).to.deep.equal({
      additional_params: {
        liveness_threshold: 0.85,
        auto_orientation: false,
        get_main_face: false,
      },
      images: SUBMISSION.images.map(({ dataUri }) => dataUri),
    });
  });

  it('tells the service neither cookies nor the page it came from', async () => {
    service(() => json(202, { job_id: 'job-1', ok: true }));
    await submit();
    expect(sent[0]?.init.credentials).to.equal('omit');
    expect(sent[0]?.init.referrerPolicy).to.equal('no-referrer');
  });

  it('reads the job id out of both shapes of the answer', async () => {
    service(() => json(202, { job_id: 'job-1', ok: true }));
    expect(await submit()).to.equal('job-1');
    restore();
    const job = { id: 'job-2', result: { status: 'on going' } };
    service(() => json(202, { job, message: 'Job successfully submitted!', ok: true }));
    expect(await submit()).to.equal('job-2');
  });

  const REFUSALS: [status: number, body: unknown, code: LivenessErrorCode][] = [
    [401, refused('Submission token is expired'), 'token-expired'],
    [401, refused('Submission token has been used'), 'token-used'],
    [401, refused('something else'), 'rejected'],
    [400, refused('images: too large'), 'rejected'],
    [404, undefined, 'rejected'],
    [429, refused('slow down'), 'too-many-requests'],
    [500, refused('out of order'), 'network'],
    [502, undefined, 'network'],
    [200, { ok: true }, 'answer-unexpected'],
    [200, { ok: true, job_id: '' }, 'answer-unexpected'],
    [200, { ok: true, job_id: '<b>x</b>' }, 'answer-unexpected'],
    [200, { ok: true, job_id: 'j'.repeat(1_000_000) }, 'answer-unexpected'],
    [307, undefined, 'redirect-refused'],
    [200, { ok: false, job_id: 'job-1' }, 'rejected'],
    [400, { ok: true, job_id: 'job-1' }, 'rejected'],
  ];
  for (const [status, body, code] of REFUSALS) {
    it(`${status} ${JSON.stringify(body)?.slice(0, 80) ?? 'without JSON'} is ${code}`, async () => {
      service(() => (body === undefined ? new Response('<html>', { status }) : json(status, body)));
      expect((await failure()).code).to.equal(code);
    });
  }

  it('says where nothing of the service has answered', async () => {
    service(() => new Response('<html>', { status: 404 }));
    expect((await failure()).message).to.match(/404 without JSON.*`api-url`/);
  });

  it('hands on what the service said, with its code, and no token', async () => {
    service(() => json(400, refused('images: too large')));
    const { message, errors } = await failure();
    expect(message).to.contain('400 images: too large');
    expect(errors).to.deep.equal([
      { status: 400, code: 'not-authenticate', message: 'images: too large' },
      'more',
    ]);
    expect(JSON.stringify([message, errors])).not.to.contain(SUBMISSION.token);
  });

  it('a service that is out of reach is a matter of the network', async () => {
    service(() => Promise.reject(new TypeError('Failed to fetch')));
    const error = await failure();
    expect(error.code).to.equal('network');
    expect(error.cause).to.be.instanceOf(TypeError);
  });

  it('an answer that breaks off is a matter of the network, not a refusal', async () => {
    service(() => new Response(endingWith(new TypeError('network error')), { status: 202 }));
    expect((await failure()).code).to.equal('network');
  });

  it('a service that never answers is a network failure', async () => {
    service(
      ({ init }) =>
        new Promise((_, reject) => {
          init.signal?.addEventListener('abort', () => reject(init.signal?.reason));
        }),
    );
    const thrown = await submit(undefined, 1).catch((error: unknown) => error);
    expect(thrown).to.have.property('code', 'network');
  });

  it('an abort stays an abort, before the answer and within it', async () => {
    const reason = new DOMException('stop', 'AbortError');
    for (const answer of [
      () => Promise.reject(reason),
      () => new Response(endingWith(reason), { status: 202 }),
    ]) {
      const controller = new AbortController();
      service(() => {
        controller.abort(reason);
        return answer();
      });
      const thrown = await submit(controller.signal).catch((error: unknown) => error);
      expect(thrown).to.equal(reason);
      restore();
    }
  });
});

function endingWith(error: Error): ReadableStream<Uint8Array> {
  return new ReadableStream({
    start(controller) {
      controller.enqueue(new TextEncoder().encode('{"job_id'));
      controller.error(error);
    },
  });
}

describe('joinUrl', () => {
  it('joins a base URL with or without a slash, with a path, and relative to the page', () => {
    const join = (base: string) => joinUrl(base, '/v1/x').href;
    expect(join('https://a.test')).to.equal('https://a.test/v1/x');
    expect(join('https://a.test//')).to.equal('https://a.test/v1/x');
    expect(join('https://a.test/proxy/')).to.equal('https://a.test/proxy/v1/x');
    expect(join('/proxy')).to.equal(`${location.origin}/proxy/v1/x`);
    expect(join('')).to.equal(`${location.origin}/v1/x`);
    expect(join('https://a.test/result?tenant=3#x')).to.equal(
      'https://a.test/result/v1/x?tenant=3',
    );
  });
});
