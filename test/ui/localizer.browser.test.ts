import { expect, fixture, html } from '@open-wc/testing';
import { LitElement } from 'lit';
import { Localizer, type LocalizerParts } from '../../src/ui/words/localizer.ts';
import { ar } from '../../src/ui/words/messages/ar.ts';
import { de } from '../../src/ui/words/messages/de.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import { es } from '../../src/ui/words/messages/es.ts';
import { id } from '../../src/ui/words/messages/id.ts';
import {
  LANGUAGE_CODES,
  type LanguageCode,
  loadMessages,
} from '../../src/ui/words/messages/languages.ts';
import type { Messages } from '../../src/ui/words/messages/messages.ts';
import { pt } from '../../src/ui/words/messages/pt.ts';
import { zh } from '../../src/ui/words/messages/zh.ts';

/** Every language, at hand: when a file arrives is for the tests to say. */
const MESSAGES = new Map<LanguageCode, Messages>();
before(async () => {
  for (const code of LANGUAGE_CODES) MESSAGES.set(code, await loadMessages(code));
});

/** What the tests let happen: files arrive, or do not; time passes. */
class Delivery implements LocalizerParts {
  readonly asked: LanguageCode[] = [];
  #answers: { code: LanguageCode; arrive: (messages: Messages) => void; fail: () => void }[] = [];
  #waits: (() => void)[] = [];

  readonly load = (code: LanguageCode): Promise<Messages> => {
    this.asked.push(code);
    return new Promise((arrive, reject) => {
      this.#answers.push({ code, arrive, fail: () => reject(new TypeError('Failed to fetch')) });
    });
  };

  readonly wait = (_ms: number, signal: AbortSignal): Promise<void> =>
    new Promise((resolve, reject) => {
      this.#waits.push(resolve);
      signal.addEventListener('abort', () => reject(signal.reason));
    });

  arrive(code: LanguageCode): void {
    const messages = MESSAGES.get(code);
    if (!messages) throw new Error(`no ${code}`);
    for (const answer of this.#take(code)) answer.arrive(messages);
  }

  fail(code: LanguageCode): void {
    for (const answer of this.#take(code)) answer.fail();
  }

  passTime(): void {
    for (const end of this.#waits.splice(0)) end();
  }

  #take(code: LanguageCode) {
    const taken = this.#answers.filter((answer) => answer.code === code);
    this.#answers = this.#answers.filter((answer) => answer.code !== code);
    if (taken.length === 0) throw new Error(`nobody asked for ${code}`);
    return taken;
  }
}

class WordsHost extends LitElement {
  static override properties = { texts: { attribute: false }, delivery: { attribute: false } };
  declare texts: Partial<Messages> | undefined;
  declare delivery: Delivery;
  /** Every title that was on the screen, in order. */
  readonly seen: string[] = [];

  readonly #localizer = new Localizer(this, () => this.texts, undefined, {
    load: (code) => this.delivery.load(code),
    wait: (ms, signal) => this.delivery.wait(ms, signal),
  });

  override render() {
    const { lookUp, ready } = this.#localizer;
    const title = ready ? lookUp('start.title') : '';
    if (this.seen.at(-1) !== title) this.seen.push(title);
    return html`<p lang=${lookUp('$code')} dir=${lookUp('$dir')}>${title}</p>`;
  }

  get shownTitle(): string {
    return this.shadowRoot?.querySelector('p')?.textContent ?? '';
  }
}
customElements.define('words-host', WordsHost);

const TITLE = 'start.title';

/** Lets the promises that wait for a file, and the render after it, run. */
async function settle(host: WordsHost): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve));
  await host.updateComplete;
}

async function show(lang: string, delivery = new Delivery()) {
  const host = document.createElement('words-host') as WordsHost;
  host.delivery = delivery;
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}>${host}</div>`);
  await host.updateComplete;
  return { host, wrapper, delivery };
}

describe('a language of its own file', () => {
  it('is shown when it arrives, and nothing in another language before it', async () => {
    const { host, delivery } = await show('ar');
    expect(host.seen).to.deep.equal(['']);
    delivery.arrive('ar');
    await settle(host);
    expect(host.seen).to.deep.equal(['', ar[TITLE]]);
    expect(host.shadowRoot?.querySelector('p')?.dir).to.equal('rtl');
    expect(host.shadowRoot?.querySelector('p')?.lang).to.equal('ar');
  });

  it('is not waited for long: English is shown, and the language when it comes', async () => {
    const { host, delivery } = await show('de');
    delivery.passTime();
    await settle(host);
    expect(host.shownTitle).to.equal(en[TITLE]);
    delivery.arrive('de');
    await settle(host);
    expect(host.seen).to.deep.equal(['', en[TITLE], de[TITLE]]);
  });

  it('that cannot be loaded leaves English, and is asked for again at the next connection', async () => {
    const { host, wrapper, delivery } = await show('fr');
    delivery.fail('fr');
    await settle(host);
    expect(host.seen).to.deep.equal(['', en[TITLE]]);
    expect(host.shadowRoot?.querySelector('p')?.lang).to.equal('en');
    host.remove();
    wrapper.append(host);
    await settle(host);
    delivery.arrive('fr');
    await settle(host);
    expect(delivery.asked).to.deep.equal(['fr', 'fr']);
    expect(host.shadowRoot?.querySelector('p')?.lang).to.equal('fr');
  });

  for (const [tag, messages] of [
    ['pt-BR', pt],
    ['zh-Hans-CN', zh],
    ['es-419', es],
  ] as const) {
    it(`answers to ${tag}`, async () => {
      const { host, delivery } = await show(tag);
      delivery.arrive(messages.$code as LanguageCode);
      await settle(host);
      expect(host.shownTitle).to.equal(messages[TITLE]);
    });
  }

  it('may be asked for by several elements at once', async () => {
    const delivery = new Delivery();
    const [one, two] = [await show('ko', delivery), await show('ko', delivery)];
    delivery.arrive('ko');
    await settle(one.host);
    await settle(two.host);
    expect(delivery.asked).to.deep.equal(['ko', 'ko']);
    expect(two.host.shownTitle).to.equal(one.host.shownTitle);
    expect(two.host.shownTitle).to.match(/\p{Script=Hangul}/u);
  });

  it('that comes after the element has gone changes nothing', async () => {
    const { host, delivery } = await show('hi');
    host.remove();
    delivery.arrive('hi');
    await settle(host);
    expect(host.seen).to.deep.equal(['']);
  });
});

describe('a change of lang', () => {
  it('on the element, on an ancestor and around a shadow root is followed while it runs', async () => {
    const { host, wrapper } = await show('en');
    host.lang = 'id';
    await settle(host);
    expect(host.shownTitle).to.equal(id[TITLE]);
    host.removeAttribute('lang');
    await settle(host);
    expect(host.shownTitle).to.equal(en[TITLE]);
    wrapper.lang = 'id-ID';
    await settle(host);
    expect(host.shownTitle).to.equal(id[TITLE]);

    const outer = await fixture<HTMLElement>(html`<div lang="en"></div>`);
    outer.attachShadow({ mode: 'open' }).append(host);
    await settle(host);
    expect(host.shownTitle).to.equal(en[TITLE]);
    outer.lang = 'id';
    await settle(host);
    expect(host.shownTitle).to.equal(id[TITLE]);
  });

  it('keeps the old words until the new ones are there', async () => {
    const { host, delivery } = await show('id');
    host.lang = 'es';
    await settle(host);
    expect(host.shownTitle).to.equal(id[TITLE]);
    delivery.arrive('es');
    await settle(host);
    expect(host.seen).to.deep.equal([id[TITLE], es[TITLE]]);
  });

  it('wins over the answer to an earlier one', async () => {
    const { host, delivery } = await show('en');
    host.lang = 'ja';
    await settle(host);
    host.lang = 'id';
    await settle(host);
    delivery.arrive('ja');
    await settle(host);
    expect(host.seen).to.deep.equal([en[TITLE], id[TITLE]]);
  });

  it('to an unknown language shows English and fetches nothing', async () => {
    const { host, delivery } = await show('id');
    host.lang = 'tlh';
    await settle(host);
    expect(host.shownTitle).to.equal(en[TITLE]);
    expect(delivery.asked).to.deep.equal([]);
  });
});

describe('texts of the integrator', () => {
  it('win over every language, one by one, and change while it runs', async () => {
    const { host, delivery } = await show('ar');
    host.texts = { [TITLE]: 'Hello' };
    delivery.arrive('ar');
    await settle(host);
    expect(host.shownTitle).to.equal('Hello');
    expect(host.shadowRoot?.querySelector('p')?.dir).to.equal('rtl');
    host.lang = 'id';
    await settle(host);
    expect(host.shownTitle).to.equal('Hello');
    host.texts = { [TITLE]: 'Good day' };
    await settle(host);
    expect(host.shownTitle).to.equal('Good day');
    host.texts = {};
    await settle(host);
    expect(host.shownTitle).to.equal(id[TITLE]);
  });
});
