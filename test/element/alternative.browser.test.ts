import { expect, oneEvent } from '@open-wc/testing';
import type { LivenessAlternativeDetail } from '../../src/events.ts';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import { Stage, untilState } from './stage.ts';

/** A way of the page's own, in its slot. */
function addWay(element: NodefluxLiveness): HTMLButtonElement {
  const way = document.createElement('button');
  way.slot = 'alternative';
  way.textContent = 'Verify in person';
  element.append(way);
  return way;
}

const isSeen = (element: HTMLElement) => element.getClientRects().length > 0;

describe('another way than a face check', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  function listen(element: NodefluxLiveness): LivenessAlternativeDetail[] {
    const told: LivenessAlternativeDetail[] = [];
    element.addEventListener('liveness-alternative', ({ detail }) => told.push(detail));
    return told;
  }

  it('stands on the start screen, and tells when it is taken', async () => {
    const element = await stage.element();
    const told = listen(element);
    const way = addWay(element);
    await element.updateComplete;
    expect(isSeen(way)).to.equal(true);
    way.click();
    expect(told).to.deep.equal([{ during: 'idle' }]);
    expect(stage.cameraOn).to.equal(false);
  });

  it('is not there while a check runs', async () => {
    const element = await stage.element();
    const way = addWay(element);
    element.start();
    await untilState(element, 'holding');
    expect(isSeen(way)).to.equal(false);
  });

  for (const [code, name] of [
    ['camera-denied', 'NotAllowedError'],
    ['camera-missing', 'NotFoundError'],
  ] as const) {
    it(`stands where a check failed by ${code}, and says so`, async () => {
      const element = await stage.element();
      const told = listen(element);
      const way = addWay(element);
      stage.openCamera = () => Promise.reject(new DOMException('', name));
      element.start();
      const { detail } = await oneEvent(element, 'liveness-error');
      await element.updateComplete;
      expect(isSeen(way)).to.equal(true);
      way.click();
      expect(told).to.deep.equal([{ during: 'failed', code: detail.code }]);
    });
  }

  it('stands also where there is nothing to try again', async () => {
    const element = await stage.element({ gestures: 'nonsense' });
    const way = addWay(element);
    element.start();
    await untilState(element, 'failed');
    await element.updateComplete;
    expect(isSeen(way)).to.equal(true);
  });

  it('takes no room where the page gives none', async () => {
    const element = await stage.element();
    const slot = element.shadowRoot?.querySelector<HTMLSlotElement>('slot[name=alternative]');
    expect(slot?.assignedNodes()).to.deep.equal([]);
    expect(slot?.getClientRects().length).to.equal(0);
  });
});
