import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import { button, noteEvents, Stage, untilState } from './stage.ts';

const never = <T>() => new Promise<T>(() => undefined);

describe('an element that leaves the page', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  it('within a check has the camera off, its worker ended, and submits nothing', async () => {
    const element = await stage.element();
    const heard = noteEvents(element);
    element.start();
    await untilState(element, 'gesture');
    element.remove();
    await waitUntil(() => !stage.cameraOn, 'the camera is off');
    await waitUntil(() => stage.workers[0]?.ended, 'the worker has ended');
    expect(stage.sent).to.deep.equal([]);
    expect(heard.map(({ type }) => type)).not.to.include('liveness-error');
    expect(element.state).to.deep.equal({ name: 'idle' });
  });

  it('while the browser’s question is open switches off the camera that comes later', async () => {
    let allow: (stream: MediaStream) => void = () => undefined;
    stage.openCamera = () => new Promise((resolve) => (allow = resolve));
    const element = await stage.element();
    element.start();
    element.remove();
    const camera = stage.newCamera();
    allow(camera.stream);
    await waitUntil(() => !stage.cameraOn, 'the camera is off');
  });

  it('when it hears that it is done still hands over the job', async () => {
    const element = await stage.element();
    element.addEventListener('liveness-state', ({ detail: { state } }) => {
      if (state.name === 'done') element.remove();
    });
    element.start();
    const { detail } = await oneEvent(element, 'liveness-success');
    expect(detail.jobId).to.equal('job-1');
  });

  it('to another place on it ends the check, says so, and offers the start again', async () => {
    const element = await stage.element();
    // Each attempt needs a token of its own.
    element.tokenProvider = async () => 'token-1';
    const heard: string[] = [];
    element.addEventListener('liveness-state', ({ detail: { state } }) => heard.push(state.name));
    element.start();
    await untilState(element, 'gesture');
    const elsewhere = document.createElement('section');
    document.body.append(elsewhere);
    elsewhere.append(element);
    await element.updateComplete;
    expect(heard.at(-1)).to.equal('idle');
    expect(element.shadowRoot?.querySelector('video')).to.equal(null);
    await waitUntil(() => !stage.cameraOn, 'the camera is off');
    button(element, 'Start').click();
    await untilState(element, 'done');
    elsewhere.remove();
    expect(stage.sent).to.have.length(1);
  });

  it('while nothing runs says nothing', async () => {
    const element = await stage.element();
    const heard = noteEvents(element);
    element.remove();
    expect(heard).to.deep.equal([]);
  });
});

describe('elements on one page', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  it('share one worker, which ends with the last of them', async () => {
    const [first, second] = [await stage.element(), await stage.element()];
    await Promise.all([first.preload(), second.preload()]);
    expect(stage.workers).to.have.length(1);
    first.remove();
    second.start();
    await untilState(second, 'done');
    expect(stage.workers[0]?.ended).to.equal(false);
    second.remove();
    await waitUntil(() => stage.workers[0]?.ended, 'the worker has ended');
  });

  it('get another worker after a broken one, even while an idle element still holds that', async () => {
    const [idle, element] = [await stage.element(), await stage.element()];
    // Each attempt needs a token of its own.
    element.tokenProvider = async () => 'token-1';
    await idle.preload();
    const { look } = stage;
    stage.look = () => ({ failed: 'tracker-failed', detail: 'gone', errors: [] });
    element.start();
    await oneEvent(element, 'liveness-error');
    stage.look = look;
    element.start();
    await untilState(element, 'done');
    expect(stage.workers).to.have.length(2);
  });

  it('load the tracker before the start when asked to, without the camera', async () => {
    const element = await stage.element();
    const progress: number[][] = [];
    await element.preload((loadedBytes, totalBytes) => progress.push([loadedBytes, totalBytes]));
    const [loadedBytes = 0, totalBytes = 0] = progress.at(-1) ?? [];
    expect(loadedBytes).to.be.above(0);
    expect(totalBytes).to.be.above(loadedBytes);
    expect(stage.cameras).to.have.length(0);
    element.start();
    await untilState(element, 'done');
    expect(stage.workers).to.have.length(1);
  });

  it('tell what kept the tracker from loading, and load it anew at the next start', async () => {
    const { load } = stage;
    const failed = { failed: 'assets-unreachable', detail: '/x', errors: ['/x'] } as const;
    stage.load = async () => failed;
    const element = await stage.element();
    const thrown = await element.preload().catch((error: unknown) => error);
    expect(thrown).to.include({ code: 'assets-unreachable' });
    element.start();
    const { detail } = await oneEvent(element, 'liveness-error');
    expect([detail.code, detail.errors]).to.deep.equal(['assets-unreachable', ['/x']]);
    await waitUntil(() => !stage.cameraOn, 'the camera is off');
    stage.load = load;
    element.start();
    await untilState(element, 'done');
  });

  it('whose worker the browser refuses say that the tracker failed', async () => {
    const { Worker: staged } = globalThis;
    globalThis.Worker = class {
      constructor() {
        throw new DOMException('cross-origin', 'SecurityError');
      }
    } as unknown as typeof Worker;
    const element = await stage.element();
    stage.openCamera = never;
    element.start();
    const { detail } = await oneEvent(element, 'liveness-error');
    globalThis.Worker = staged;
    expect(detail.code).to.equal('tracker-failed');
  });
});
