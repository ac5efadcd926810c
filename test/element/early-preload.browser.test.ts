import { expect, nextFrame, oneEvent, waitUntil } from '@open-wc/testing';
import { replaceProperty } from '../camera/camera-stub.ts';
import { Stage, untilState } from './stage.ts';

/** Longer than the browser takes to see what is on the page, and to be idle. */
async function settle(): Promise<void> {
  for (let frame = 0; frame < 3; frame++) await nextFrame();
  await new Promise((resolve) => requestIdleCallback(resolve));
  await new Promise((resolve) => setTimeout(resolve));
}

describe('the start screen', () => {
  let stage: Stage;
  let restore: () => void;
  const save = (saveData: boolean) => replaceProperty(navigator, 'connection', { saveData });
  beforeEach(() => {
    stage = new Stage();
    restore = save(false);
  });
  afterEach(() => {
    restore();
    stage.strike();
  });

  it('that is seen has the tracker loaded before anybody presses Start, and no camera on', async () => {
    const element = await stage.element();
    await waitUntil(() => stage.workers.length === 1);
    expect(stage.cameras).to.have.length(0);
    expect(element.state.name).to.equal('idle');
    element.start();
    await untilState(element, 'done');
    expect(stage.workers).to.have.length(1);
  });

  it('that nobody can see loads nothing, until it is seen', async () => {
    const element = await stage.element({ style: 'display: none' });
    await settle();
    expect(stage.workers).to.have.length(0);
    element.removeAttribute('style');
    await waitUntil(() => stage.workers.length === 1);
  });

  it('of somebody who saves data loads nothing before the start', async () => {
    restore();
    restore = save(true);
    const element = await stage.element();
    await settle();
    expect(stage.workers).to.have.length(0);
    element.start();
    await untilState(element, 'done');
    expect(stage.workers).to.have.length(1);
  });

  it('shows nothing of a load that failed; the start tries again', async () => {
    const { load } = stage;
    stage.load = async () => ({ failed: 'assets-unreachable', detail: '/x', errors: ['/x'] });
    const element = await stage.element();
    await waitUntil(() => stage.workers[0]?.ended, 'the load failed');
    expect(element.state.name).to.equal('idle');
    stage.load = load;
    element.start();
    await oneEvent(element, 'liveness-success');
    expect(stage.workers).to.have.length(2);
  });

  it('that leaves the page has its worker ended', async () => {
    const element = await stage.element();
    await waitUntil(() => stage.workers.length === 1);
    element.remove();
    await waitUntil(() => stage.workers[0]?.ended, 'the worker has ended');
  });
});
