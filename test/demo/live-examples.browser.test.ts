import { expect } from '@open-wc/testing';
import {
  exampleOfPart,
  exampleOfSlot,
  exampleOfState,
  PROPERTY_VALUES,
  type StateExample,
} from '../../demo/site/examples/state-examples.ts';
import { FIXTURE_VIEWS } from '../../demo/states/fixture-views.ts';
import { showView } from '../../demo/states/show-view.ts';
import { StateHost } from '../../demo/states/state-host.ts';

interface Named {
  readonly name: string;
}

const manifest = await (await fetch('/custom-elements.json')).json();
const { slots, cssParts, cssStates } = manifest.modules[0].declarations.find(
  ({ tagName }: { tagName?: string }) => tagName === 'nodeflux-liveness',
) as Record<'slots' | 'cssParts' | 'cssStates', readonly Named[]>;

const WORDS = 'Words of your own';

/** An element as an example shows it. */
async function shown({ view, host: own }: StateExample, slot?: string): Promise<StateHost> {
  const host = new StateHost();
  if (slot)
    host.append(Object.assign(document.createElement('span'), { slot, textContent: WORDS }));
  document.body.append(host);
  await showView(host, view, undefined);
  Object.assign(host, own);
  await host.updateComplete;
  return host;
}

describe('the live examples of the documentation', () => {
  afterEach(() => document.querySelector('state-host')?.remove());

  it('show every text in a state in which it stands', async () => {
    const unseen: string[] = [];
    for (const { name } of slots) {
      const host = await shown(exampleOfSlot(name), name);
      const root = host.shadowRoot as ShadowRoot;
      // A few are names of controls, which hold words and no markup.
      const isSeen = root.querySelector(`slot[name="${name}"]`) || root.innerHTML.includes(WORDS);
      if (!isSeen) unseen.push(name);
      host.remove();
    }
    expect(unseen).to.deep.equal([]);
  });

  it('show every part in a state that has it', async () => {
    const unseen: string[] = [];
    for (const { name } of cssParts) {
      const host = await shown(exampleOfPart(name));
      if (!host.shadowRoot?.querySelector(`[part~="${name}"]`)) unseen.push(name);
      host.remove();
    }
    expect(unseen).to.deep.equal([]);
  });

  it('show an element in every custom state', async () => {
    const unseen: string[] = [];
    for (const { name } of cssStates) {
      const host = await shown(exampleOfState(name));
      if (!host.matches(`:state(${name})`)) unseen.push(name);
      host.remove();
    }
    expect(unseen).to.deep.equal([]);
  });

  it('show custom properties in states that there are', () => {
    const views = Object.values(PROPERTY_VALUES).map(({ view }) => view);
    expect(views.filter((view) => !(view in FIXTURE_VIEWS))).to.deep.equal([]);
  });
});
