import { expect } from '@open-wc/testing';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import { button, noAnswer, Stage, untilState } from './stage.ts';

const never = <T>() => new Promise<T>(() => undefined);

describe('<nodeflux-liveness>', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  describe('is accessible', () => {
    it('while idle', async () => {
      await expect(await stage.element()).to.be.accessible();
    });

    const ON_THE_WAY: Record<string, () => void> = {
      preparing: () => {
        stage.openCamera = never;
      },
      positioning: () => {
        stage.look = (_, capturedAtMs) => ({ capturedAtMs, faceCount: 0 });
      },
      holding: () => {
        const { look } = stage;
        // No further answer comes: the state stays.
        stage.look = (state, atMs) => (state.name === 'holding' ? noAnswer() : look(state, atMs));
      },
      gesture: () => {
        const { look } = stage;
        stage.look = (state, atMs) => (state.name === 'gesture' ? noAnswer() : look(state, atMs));
      },
      submitting: () => {
        stage.answer = never;
      },
      failed: () => {
        stage.answer = () => new Response('', { status: 500 });
      },
      done: () => undefined,
    };
    for (const [name, arrange] of Object.entries(ON_THE_WAY)) {
      it(`while ${name}`, async () => {
        arrange();
        const element = await stage.element();
        element.start();
        await untilState(element, name as keyof typeof ON_THE_WAY & 'done');
        await expect(element).to.be.accessible();
      });
    }

    it('while judging', async () => {
      const element = await stage.element();
      element.resultProvider = never;
      element.start();
      await untilState(element, 'judging');
      await expect(element).to.be.accessible();
    });

    it('when cancelled', async () => {
      const element = await stage.element();
      element.start();
      element.cancel();
      await untilState(element, 'cancelled');
      await expect(element).to.be.accessible();
    });
  });

  it('has the defaults that are documented', () => {
    const element = document.createElement('nodeflux-liveness');
    const { apiUrl, gestures, gestureCount, threshold, timeout, gestureTolerance, autostart } =
      element;
    expect({
      apiUrl,
      gestures,
      gestureCount,
      threshold,
      timeout,
      gestureTolerance,
      autostart,
    }).to.deep.equal({
      apiUrl: 'https://api.identifai.id',
      gestures: GESTURE_NAMES,
      gestureCount: 3,
      threshold: 0.7,
      timeout: 15_000,
      gestureTolerance: 3000,
      autostart: false,
    });
    for (const name of [
      'submissionToken',
      'tokenProvider',
      'tokenUrl',
      'resultUrl',
      'resultProvider',
      'assetUrl',
      'modelUrl',
      'texts',
    ] as const) {
      expect(element[name], name).to.equal(undefined);
    }
    expect(element.state).to.deep.equal({ name: 'idle' });
  });

  it('reads every attribute into its property, and writes none back', async () => {
    const attributes = {
      'submission-token': 't',
      'token-url': '/token',
      'api-url': '/api',
      'result-url': '/result',
      gestures: 'blink, nod-up\nsmile',
      'gesture-count': '2',
      threshold: '0.9',
      timeout: '20000',
      'gesture-tolerance': '5000',
      'asset-url': '/assets',
      'model-url': '/model.task',
      runtime: 'whole',
    };
    const element = await stage.element(attributes);
    expect(element).to.include({
      submissionToken: 't',
      tokenUrl: '/token',
      apiUrl: '/api',
      resultUrl: '/result',
      gestureCount: 2,
      threshold: 0.9,
      timeout: 20_000,
      gestureTolerance: 5000,
      assetUrl: '/assets',
      modelUrl: '/model.task',
      runtime: 'whole',
    });
    expect(element.gestures).to.deep.equal(['blink', 'nod-up', 'smile']);
    element.apiUrl = '/other';
    element.gestures = ['smile'];
    element.submissionToken = 'secret';
    await element.updateComplete;
    expect(element.getAttribute('api-url')).to.equal('/api');
    expect(element.getAttribute('gestures')).to.equal(attributes.gestures);
    expect(element.outerHTML).not.to.contain('secret');
    element.removeAttribute('gestures');
    expect(element.gestures).to.deep.equal(GESTURE_NAMES);
  });

  it('speaks the language of its lang attribute, and texts replace its words', async () => {
    const element = await stage.element({ lang: 'id' });
    button(element, 'Mulai');
    element.texts = { 'action.start': 'Ayo' };
    await element.updateComplete;
    button(element, 'Ayo');
  });

  it('says whether the browser can run a check, without asking for a camera', () => {
    expect(NodefluxLiveness.checkSupport()).to.deep.equal({
      supported: true,
      missing: [],
      inApp: false,
    });
    expect(stage.cameras).to.have.length(0);
  });

  it('is registered once, however often it is imported', async () => {
    const again = `../../src/index.ts?${Math.random()}`;
    const { NodefluxLiveness: Other } = await import(again);
    expect(customElements.get('nodeflux-liveness')).to.equal(NodefluxLiveness);
    expect(Other).to.be.a('function');
  });
});
