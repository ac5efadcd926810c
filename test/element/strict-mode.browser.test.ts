import { expect, nextFrame, waitUntil } from '@open-wc/testing';
import { replaceProperty } from '../camera/camera-stub.ts';
import { Stage, untilState } from './stage.ts';

/** What React does to every component in development: mount, unmount and mount again, all in one task. */
function mountTwice(element: HTMLElement): void {
  element.remove();
  document.body.append(element);
}

describe('an element that is mounted, unmounted and mounted at once, as under React StrictMode', () => {
  let stage: Stage;
  let restore: () => void;
  beforeEach(() => {
    stage = new Stage();
    restore = replaceProperty(navigator, 'connection', { saveData: false });
  });
  afterEach(() => {
    restore();
    stage.strike();
  });
  const running = () => stage.workers.filter(({ ended }) => !ended).length;

  it('has one tracker, and its check runs to the end', async () => {
    const element = await stage.element();
    mountTwice(element);
    await element.preload();
    expect(running()).to.equal(1);
    element.start();
    await untilState(element, 'done');
    expect(running()).to.equal(1);
    element.remove();
    await waitUntil(() => running() === 0, 'the worker has ended');
  });

  it('while its tracker loads ends up with one, and can be started', async () => {
    const element = await stage.element();
    const loading = element.preload().catch((reason: unknown) => reason);
    mountTwice(element);
    await loading;
    await element.preload();
    await waitUntil(() => running() === 1, 'the worker that nobody wants has ended');
    element.start();
    await untilState(element, 'done');
    expect(running()).to.equal(1);
  });

  it('while a second element keeps the tracker shares that one', async () => {
    const [first, second] = [await stage.element(), await stage.element()];
    await Promise.all([first.preload(), second.preload()]);
    mountTwice(first);
    await first.preload();
    await nextFrame();
    expect(stage.workers).to.have.length(1);
    for (const element of [first, second]) element.remove();
    await waitUntil(() => running() === 0, 'the worker has ended');
  });

  it('in the middle of a check has no camera on and no worker left over', async () => {
    const element = await stage.element();
    element.start();
    await untilState(element, 'gesture');
    mountTwice(element);
    await waitUntil(() => !stage.cameraOn, 'the camera is off');
    await element.preload();
    await waitUntil(() => running() === 1, 'one worker');
    expect(element.state.name).to.equal('idle');
  });
});
