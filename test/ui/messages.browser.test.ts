import { expect, fixture, html } from '@open-wc/testing';
import type { StateHost } from '../../demo/states/state-host.ts';
import { LIVENESS_ERROR_CODES, LivenessError } from '../../src/errors.ts';
import { en } from '../../src/ui/words/messages/en.ts';
import { id } from '../../src/ui/words/messages/id.ts';
import '../../demo/states/state-host.ts';

const title = (host: StateHost) => host.shadowRoot?.querySelector('h2')?.textContent?.trim();

describe('every error', () => {
  for (const code of LIVENESS_ERROR_CODES) {
    for (const [lang, messages] of Object.entries({ en, id })) {
      it(`${code} says in ${lang} what happened and what to do`, async () => {
        const error = new LivenessError(code);
        const host = await fixture<StateHost>(
          html`<state-host lang=${lang} .state=${{ name: 'failed', error }}></state-host>`,
        );
        const root = host.shadowRoot;
        expect(title(host)).to.equal(messages[`error.${code}.title`]);
        const text = root?.querySelector('[part="text"]')?.textContent?.trim();
        expect(text).to.equal(messages[`error.${code}.action`]);
        expect(text).to.match(/^\p{Lu}.*\.$/u);
        expect(root?.querySelector('[part="error-code"]')?.textContent).to.contain(code);
        expect(root?.querySelectorAll('.primary')).to.have.length(error.retryable ? 1 : 0);
        // The developer's sentence is not for people.
        expect(root?.textContent).not.to.contain(error.message);
      });
    }
  }
});

describe('languages', () => {
  it('Indonesian repeats no English sentence', () => {
    const same = Object.entries(en).filter(
      ([key, text]) =>
        typeof text === 'string' && key !== '$dir' && id[key as keyof typeof id] === text,
    );
    expect(same).to.deep.equal([]);
  });

  it('follow the nearest lang, also with a region, and fall back to English', async () => {
    const show = async (lang: string) => {
      const wrapper = await fixture(html`<div lang=${lang}><state-host></state-host></div>`);
      return wrapper.querySelector('state-host') as StateHost;
    };
    expect(title(await show('id'))).to.equal(id['start.title']);
    expect(title(await show('id-ID'))).to.equal(id['start.title']);
    const unknown = await show('tlh');
    expect(title(unknown)).to.equal(en['start.title']);
    expect(unknown.shadowRoot?.querySelector('.base')?.getAttribute('lang')).to.equal('en');
    expect(title(await show('not a language'))).to.equal(en['start.title']);
  });

  it('let the host’s own lang win over the one around it', async () => {
    const wrapper = await fixture(html`<div lang="en"><state-host lang="id"></state-host></div>`);
    expect(title(wrapper.querySelector('state-host') as StateHost)).to.equal(id['start.title']);
  });

  it('give way to texts of the integrator, one by one', async () => {
    const texts = {
      'start.title': 'Say hello',
      'start.step-gestures': (count: number) => `${count} moves`,
    };
    const host = await fixture<StateHost>(
      html`<state-host lang="id" .texts=${texts} .gestureCount=${2}></state-host>`,
    );
    expect(title(host)).to.equal('Say hello');
    expect(host.shadowRoot?.textContent).to.contain('2 moves');
    expect(host.shadowRoot?.querySelector('button')?.textContent?.trim()).to.equal(
      id['action.start'],
    );
  });
});

describe('the buttons', () => {
  const presses = [
    ['idle', 'start', { name: 'idle' }],
    ['preparing', 'cancel', { name: 'preparing', loadedBytes: 0, totalBytes: 0 }],
    ['failed', 'retry', { name: 'failed', error: new LivenessError('network') }],
    ['cancelled', 'retry', { name: 'cancelled' }],
  ] as const;
  for (const [name, request, state] of presses) {
    it(`of ${name} asks to ${request}`, async () => {
      const host = await fixture<StateHost>(html`<state-host .state=${state}></state-host>`);
      const pressed: string[] = [];
      host.addEventListener('pressed', (event) => pressed.push((event as CustomEvent).detail));
      host.shadowRoot?.querySelector('button')?.click();
      expect(pressed).to.deep.equal([request]);
    });
  }
});

describe('the start', () => {
  it('tells the number of gestures, the time they take, and what is sent', async () => {
    const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
    expect(host.shadowRoot?.textContent)
      .to.contain('Make 3 small movements')
      .and.contain('about 20 seconds')
      .and.contain('No video is recorded');
  });

  it('tells who gets the pictures, and how long they are kept where the page says so', async () => {
    const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
    for (const [retentionDays, said] of [
      [0, 'deleted once they have been checked'],
      [1, 'deleted after one day'],
      [30, 'deleted after 30 days'],
      [undefined, 'The privacy notice of this page says how long'],
    ] as const) {
      host.privacy = { recipient: 'Bank Dua', retentionDays };
      await host.updateComplete;
      const notice = host.shadowRoot?.querySelector('.privacy')?.textContent;
      expect(notice).to.contain('Bank Dua gets a few still pictures').and.contain(said);
    }
  });

  it('of a passive check asks for no movement and less time', async () => {
    const host = await fixture<StateHost>(
      html`<state-host lang="en" .gestureCount=${0}></state-host>`,
    );
    expect(host.shadowRoot?.textContent)
      .to.contain('Hold still for a moment')
      .and.contain('about 10 seconds');
  });
});
