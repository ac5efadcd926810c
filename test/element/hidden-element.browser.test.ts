import { expect, waitUntil } from '@open-wc/testing';
import type { NodefluxLiveness } from '../../src/nodeflux-liveness.ts';
import { noAnswer, noteEvents, Stage, untilState } from './stage.ts';

/** Longer than it takes to see that the element is gone. */
const AWHILE_MS = 1200;
const awhile = () => new Promise((resolve) => setTimeout(resolve, AWHILE_MS));

describe('an element whose camera is on', () => {
  let stage: Stage;
  const around: HTMLElement[] = [];
  beforeEach(() => {
    stage = new Stage();
    // It stays where it is: nobody is seen.
    stage.look = (_, capturedAtMs) => ({ capturedAtMs, faceCount: 0 });
  });
  afterEach(() => {
    stage.strike();
    for (const one of around.splice(0)) one.remove();
  });

  async function startIn<E extends HTMLElement>(
    container: E,
    show: (container: E) => void = () => undefined,
  ): Promise<{ element: NodefluxLiveness; heard: string[] }> {
    around.push(container);
    document.body.append(container);
    const element = await stage.element();
    container.append(element);
    show(container);
    const heard: string[] = [];
    for (const type of ['liveness-cancel', 'liveness-error', 'liveness-success'] as const) {
      element.addEventListener(type, () => heard.push(type));
    }
    element.start();
    await untilState(element, 'positioning');
    return { element, heard };
  }

  async function endsWhen(hide: () => void, element: NodefluxLiveness, heard: string[]) {
    hide();
    await waitUntil(() => !stage.cameraOn, 'the camera is off', { timeout: 5000 });
    expect(heard).to.deep.equal(['liveness-cancel']);
    expect(element.state.name).to.equal('cancelled');
  }

  it('goes on while it hides itself because its first words are on their way', async () => {
    const { element, heard } = await startIn(document.createElement('div'));
    const base = element.shadowRoot?.querySelector('[part~="base"]');
    base?.setAttribute('data-awaiting-words', '');
    const [words] = base?.children ?? [];
    expect(words && getComputedStyle(words).visibility).to.equal('hidden');
    await awhile();
    expect(heard).to.deep.equal([]);
    expect(element.state.name).to.equal('positioning');
  });

  it('in a dialog that is closed is cancelled', async () => {
    const dialog = document.createElement('dialog');
    const { element, heard } = await startIn(dialog, (one) => one.showModal());
    await endsWhen(() => dialog.close(), element, heard);
  });

  it('in a <details> that is closed is cancelled', async () => {
    const details = document.createElement('details');
    const { element, heard } = await startIn(details, (one) => {
      one.open = true;
    });
    await endsWhen(
      () => {
        details.open = false;
      },
      element,
      heard,
    );
  });

  it('in a popover that is closed is cancelled', async () => {
    const popover = document.createElement('div');
    popover.popover = 'manual';
    const { element, heard } = await startIn(popover, (one) => one.showPopover());
    await endsWhen(() => popover.hidePopover(), element, heard);
  });

  for (const [how, css] of [
    ['display: none', { display: 'none' }],
    ['visibility: hidden', { visibility: 'hidden' }],
    ['content-visibility: hidden', { contentVisibility: 'hidden' }],
  ] as const) {
    it(`around which a tab becomes ${how} is cancelled`, async () => {
      const tab = document.createElement('div');
      const { element, heard } = await startIn(tab);
      await endsWhen(() => Object.assign(tab.style, css), element, heard);
    });
  }

  it('that becomes hidden itself is cancelled', async () => {
    const { element, heard } = await startIn(document.createElement('div'));
    await endsWhen(
      () => {
        element.hidden = true;
      },
      element,
      heard,
    );
  });

  it('that is scrolled out of view goes on', async () => {
    const box = document.createElement('div');
    Object.assign(box.style, { height: '200px', overflow: 'auto' });
    const spacer = Object.assign(document.createElement('div'), { style: 'height: 4000px' });
    const { heard } = await startIn(box, (one) => one.append(spacer));
    box.scrollTop = 4000;
    await awhile();
    expect([heard, stage.cameraOn]).to.deep.equal([[], true]);
  });

  it('that is without a box of its own, display: contents, goes on', async () => {
    const { element, heard } = await startIn(document.createElement('div'));
    element.style.display = 'contents';
    await awhile();
    expect([heard, stage.cameraOn]).to.deep.equal([[], true]);
  });

  it('that a page hides and shows at once goes on', async () => {
    const { element, heard } = await startIn(document.createElement('div'));
    element.hidden = true;
    void element.offsetHeight;
    element.hidden = false;
    await awhile();
    expect([heard, stage.cameraOn]).to.deep.equal([[], true]);
  });

  it('that is hidden while it submits, with the camera off, goes on', async () => {
    stage.strike();
    stage = new Stage();
    stage.answer = noAnswer;
    const element = await stage.element();
    const heard = noteEvents(element);
    element.start();
    await untilState(element, 'submitting');
    element.hidden = true;
    await awhile();
    expect(element.state.name).to.equal('submitting');
    expect(heard.some(({ type }) => type === 'liveness-cancel')).to.equal(false);
  });

  it('that starts by itself waits until it is rendered', async () => {
    const dialog = document.createElement('dialog');
    around.push(dialog);
    document.body.append(dialog);
    const element = document.createElement('nodeflux-liveness');
    element.setAttribute('submission-token', 'token 1');
    element.autostart = true;
    dialog.append(element);
    await element.updateComplete;
    await awhile();
    expect([element.state.name, stage.cameras.length]).to.deep.equal(['idle', 0]);
    dialog.showModal();
    await untilState(element, 'positioning');
    element.cancel();
  });
});
