import { expect, oneEvent, waitUntil } from '@open-wc/testing';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import { FACE_LIVENESS_PATH } from '../../src/submission/wire.ts';
import { CameraRack } from '../camera/camera-rack.ts';
import { Stage, untilState } from './stage.ts';

const chooser = (element: NodefluxLiveness) => element.shadowRoot?.querySelector('select') ?? null;
const submissions = ({ sent }: Stage) =>
  sent.filter(({ url }) => new URL(url).pathname === FACE_LIVENESS_PATH);
const namesIn = (select: HTMLSelectElement | null) =>
  [...(select?.options ?? [])].map(({ text }) => text);

describe('an element on a device with several cameras', () => {
  let stage: Stage;
  let rack: CameraRack;
  /** What the obedient person would show; a test that needs time holds it back. */
  let obey: Stage['look'];
  beforeEach(() => {
    stage = new Stage();
    obey = stage.look;
  });
  afterEach(() => {
    rack.close();
    stage.strike();
  });

  async function startUntilGesture(...labels: string[]): Promise<NodefluxLiveness> {
    rack = new CameraRack(...labels);
    stage.look = (state, atMs) => obey(state.name === 'gesture' ? { name: 'idle' } : state, atMs);
    const element = await stage.element();
    // Each attempt needs a token of its own.
    element.tokenProvider = async () => 'token-1';
    element.start();
    await untilState(element, 'gesture');
    return element;
  }

  it('has no list of cameras when there is one to choose, whatever else is connected', async () => {
    const element = await startUntilGesture('Front Camera', 'IR Camera', 'OBS Virtual Camera');
    expect(chooser(element)).to.equal(null);
  });

  it('lets the person change it in the middle: the face is asked for anew, and the check goes on', async () => {
    const element = await startUntilGesture('Front Camera', 'Logitech BRIO', 'IR Camera');
    const video = element.shadowRoot?.querySelector('video');
    const select = chooser(element);
    expect(namesIn(select)).to.deep.equal(['Front Camera', 'Logitech BRIO']);
    if (!select) return;
    const positioned = untilState(element, 'positioning');
    select.value = 'Logitech BRIO';
    select.dispatchEvent(new Event('change'));
    await positioned;
    expect(rack.on).to.deep.equal(['Logitech BRIO']);
    expect(element.shadowRoot?.querySelector('video')).to.equal(video);
    expect(chooser(element)?.value).to.equal('Logitech BRIO');
    stage.look = obey;
    const { detail } = await oneEvent(element, 'liveness-success');
    // No name: it may be a person's.
    expect(detail.camera).to.deep.equal({ kind: 'external' });
    expect(rack.on).to.deep.equal([]);
    expect(submissions(stage)).to.have.length(1);
    expect(chooser(element)).to.equal(null);
  });

  it('shows the one that is on again when the chosen one refuses', async () => {
    const element = await startUntilGesture('Front Camera', 'Logitech BRIO');
    rack.refuse('Logitech BRIO', 'NotReadableError');
    const select = chooser(element);
    if (!select) throw new Error('no chooser');
    select.value = 'Logitech BRIO';
    select.dispatchEvent(new Event('change'));
    // It is asked for again a few times first: it might only be let go of late.
    const patience = { timeout: 20_000 };
    await waitUntil(() => rack.opened.length === 2, 'the first is on again', patience);
    await waitUntil(() => chooser(element)?.value === 'Front Camera', 'it is shown', patience);
    expect(rack.on).to.deep.equal(['Front Camera']);
  });

  const choose = async (element: NodefluxLiveness, label: string) => {
    const select = chooser(element);
    if (!select) throw new Error('no chooser');
    const positioned = untilState(element, 'positioning');
    select.value = label;
    select.dispatchEvent(new Event('change'));
    await positioned;
  };

  it('begins another attempt with the camera that the person chose', async () => {
    const element = await startUntilGesture('Front Camera', 'Logitech BRIO');
    await choose(element, 'Logitech BRIO');
    element.cancel();
    await waitUntil(() => rack.on.length === 0);
    element.start();
    await untilState(element, 'positioning');
    expect(rack.on).to.deep.equal(['Logitech BRIO']);
    expect(chooser(element)?.value).to.equal('Logitech BRIO');
  });

  it('begins with another camera when the chosen one is gone', async () => {
    const element = await startUntilGesture('Front Camera', 'Logitech BRIO');
    await choose(element, 'Logitech BRIO');
    element.cancel();
    await waitUntil(() => rack.on.length === 0);
    rack.refuse('Logitech BRIO', 'NotFoundError');
    element.start();
    await untilState(element, 'positioning');
    expect(rack.on).to.deep.equal(['Front Camera']);
  });

  it('has the list as soon as a second camera is connected', async () => {
    const element = await startUntilGesture('Front Camera');
    expect(chooser(element)).to.equal(null);
    rack.connect('Logitech BRIO');
    await waitUntil(() => chooser(element));
    expect(namesIn(chooser(element))).to.deep.equal(['Front Camera', 'Logitech BRIO']);
  });

  it('has no camera on when it is cancelled during a change', async () => {
    const element = await startUntilGesture('Front Camera', 'Logitech BRIO');
    const select = chooser(element);
    if (!select) throw new Error('no chooser');
    select.value = 'Logitech BRIO';
    select.dispatchEvent(new Event('change'));
    element.cancel();
    await waitUntil(() => rack.on.length === 0);
    expect(element.state.name).to.equal('cancelled');
    expect(chooser(element)).to.equal(null);
  });
});

describe('the card of a check that failed', () => {
  let stage: Stage;
  let rack: CameraRack;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => {
    rack.close();
    stage.strike();
  });

  const failing = async (...labels: string[]): Promise<NodefluxLiveness> => {
    rack = new CameraRack(...labels);
    stage.look = (_, capturedAtMs) => ({ capturedAtMs, faceCount: 0 });
    const element = await stage.element();
    // Each attempt needs a token of its own.
    element.tokenProvider = async () => 'token-1';
    element.start();
    await untilState(element, 'positioning');
    rack.latest.unplug();
    await oneEvent(element, 'liveness-error');
    return element;
  };

  it('has the list of cameras when a camera was the cause, and the next attempt begins with the chosen one', async () => {
    const element = await failing('Front Camera', 'Logitech BRIO', 'IR Camera');
    await waitUntil(() => chooser(element), 'the list is there');
    const select = chooser(element);
    expect(namesIn(select)).to.deep.equal(['Front Camera', 'Logitech BRIO']);
    if (!select) return;
    select.value = 'Logitech BRIO';
    select.dispatchEvent(new Event('change'));
    element.start();
    await untilState(element, 'positioning');
    expect(rack.on).to.deep.equal(['Logitech BRIO']);
  });

  it('has no list where there is one camera', async () => {
    const element = await failing('Front Camera');
    await navigator.mediaDevices.enumerateDevices();
    await element.updateComplete;
    expect(chooser(element)).to.equal(null);
  });
});

describe('an element whose camera cannot be had', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  const cases = {
    // The test's browser has been asked for nothing, so its permission is still open.
    NotAllowedError: 'camera-dismissed',
    SecurityError: 'camera-blocked-by-policy',
    NotFoundError: 'camera-missing',
    OverconstrainedError: 'camera-missing',
    NotReadableError: 'camera-in-use',
  } as const;
  for (const [name, code] of Object.entries(cases)) {
    it(`because of ${name} says ${code}`, async () => {
      stage.openCamera = () => Promise.reject(new DOMException('', name));
      const element = await stage.element();
      // Each attempt needs a token of its own.
      element.tokenProvider = async () => 'token-1';
      element.start();
      const { detail } = await oneEvent(element, 'liveness-error');
      expect(detail.code).to.equal(code);
      expect(element.state.name).to.equal('failed');
      expect(submissions(stage)).to.have.length(0);
    });
  }
});
