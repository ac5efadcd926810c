import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { CapturedImage } from '../../src/capture/captured-image.ts';
import { LivenessError } from '../../src/errors.ts';
import { button, noAnswer, noteEvents, Stage, untilState } from './stage.ts';

const never = <T>() => new Promise<T>(() => undefined);
const names = (events: readonly Event[]) =>
  events.map(({ type }) => type).filter((type) => type !== 'liveness-state');

describe('a check of the element', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  it('that goes well tells each gesture, then the job and the images, with the camera off', async () => {
    const element = await stage.element({ gestures: 'smile open-mouth', 'gesture-count': '2' });
    const heard = noteEvents(element);
    element.start();
    const { detail } = await oneEvent(element, 'liveness-success');
    expect(names(heard)).to.deep.equal([
      'liveness-gesture',
      'liveness-gesture',
      'liveness-success',
    ]);
    expect(detail.jobId).to.equal('job-1');
    expect(detail).not.to.have.property('verdict');
    expect(detail.images.map(({ shows }: CapturedImage) => shows).sort()).to.deep.equal([
      'neutral',
      'open-mouth',
      'smile',
    ]);
    expect(detail.images[0]?.shows).to.equal('neutral');
    expect(stage.cameraOn).to.equal(false);
    expect(stage.encoders).to.deep.equal([{ ended: true }]);
    expect(element.state).to.deep.equal({ name: 'done', jobId: 'job-1', verdict: undefined });
  });

  it('is heard above the element, and out of a shadow root', async () => {
    const element = await stage.element();
    const host = document.createElement('div');
    host.attachShadow({ mode: 'open' }).append(element);
    document.body.append(host);
    const heard: string[] = [];
    const types = ['liveness-state', 'liveness-cancel', 'liveness-error'] as const;
    for (const type of types) {
      document.body.addEventListener(type, ({ detail }) => {
        heard.push(type);
        expect(detail, type).to.be.an('object');
      });
    }
    element.start();
    element.cancel();
    stage.openCamera = () => Promise.reject(new DOMException('', 'NotFoundError'));
    element.start();
    await oneEvent(element, 'liveness-error');
    host.remove();
    expect(new Set(heard)).to.deep.equal(new Set(types));
  });

  it('is one check, however often it is started', async () => {
    const element = await stage.element();
    element.start();
    element.start();
    await untilState(element, 'holding');
    element.start();
    await untilState(element, 'done');
    expect([stage.cameras.length, stage.sent.length]).to.deep.equal([1, 1]);
  });

  it('shows the camera in the element while it is on, and then no more', async () => {
    const element = await stage.element();
    element.start();
    await untilState(element, 'gesture');
    expect(element.shadowRoot?.querySelector('video')?.srcObject).to.equal(
      stage.cameras[0]?.stream,
    );
    await untilState(element, 'done');
    expect(element.shadowRoot?.querySelector('video')).to.equal(null);
  });

  it('starts with the person’s press, or by itself with autostart', async () => {
    const element = await stage.element();
    button(element, 'Start').click();
    expect(element.state.name).to.equal('preparing');
    const automatic = await stage.element({ autostart: '' });
    expect(automatic.state.name).not.to.equal('idle');
  });

  for (const name of ['preparing', 'positioning', 'holding', 'gesture', 'submitting'] as const) {
    it(`that is cancelled while ${name} says so once, and the camera goes off`, async () => {
      const { look } = stage;
      if (name === 'positioning') stage.look = (_, atMs) => ({ capturedAtMs: atMs, faceCount: 0 });
      else stage.look = (state, atMs) => (state.name === name ? noAnswer() : look(state, atMs));
      if (name === 'submitting') stage.answer = never;
      if (name === 'preparing') stage.load = never;
      const element = await stage.element();
      const heard = noteEvents(element);
      element.start();
      await untilState(element, name);
      await waitUntil(() => stage.cameras.length === 1);
      heard.length = 0;
      element.cancel();
      element.cancel();
      expect(element.state).to.deep.equal({ name: 'cancelled' });
      await waitUntil(() => !stage.cameraOn, 'the camera is off');
      expect(names(heard)).to.deep.equal(['liveness-cancel']);
    });
  }

  it('that is cancelled can be started again by the person', async () => {
    const element = await stage.element();
    // Each attempt needs a token of its own.
    element.tokenProvider = async () => 'token-1';
    element.start();
    await untilState(element, 'positioning');
    button(element, 'Cancel').click();
    await element.updateComplete;
    button(element, 'Start again').click();
    await untilState(element, 'done');
    expect(stage.sent).to.have.length(1);
  });

  it('that was not started has nothing to cancel', async () => {
    const element = await stage.element();
    const heard = noteEvents(element);
    element.cancel();
    expect(heard).to.deep.equal([]);
    expect(element.state.name).to.equal('idle');
  });

  it('that loses its camera says so, with a way on', async () => {
    const element = await stage.element();
    // Each attempt needs a token of its own.
    element.tokenProvider = async () => 'token-1';
    const heard = noteEvents(element);
    const { look } = stage;
    stage.look = (_, capturedAtMs) => ({ capturedAtMs, faceCount: 0 });
    element.start();
    await waitUntil(() => element.shadowRoot?.querySelector('video'));
    stage.cameras[0]?.unplug();
    const { detail } = await oneEvent(element, 'liveness-error');
    expect(detail.error).to.be.instanceOf(LivenessError);
    expect({ ...detail, error: 0 }).to.deep.equal({
      code: 'camera-lost',
      message: detail.error.message,
      retryable: true,
      errors: [],
      error: 0,
    });
    expect(element.state).to.deep.equal({ name: 'failed', error: detail.error });
    stage.look = look;
    await element.updateComplete;
    button(element, 'Try again').click();
    await untilState(element, 'done');
    expect(names(heard)).to.deep.equal(['liveness-error', 'liveness-gesture', 'liveness-success']);
    expect(stage.cameraOn).to.equal(false);
  });

  it('that fails in the tracker has the camera off', async () => {
    stage.look = () => ({ failed: 'tracker-failed', detail: 'gone', errors: [] });
    const element = await stage.element();
    element.start();
    const { detail } = await oneEvent(element, 'liveness-error');
    expect(detail.code).to.equal('tracker-failed');
    expect(stage.cameras).to.have.length(1);
    await waitUntil(() => !stage.cameraOn, 'the camera is off');
  });

  it('with a result provider ends with its verdict', async () => {
    const element = await stage.element();
    const asked: string[] = [];
    element.resultProvider = async (jobId) => {
      asked.push(jobId);
      return { status: 'judged', live: true };
    };
    element.start();
    const { detail } = await oneEvent(element, 'liveness-success');
    expect(detail.verdict).to.deep.equal({ status: 'judged', live: true });
    expect(asked).to.deep.equal(['job-1']);
  });

  it('that is judged not live is an error, and no success', async () => {
    const element = await stage.element();
    const heard = noteEvents(element);
    element.resultProvider = async () => ({ status: 'judged', live: false });
    element.start();
    const { detail } = await oneEvent(element, 'liveness-error');
    expect(detail.code).to.equal('not-live');
    expect(names(heard)).to.deep.equal(['liveness-gesture', 'liveness-error']);
  });
});
