import { expect } from '@open-wc/testing';
import type { LivenessTokenNeededEvent } from '../../src/index.ts';
import { button, Stage, untilState } from './stage.ts';

const REFUSED = { ok: false, code: 'x', message: 'no', errors: [] };

describe('an attempt after one that has spent its token', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
    let answers = 0;
    // The first submission fails in a way that another attempt can heal.
    stage.answer = () =>
      answers++ === 0
        ? new Response('', { status: 503 })
        : new Response(JSON.stringify({ ok: true, job_id: 'job-2' }), { status: 202 });
  });
  afterEach(() => stage.strike());

  async function failOnce(attributes: Record<string, string> = {}) {
    const element = await stage.element(attributes);
    const asked: LivenessTokenNeededEvent[] = [];
    element.addEventListener('liveness-token-needed', (event) => asked.push(event));
    element.start();
    await untilState(element, 'failed').catch(() => undefined);
    await element.updateComplete;
    return { element, asked };
  }
  const words = (element: Element) => element.shadowRoot?.textContent ?? '';
  const tokens = () =>
    stage.sent.map(({ init }) => (init.headers as Record<string, string>).authorization);

  it('is not offered without a fresh token: the page is asked once, and the person told what helps', async () => {
    const { element, asked } = await failOnce();
    expect(asked.map(({ detail }) => detail.reason)).to.deep.equal(['spent']);
    expect(() => button(element, 'Try again')).to.throw();
    expect(words(element)).to.contain('To try again, reload this page.');
  });

  it('is offered as soon as the page has set one, and uses it', async () => {
    const { element } = await failOnce();
    element.submissionToken = 'token-2';
    await element.updateComplete;
    button(element, 'Try again').click();
    await untilState(element, 'done');
    expect(tokens()).to.deep.equal(['token 1', 'token-2']);
  });

  it('takes the answer to the event, when that comes', async () => {
    const element = await stage.element();
    element.addEventListener('liveness-token-needed', (event) =>
      event.respondWith(Promise.resolve('token-2')),
    );
    element.start();
    await untilState(element, 'failed').catch(() => undefined);
    await element.updateComplete;
    await element.updateComplete;
    button(element, 'Try again').click();
    await untilState(element, 'done');
    expect(tokens()).to.deep.equal(['token 1', 'token-2']);
  });

  it('is offered with the same token when the first has not shown it to a service', async () => {
    stage.openCamera = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const { element, asked } = await failOnce();
    expect(asked).to.have.length(0);
    expect(button(element, 'Try again')).to.be.instanceOf(HTMLButtonElement);
  });

  it('is asked for at the start where there is no token at all', async () => {
    stage.answer = () => new Response(JSON.stringify({ ok: true, job_id: 'job-2' }));
    const element = await stage.element({ 'submission-token': '' });
    element.addEventListener('liveness-token-needed', (event) => event.respondWith('token-3'));
    element.start();
    await untilState(element, 'done');
    expect(tokens()).to.deep.equal(['token-3']);
  });

  it('has nothing to be asked for where a refusal is final', async () => {
    stage.answer = () => new Response(JSON.stringify(REFUSED), { status: 400 });
    const { asked } = await failOnce();
    expect(asked).to.have.length(0);
  });
});
