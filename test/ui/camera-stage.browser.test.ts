import { expect, fixture, html } from '@open-wc/testing';
import type { StateHost } from '../../demo/states/state-host.ts';
import type { GestureName } from '../../src/challenge/gesture.ts';
import type { Hint } from '../../src/challenge/hint.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import '../../demo/states/state-host.ts';

async function show(state: CheckState) {
  const host = await fixture<StateHost>(html`<state-host lang="en" .state=${state}></state-host>`);
  if (!host.shadowRoot) throw new Error('no shadow root');
  return { host, root: host.shadowRoot };
}

async function next(host: StateHost, state: CheckState) {
  host.state = state;
  await host.updateComplete;
}

const gesture = (name: GestureName, timeLeft = 1, hint?: Hint): CheckState => ({
  name: 'gesture',
  gesture: name,
  index: 0,
  count: 3,
  hint,
  canSwap: false,
  strength: 0,
  timeLeft,
});
const positioning = (hint: Hint): CheckState => ({ name: 'positioning', hint, restarted: false });

function centre(root: ShadowRoot, selector: string) {
  const box = root.querySelector(selector)?.getBoundingClientRect();
  if (!box) throw new Error(`no ${selector}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

describe('the mirrored picture', () => {
  const cases = {
    'turn-left': [-1, 0],
    'turn-right': [1, 0],
    'nod-up': [0, -1],
    'nod-down': [0, 1],
  } as const;
  for (const [name, [x, y]] of Object.entries(cases)) {
    it(`has the arrow of ${name} point to the same side of the screen`, async () => {
      const { root } = await show(gesture(name as GestureName));
      const shaft = centre(root, '.arrow-shaft');
      const tip = centre(root, '.arrow-tip');
      expect(Math.sign(Math.round(tip.x - shaft.x))).to.equal(x);
      expect(Math.sign(Math.round(tip.y - shaft.y))).to.equal(y);
    });
  }

  const sides = {
    'move-left': [-1, 0],
    'move-right': [1, 0],
    'move-up': [0, -1],
    'move-down': [0, 1],
  } as const;
  for (const [hint, [x, y]] of Object.entries(sides)) {
    it(`shows the arrow of ${hint} on that side of the oval`, async () => {
      const { root } = await show(positioning(hint as Hint));
      const oval = centre(root, '.casing');
      const disc = centre(root, '.direction-disc');
      expect(Math.sign(Math.round(disc.x - oval.x))).to.equal(x);
      expect(Math.sign(Math.round(disc.y - oval.y))).to.equal(y);
    });
  }

  it('mirrors the video and nothing else', async () => {
    const { host, root } = await show(gesture('turn-left'));
    host.preview = document.createElement('video');
    await host.updateComplete;
    const mirrored = [...root.querySelectorAll('*')].filter((element) => {
      const { transform } = getComputedStyle(element);
      if (transform === 'none') return false;
      const { a, b, c, d } = new DOMMatrix(transform);
      return a * d - b * c < 0;
    });
    expect(mirrored).to.deep.equal([host.preview]);
  });

  it('keeps the video node in place through all camera states', async () => {
    const { host, root } = await show({ name: 'preparing', loadedBytes: 0, totalBytes: 0 });
    const video = document.createElement('video');
    host.preview = video;
    await host.updateComplete;
    const removed: Node[] = [];
    const observer = new MutationObserver((records) => {
      removed.push(...records.flatMap((record) => [...record.removedNodes]));
    });
    observer.observe(root, { childList: true, subtree: true });
    await next(host, positioning('move-closer'));
    await next(host, { name: 'holding', progress: 0.5 });
    await next(host, gesture('smile'));
    removed.push(...observer.takeRecords().flatMap((record) => [...record.removedNodes]));
    observer.disconnect();
    expect(removed).not.to.include(video);
    expect(root.contains(video)).to.equal(true);
    await next(host, { name: 'submitting' });
    expect(root.contains(video)).to.equal(false);
  });
});

describe('the oval', () => {
  it('grows when the person is too far away and shrinks when too close', async () => {
    const { host, root } = await show(positioning('hold-still'));
    const scale = () => {
      const oval = root.querySelector('.oval');
      if (!oval) throw new Error('no oval');
      for (const animation of oval.getAnimations()) animation.finish();
      const { transform } = getComputedStyle(oval);
      return transform === 'none' ? 1 : new DOMMatrix(transform).a;
    };
    expect(scale()).to.equal(1);
    await next(host, positioning('move-closer'));
    expect(scale()).to.be.greaterThan(1);
    await next(host, positioning('move-back'));
    expect(scale()).to.be.lessThan(1);
  });
});

describe('loading', () => {
  it('shows no number before the size is known, then real percent and megabytes', async () => {
    const { host, root } = await show({ name: 'preparing', loadedBytes: 10, totalBytes: 0 });
    const progress = () =>
      root.querySelector('.progress')?.textContent?.replace(/\s+/g, ' ').trim();
    expect(progress()).to.equal('');
    await next(host, { name: 'preparing', loadedBytes: 1_999_000, totalBytes: 4_000_000 });
    expect(progress()).to.equal('Loading… 49% · 2.0 / 4.0 MB');
  });
});
