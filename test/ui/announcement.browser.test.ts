import { expect, fixture, html } from '@open-wc/testing';
import { FIXTURE_STATES } from '../../demo/states/fixture-states.ts';
import type { StateHost } from '../../demo/states/state-host.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import '../../demo/states/state-host.ts';

async function listen(states: readonly CheckState[]): Promise<string[]> {
  const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
  const region = host.shadowRoot?.querySelector('[role="status"]');
  if (!region) throw new Error('no live region');
  const spoken: string[] = [];
  const observer = new MutationObserver(() => spoken.push(region.textContent?.trim() ?? ''));
  observer.observe(region, { childList: true, characterData: true, subtree: true });
  for (const state of states) {
    host.state = state;
    await host.updateComplete;
    // The observer reports in a microtask of its own.
    await Promise.resolve();
  }
  observer.disconnect();
  return spoken;
}

const blink = {
  name: 'gesture',
  gesture: 'blink',
  index: 0,
  count: 2,
  hint: undefined,
  canSwap: false,
  strength: 0,
} as const;

describe('the live region', () => {
  it('speaks each instruction once, however often its progress changes', async () => {
    const spoken = await listen([
      { name: 'preparing', loadedBytes: 0, totalBytes: 0 },
      { name: 'preparing', loadedBytes: 1, totalBytes: 9 },
      { name: 'positioning', hint: 'move-closer', restarted: false },
      { name: 'holding', progress: 0.1 },
      { name: 'holding', progress: 0.7 },
      { ...blink, timeLeft: 1 },
      { ...blink, timeLeft: 0.5 },
      { ...blink, timeLeft: 0.1 },
      { ...blink, gesture: 'smile', index: 1, timeLeft: 1 },
      { name: 'submitting' },
    ]);
    expect(spoken).to.deep.equal([
      'Getting ready. Allow the camera if your browser asks.',
      'Come closer.',
      'Hold still. Look straight at the camera.',
      'Step 1 of 2. Blink your eyes.',
      'Good. Step 2 of 2. Smile.',
      'Sending your pictures. Your camera is off. Please keep this page open.',
    ]);
  });

  it('says what is asked once more when it was missed, and the gesture with it', async () => {
    const again = { ...blink, hint: 'more-slowly', again: true } as const;
    const spoken = await listen([
      { ...blink, timeLeft: 0.1 },
      { ...again, timeLeft: 1 },
      { ...again, timeLeft: 0.5 },
    ]);
    expect(spoken).to.deep.equal([
      'Step 1 of 2. Blink your eyes.',
      'Once more, a little slower. Blink your eyes.',
    ]);
  });

  it('speaks a hint when it comes and the gesture alone when it goes', async () => {
    const spoken = await listen([
      { ...blink, timeLeft: 1 },
      { ...blink, timeLeft: 0.8, hint: 'move-left' },
      { ...blink, timeLeft: 0.6 },
    ]);
    expect(spoken).to.deep.equal([
      'Step 1 of 2. Blink your eyes.',
      'Move left a little.',
      'Blink your eyes.',
    ]);
  });

  it('says once that a time-out sent the person back, whatever the hints are after it', async () => {
    const spoken = await listen([
      { name: 'positioning', hint: 'no-face', restarted: true },
      { name: 'positioning', hint: 'move-closer', restarted: true },
    ]);
    expect(spoken).to.deep.equal([
      'Time ran out, so we are starting over. Put your face in the oval.',
      'Come closer.',
    ]);
  });

  it('says that there is more time when it was asked for, and no more than that', async () => {
    const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
    const region = host.shadowRoot?.querySelector('[role="status"]');
    host.moreTime = true;
    await host.updateComplete;
    expect(region?.textContent).to.equal('You have more time now. There is no hurry.');
    host.state = { name: 'positioning', hint: 'no-face', restarted: false };
    await host.updateComplete;
    expect(region?.textContent).to.equal('Put your face in the oval.');
  });

  it('says a hint once more that is there for long', async () => {
    const hint = { name: 'positioning', hint: 'look-straight', restarted: false } as const;
    const louder = { ...hint, insists: true } as const;
    expect(await listen([hint, hint, louder, louder])).to.deep.equal([
      'Look straight ahead.',
      'Look straight ahead.',
    ]);
  });

  it('has words for every state but the start, which the person reads', async () => {
    for (const [name, state] of Object.entries(FIXTURE_STATES)) {
      if (state.name === 'idle') continue;
      const [first] = await listen([state]);
      expect(first ?? '', name).to.match(/\p{L}{3}/u);
    }
  });
});

describe('the focus', () => {
  async function show() {
    const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
    const root = host.shadowRoot;
    if (!root) throw new Error('no shadow root');
    const become = async (state: CheckState) => {
      host.state = state;
      await host.updateComplete;
    };
    return { host, root, become };
  }
  const focused = (root: ShadowRoot) => root.activeElement?.getAttribute('part');

  it('moves from Start to the instruction, stays on Cancel, and ends on the way on', async () => {
    const { root, become } = await show();
    root.querySelector('button')?.focus();
    await become({ name: 'preparing', loadedBytes: 0, totalBytes: 0 });
    expect(focused(root)).to.equal('instruction');
    root.querySelector('button')?.focus();
    await become({ name: 'holding', progress: 0 });
    await become({ ...blink, timeLeft: 1 });
    expect(focused(root)).to.equal('button cancel-button');
    await become({ name: 'submitting' });
    expect(focused(root)).to.equal('title');
    await become(FIXTURE_STATES['failed-network'] ?? { name: 'idle' });
    expect(focused(root)).to.equal('button primary-button');
  });

  it('is never taken from elsewhere on the page', async () => {
    const { root, become } = await show();
    const elsewhere = await fixture<HTMLInputElement>(html`<input aria-label="elsewhere" />`);
    elsewhere.focus();
    await become({ name: 'preparing', loadedBytes: 0, totalBytes: 0 });
    await become({ name: 'cancelled' });
    expect(document.activeElement).to.equal(elsewhere);
    expect(root.activeElement).to.equal(null);
  });
});
