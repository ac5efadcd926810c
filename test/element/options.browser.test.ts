import { expect, oneEvent } from '@open-wc/testing';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import type { TokenProvider } from '../../src/submission/token-source.ts';
import { Stage, untilState } from './stage.ts';

/** How a check ends that is started now. */
async function errorOf(element: NodefluxLiveness) {
  const failing = oneEvent(element, 'liveness-error');
  element.start();
  return (await failing).detail;
}

describe('the token', () => {
  let stage: Stage;
  let asked: number;
  beforeEach(() => {
    stage = new Stage();
    asked = 0;
    const { openCamera } = stage;
    stage.openCamera = () => {
      asked++;
      return openCamera();
    };
  });
  afterEach(() => stage.strike());

  const sentToken = () =>
    (stage.sent.at(-1)?.init.headers as Record<string, string>)?.authorization;

  it('that is missing ends the check before the camera is asked for', async () => {
    const element = await stage.element();
    element.submissionToken = undefined;
    expect((await errorOf(element)).code).to.equal('token-missing');
    expect(asked).to.equal(0);
  });

  it('comes from the attribute', async () => {
    const element = await stage.element({ 'submission-token': 'from the page' });
    element.start();
    await untilState(element, 'done');
    expect(sentToken()).to.equal('from the page');
  });

  it('comes from the provider first, once for each check, and a new one for each retry', async () => {
    const element = await stage.element();
    let fetched = 0;
    element.tokenProvider = async () => `token ${++fetched}`;
    stage.answer = () => new Response('', { status: 503 });
    expect((await errorOf(element)).code).to.equal('network');
    expect([fetched, sentToken()]).to.deep.equal([1, 'token 1']);
    await errorOf(element);
    expect(fetched).to.equal(2);
  });

  it('comes from the token URL, asked by POST for each attempt', async () => {
    const element = await stage.element({ 'token-url': '/liveness/token' });
    stage.answer = ({ url }) =>
      url.endsWith('/liveness/token')
        ? Response.json({ submissionToken: 'from the backend' })
        : Response.json({ ok: true, job_id: 'job-1' }, { status: 202 });
    element.start();
    await untilState(element, 'done');
    expect(stage.sent[0]?.init.method).to.equal('POST');
    expect(sentToken()).to.equal('from the backend');
  });

  const TOKEN_REFUSALS: [status: number, code: string][] = [
    [429, 'too-many-requests'],
    [503, 'network'],
    [401, 'token-refused'],
  ];
  for (const [status, code] of TOKEN_REFUSALS) {
    it(`that the backend refuses with ${status} ends the check as ${code}`, async () => {
      const element = await stage.element({ 'token-url': '/liveness/token' });
      stage.answer = () => new Response('', { status });
      expect((await errorOf(element)).code).to.equal(code);
      expect(stage.cameraOn).to.equal(false);
    });
  }

  it('may come from a provider that does not promise it', async () => {
    const element = await stage.element();
    element.tokenProvider = (() => 'at once') as unknown as TokenProvider;
    element.start();
    await untilState(element, 'done');
    expect(sentToken()).to.equal('at once');
  });

  const FAILING: Record<string, TokenProvider> = {
    'that rejects': async () => {
      throw new TypeError('Failed to fetch');
    },
    'that throws': () => {
      throw new TypeError('no session');
    },
  };
  for (const [which, provider] of Object.entries(FAILING)) {
    it(`of a provider ${which} is a matter of the network, with the cause`, async () => {
      const element = await stage.element();
      element.tokenProvider = provider;
      const { code, error } = await errorOf(element);
      expect(code).to.equal('network');
      expect(error.cause).to.be.instanceOf(TypeError);
    });
  }

  for (const given of [undefined, '', { submission_token: 'x' }]) {
    it(`that a provider gives as ${JSON.stringify(given)} is missing`, async () => {
      const element = await stage.element();
      element.tokenProvider = (async () => given) as unknown as TokenProvider;
      expect((await errorOf(element)).code).to.equal('token-missing');
    });
  }

  it('’s provider hears when the check is cancelled', async () => {
    const element = await stage.element();
    const aborted = new Promise<void>((resolve) => {
      element.tokenProvider = (signal) => {
        signal.addEventListener('abort', () => resolve());
        return new Promise(() => undefined);
      };
    });
    element.start();
    element.cancel();
    await aborted;
  });
});

describe('the options', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  for (const [attribute, value, accepts] of [
    ['gestures', 'smile wink frown', GESTURE_NAMES.join(', ')],
    ['gesture-count', '2.4', 'a whole number from 1 to 10'],
    ['threshold', '70', 'a number from 0 to 1'],
    ['timeout', 'long', 'a number from 1000 to Infinity'],
    ['passive', 'perhaps', '"on" or "off"'],
    ['api-url', 'ftp://service.example', 'http(s)'],
    ['result-url', 'https://name:secret@bank.example/', 'without user name or password'],
  ] as const) {
    it(`end the check before the camera is asked for when ${attribute} is ${value}`, async () => {
      const element = await stage.element({ [attribute]: value });
      const { code, message, retryable } = await errorOf(element);
      expect(code).to.equal('invalid-option');
      expect(retryable).to.equal(false);
      expect(message).to.contain(`${attribute}="`).and.to.contain(accepts);
      expect(stage.cameras).to.have.length(0);
      expect(stage.sent).to.have.length(0);
    });
  }

  it('that a page corrects are taken at the next start', async () => {
    const element = await stage.element({ threshold: '70' });
    await errorOf(element);
    element.setAttribute('threshold', '0.8');
    element.start();
    await untilState(element, 'done');
    const { additional_params: params } = JSON.parse(String(stage.sent[0]?.init.body));
    expect(params.liveness_threshold).to.equal(0.8);
  });

  it('mean the same as properties that are given their attribute’s string', async () => {
    const element = await stage.element();
    // As Vue sets what is a property.
    Object.assign(element, { threshold: '0.9', passive: 'false', gestureCount: '2' });
    const { threshold, gestureCount } = element.checkOptions();
    expect([threshold, gestureCount]).to.deep.equal([0.9, 2]);
  });

  it('announce and ask as many gestures as gesture-count says', async () => {
    const element = await stage.element({ gestures: 'smile blink', 'gesture-count': '2' });
    expect(element.shadowRoot?.textContent).to.match(/\b2\b/);
    element.start();
    const { count } = await untilState(element, 'gesture');
    expect(count).to.equal(2);
    element.cancel();
  });

  it('without gestures announces none, and sends one image', async () => {
    const element = await stage.element({ passive: '' });
    expect(element.shadowRoot?.textContent).to.contain('Hold still for a moment');
    element.start();
    await untilState(element, 'done');
    const [submission] = stage.sent;
    expect(JSON.parse(String(submission?.init.body)).images).to.have.length(1);
  });

  it('name where to submit, and the threshold that is sent', async () => {
    const element = await stage.element({ 'api-url': '/liveness/', threshold: '0.9' });
    element.start();
    await untilState(element, 'done');
    const [{ url, init } = { url: '', init: {} as RequestInit }] = stage.sent;
    expect(url).to.equal(`${location.origin}/liveness/v1/analytics/face-liveness`);
    const { additional_params: params, images } = JSON.parse(String(init.body));
    expect(params.liveness_threshold).to.equal(0.9);
    expect(images).to.have.length(2);
    for (const image of images) expect(image).to.match(/^data:image\/jpeg;base64,\/9j\//);
  });

  it('with a result URL ask there, with the page’s cookies, for the verdict', async () => {
    const element = await stage.element({ 'result-url': '/my/result/' });
    const answers = [
      { ok: true, job_id: 'job-1' },
      { status: 'pending' },
      { status: 'judged', live: true },
    ];
    stage.answer = () => new Response(JSON.stringify(answers.shift()));
    element.start();
    const { verdict } = await untilState(element, 'done');
    expect(verdict).to.deep.equal({ status: 'judged', live: true });
    const [, ...asked] = stage.sent;
    expect(asked.map(({ url }) => url)).to.deep.equal(
      Array(2).fill(`${location.origin}/my/result/job-1`),
    );
    expect(asked[0]?.init.credentials).to.equal('include');
  });
});
