import { expect, fixture, html } from '@open-wc/testing';
import { FIXTURE_VIEWS, type FixtureView } from '../../demo/states/fixture-views.ts';
import type { StateHost } from '../../demo/states/state-host.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import { LivenessError } from '../../src/errors.ts';
import '../../demo/states/state-host.ts';

const MORE_TIME = '[part~="more-time-button"]';
const SWAP = '[part~="swap-button"]';

async function show(view: FixtureView) {
  const host = await fixture<StateHost>(html`<state-host lang="en"></state-host>`);
  const pressed: string[] = [];
  host.addEventListener('pressed', (event) => pressed.push((event as CustomEvent).detail));
  const become = async (next: FixtureView) => {
    Object.assign(host, next);
    await host.updateComplete;
  };
  await become(view);
  const find = (selector: string) => host.shadowRoot?.querySelector<HTMLElement>(selector);
  return { host, find, pressed, become };
}

const swappable = FIXTURE_VIEWS['gesture-smile']?.state as CheckState & { name: 'gesture' };
const failed = (code: 'gesture-timeout' | 'check-timeout' | 'network'): FixtureView => ({
  state: { name: 'failed', error: new LivenessError(code) },
});
const restarted = { name: 'positioning', hint: 'no-face', restarted: true } as const;

describe('“I can’t do this one”', () => {
  it('is there only while another gesture can be had, and asks for it', async () => {
    const { find, pressed, become } = await show({ state: swappable });
    find(SWAP)?.click();
    expect(pressed).to.deep.equal(['swap']);
    await become({ state: { ...swappable, canSwap: false } });
    expect(find(SWAP)).to.equal(null);
  });
});

describe('“I need more time”', () => {
  const offered: [string, FixtureView][] = [
    ['before the start', { state: { name: 'idle' } }],
    ['after a gesture that was not seen', failed('gesture-timeout')],
    ['after the time ran out', failed('check-timeout')],
    [
      'when a gesture is asked once more and no other can be had',
      { state: { ...swappable, canSwap: false, again: true } },
    ],
    ['when a time-out sent the person back', { state: restarted }],
  ];
  for (const [when, view] of offered) {
    it(`is offered ${when}, and stays pressed`, async () => {
      const { find, pressed, become } = await show(view);
      expect(find(MORE_TIME)?.getAttribute('aria-pressed')).to.equal('false');
      find(MORE_TIME)?.click();
      expect(pressed).to.deep.equal(['more-time']);
      await become({ ...view, moreTime: true });
      expect(find(MORE_TIME)?.getAttribute('aria-pressed')).to.equal('true');
    });
  }

  it('is not offered where time was not what lacked', async () => {
    for (const view of [
      failed('network'),
      { state: { ...restarted, restarted: false } },
      { state: swappable },
    ]) {
      const { find } = await show(view);
      expect(find(MORE_TIME)).to.equal(null);
    }
  });

  it('says on the start screen that the limit is gone', async () => {
    const { find } = await show({ state: { name: 'idle' }, moreTime: true });
    expect(find('.duration')?.textContent).to.contain('You have more time now');
  });
});

describe('praise', () => {
  it('comes with the second gesture, once, and gives way to a hint', async () => {
    const first = { ...swappable, index: 0 };
    const { find, become } = await show({ state: first });
    expect(find('.praise')).to.equal(null);
    await become({ state: { ...first, index: 1 } });
    const praise = find('.praise');
    expect(praise?.textContent).to.contain('Good');
    await become({ state: { ...first, index: 1, hint: 'move-closer' } });
    expect(praise && getComputedStyle(praise).visibility).to.equal('hidden');
    await become({ state: { ...first, index: 1 } });
    // The same node, so that what has faded away does not come back.
    expect(find('.praise')).to.equal(praise);
    await become({ state: { ...first, index: 2 } });
    expect(find('.praise')).not.to.equal(praise);
  });
});

describe('consent', () => {
  it('is a box with a name; missed, it says so where the box is', async () => {
    const changes: boolean[] = [];
    const consent = {
      given: false,
      missed: true,
      onChange: (given: boolean) => changes.push(given),
    };
    const { host, find } = await show({ state: { name: 'idle' }, consent });
    const box = find('input') as HTMLInputElement;
    expect(box.getAttribute('aria-invalid')).to.equal('true');
    expect(find(`#${box.getAttribute('aria-describedby')}`)?.textContent).to.contain('agree first');
    expect(box.labels?.[0]?.textContent).to.contain('I agree');
    box.click();
    expect(changes).to.deep.equal([true]);
    await expect(host).to.be.accessible();
  });
});

describe('the button of spoken guidance', () => {
  it('names what it will do, in every state with the camera', async () => {
    const toggles: string[] = [];
    const speech = { on: false, onToggle: () => toggles.push('toggled') };
    for (const name of ['preparing-loading', 'positioning-no-face', 'holding', 'gesture-blink']) {
      const { find } = await show({ ...(FIXTURE_VIEWS[name] as FixtureView), speech });
      const button = find('[part~="speech-button"]');
      expect(button?.getAttribute('aria-label')).to.equal('Read aloud');
      button?.click();
    }
    expect(toggles).to.have.length(4);
  });
});
