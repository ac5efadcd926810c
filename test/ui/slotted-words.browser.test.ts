import { expect, fixture, html } from '@open-wc/testing';
import { FIXTURE_STATES } from '../../demo/states/fixture-states.ts';
import type { StateHost } from '../../demo/states/state-host.ts';
import '../../demo/states/state-host.ts';

/** A host whose page has put its own markup into a slot. */
async function hostWith(slot: string, markup: string): Promise<StateHost> {
  const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
  const own = Object.assign(document.createElement('span'), { slot, innerHTML: markup });
  host.append(own);
  return host;
}

async function show(host: StateHost, name: string): Promise<ShadowRoot> {
  const state = FIXTURE_STATES[name];
  if (!state) throw new Error(`There is no state ${name}.`);
  if (!host.shadowRoot) throw new Error('The host is not defined.');
  host.state = state;
  await host.updateComplete;
  return host.shadowRoot;
}

describe('a text in a slot', () => {
  it('is replaced by the page’s markup, and heard as it is seen', async () => {
    const host = await hostWith('gesture.smile', 'Show me your <em>smile</em>');
    const root = await show(host, 'gesture-smile');
    const slot = root.querySelector<HTMLSlotElement>('.instruction slot');
    expect(slot?.assignedElements()[0]?.textContent).to.equal('Show me your smile');
    expect(root.querySelector('[role=status]')?.textContent).to.contain('Show me your smile');
  });

  it('comes before the property, and leaves all others as they are', async () => {
    const host = await hostWith('gesture.smile', 'Show me your smile');
    host.texts = { 'gesture.smile': 'From the property', 'gesture.blink': 'Blink, please' };
    const smile = await show(host, 'gesture-smile');
    expect(smile.querySelector('[role=status]')?.textContent).to.contain('Show me your smile');
    const blink = await show(host, 'gesture-blink');
    expect(blink.querySelector('.instruction')?.textContent?.trim()).to.equal('Blink, please');
  });

  for (const [name, state] of Object.entries(FIXTURE_STATES)) {
    it(`is every text that is seen: ${name}`, async () => {
      const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
      const root = await show(host, name);
      expect(host.state).to.equal(state);
      const bare = [...root.querySelectorAll('h2, p, li, button')]
        .filter((place) => !place.matches('[role=status], .progress'))
        .flatMap((place) => [...place.childNodes])
        .filter((node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.textContent ?? ''));
      expect(bare.map(({ textContent }) => textContent?.trim())).to.deep.equal([]);
    });
  }
});
