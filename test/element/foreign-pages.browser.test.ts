import { expect } from '@open-wc/testing';
import { Stage, untilState } from './stage.ts';

/** What the theme of a shop does to all pages, the reset of its framework included. */
const THEME = `
  :root { font-size: 62.5%; }
  * { margin: 0; padding: 0; }
  body { font: italic 700 1.4rem/2 serif; letter-spacing: 0.3em; word-spacing: 1em; text-transform: uppercase;
    text-indent: 3em; text-align: right; text-shadow: 0 0 4px red; white-space: pre; word-break: break-all;
    hyphens: auto; font-variant: small-caps; cursor: wait; -webkit-text-stroke: 2px red; }
`;
const TEXT_PROPERTIES = [
  'font-size',
  'font-style',
  'font-weight',
  'font-variant-caps',
  'line-height',
  'letter-spacing',
  'word-spacing',
  'text-transform',
  'text-indent',
  'text-align',
  'text-shadow',
  'white-space-collapse',
  'text-wrap-mode',
  'word-break',
  'hyphens',
  'cursor',
  '-webkit-text-stroke-width',
  'margin-top',
  'padding-top',
];

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

  it('looks the same under the theme of a page: its reset, its text, its root font size', async () => {
    const look = async () => {
      const element = await stage.element();
      const texts = [...(element.shadowRoot?.querySelectorAll('h2, p, li, button') ?? [])];
      const looks = texts.map((text) => {
        const style = getComputedStyle(text);
        return TEXT_PROPERTIES.map((name) => `${name}: ${style.getPropertyValue(name)}`).join('; ');
      });
      const base = element.shadowRoot?.querySelector('.base')?.getBoundingClientRect();
      const { left, right } = element.getBoundingClientRect();
      const rooms = base && [base.left - left, right - base.right];
      element.remove();
      return { looks, rooms };
    };
    const room = document.createElement('style');
    room.textContent = 'nodeflux-liveness { inline-size: 1100px; }';
    document.head.append(room);
    const before = await look();
    expect(before.looks.length).to.be.greaterThan(4);
    expect(before.rooms?.[0]).to.be.greaterThan(50);
    expect(before.rooms?.[0]).to.equal(before.rooms?.[1]);
    const theme = document.createElement('style');
    theme.textContent = THEME;
    document.head.append(theme);
    try {
      expect(await look()).to.deep.equal(before);
    } finally {
      theme.remove();
      room.remove();
    }
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
