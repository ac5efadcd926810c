import { expect } from '@open-wc/testing';
import { Stage, untilState } from './stage.ts';

describe('in a page that is not ours the element', () => {
  let stage: Stage;
  beforeEach(() => {
    stage = new Stage();
  });
  afterEach(() => stage.strike());

  it('shows the next words although a page translator replaced the text nodes of the last', async () => {
    const element = await stage.element();
    const title = () => element.shadowRoot?.querySelector('h2, h3, [part~="title"]');
    const slot = title()?.querySelector('slot');
    const [text] = [...(slot?.childNodes ?? [])].filter((node) => node.nodeType === Node.TEXT_NODE);
    expect(text?.nodeValue).to.contain('face check');
    const translated = document.createElement('font');
    translated.textContent = 'Ein kurzer Blick';
    text?.replaceWith(translated);
    element.lang = 'id';
    await element.updateComplete;
    await element.updateComplete;
    expect(title()?.textContent).not.to.contain('Ein kurzer Blick');
    expect(title()?.textContent).to.contain('wajah');
  });

  it('keeps its styles when it is moved into another document', async () => {
    const element = await stage.element();
    const padding = () => {
      const card = element.shadowRoot?.querySelector('.card, [part~="card"]');
      return card && getComputedStyle(card).paddingInlineStart;
    };
    const before = padding();
    expect(Number.parseFloat(before ?? '')).to.be.greaterThan(0);
    const frame = document.createElement('iframe');
    // Its layout follows its width.
    frame.style.inlineSize = `${document.body.clientWidth + 40}px`;
    document.body.append(frame);
    frame.contentDocument?.body.style.setProperty('inline-size', `${document.body.clientWidth}px`);
    frame.contentDocument?.body.append(element);
    await element.updateComplete;
    expect(element.ownerDocument).to.equal(frame.contentDocument);
    expect(padding()).to.equal(before);
    document.body.append(element);
    expect(padding()).to.equal(before);
    frame.remove();
  });

  it('leaves the focus on the box of consent when it is ticked', async () => {
    const element = await stage.element({ 'require-consent': '' });
    const box = element.shadowRoot?.querySelector('input') as HTMLInputElement;
    box.focus();
    box.click();
    await element.updateComplete;
    expect(element.shadowRoot?.activeElement).to.equal(box);
  });

  it('tells each state once, and not each picture of the camera', async () => {
    const element = await stage.element();
    const names: string[] = [];
    element.addEventListener('liveness-state', () => names.push(element.state.name));
    element.start();
    await untilState(element, 'done');
    expect(names.filter((name) => name === 'holding')).to.have.length(1);
    expect(names.filter((name) => name === 'gesture').length).to.be.below(4);
  });

  it('does a whole check although the page has added enumerable members to every object', async () => {
    const polluted = [Object.prototype, Array.prototype] as unknown as Record<string, unknown>[];
    for (const owner of polluted) owner.addedByThePage = () => 'and enumerable';
    try {
      const element = await stage.element();
      element.start();
      await untilState(element, 'done');
    } finally {
      for (const owner of polluted) delete owner.addedByThePage;
    }
  });

  it('shows its own words where the page’s throw, and reports the page’s error', async () => {
    const told: unknown[] = [];
    const hear = (event: ErrorEvent): void => {
      event.preventDefault();
      told.push(event.error);
    };
    const { onerror } = globalThis;
    globalThis.onerror = null;
    addEventListener('error', hear);
    const failing = new RangeError('no words');
    const element = await stage.element();
    element.texts = {
      'start.duration': () => {
        throw failing;
      },
    };
    await element.updateComplete;
    element.start();
    await untilState(element, 'done');
    await element.updateComplete;
    expect(element.shadowRoot?.textContent).to.contain('Thank you');
    await new Promise((resolve) => setTimeout(resolve));
    expect(told).to.include(failing);
    removeEventListener('error', hear);
    globalThis.onerror = onerror;
  });
});
