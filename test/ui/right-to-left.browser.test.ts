import { expect, fixture, html, waitUntil } from '@open-wc/testing';
import { FIXTURE_STATES } from '../../demo/states/fixture-states.ts';
import type { StateHost } from '../../demo/states/state-host.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import '../../demo/states/state-host.ts';

const POSITIONING = { name: 'positioning', restarted: false } as const;
const TURN = FIXTURE_STATES['gesture-turn-left'] as CheckState;

/** The element in a language, once that language is there. */
async function show(lang: string, state: CheckState): Promise<ShadowRoot> {
  const host = await fixture<StateHost>(
    html`<div style="inline-size: 320px">
      <state-host lang=${lang} .state=${state} .preview=${document.createElement('video')}></state-host>
    </div>`,
  ).then((wrapper) => wrapper.querySelector('state-host') as StateHost);
  const root = host.shadowRoot;
  if (!root) throw new Error('no shadow root');
  await waitUntil(() => root.querySelector(`.base[lang=${lang}]:not([data-awaiting-words])`));
  return root;
}

function box(root: ShadowRoot, selector: string): DOMRect {
  const found = root.querySelector(selector);
  if (!found) throw new Error(`no ${selector}`);
  return found.getBoundingClientRect();
}

const centreX = ({ x, width }: DOMRect): number => x + width / 2;

/** The step's number is drawn by CSS; the first column is as wide as it. */
function numberIsLeft(root: ShadowRoot): boolean {
  const step = root.querySelector('.steps li');
  if (!step) throw new Error('no step');
  const text = document.createRange();
  text.selectNodeContents(step);
  const item = step.getBoundingClientRect();
  const words = text.getBoundingClientRect();
  return words.left - item.left > item.right - words.right;
}

for (const [lang, mirrored] of [
  ['en', false],
  ['ar', true],
] as const) {
  describe(`in ${lang}`, () => {
    it(`the numbers of the steps stand ${mirrored ? 'right' : 'left'} of their words`, async () => {
      expect(numberIsLeft(await show(lang, { name: 'idle' }))).to.equal(!mirrored);
    });

    it(`the progress stands ${mirrored ? 'right' : 'left'} of the button`, async () => {
      const root = await show(lang, TURN);
      const progress = centreX(box(root, '.progress'));
      const button = centreX(box(root, '[part~="cancel-button"]'));
      expect(progress < button).to.equal(!mirrored);
    });

    it('the person’s left stays left: the drawing, the arrow, the mirrored picture', async () => {
      const turning = await show(lang, TURN);
      expect(centreX(box(turning, '.arrow-tip'))).to.be.lessThan(
        centreX(box(turning, '.arrow-shaft')),
      );
      expect(centreX(box(turning, '.arrow-shaft'))).to.be.lessThan(centreX(box(turning, '.head')));
      const video = turning.querySelector('video');
      expect(video && getComputedStyle(video).transform).to.equal('matrix(-1, 0, 0, 1, 0, 0)');

      for (const [hint, side] of [
        ['move-left', -1],
        ['move-right', 1],
      ] as const) {
        const moving = await show(lang, { ...POSITIONING, hint });
        const oval = centreX(box(moving, '.casing'));
        expect(Math.sign(centreX(box(moving, '.direction-disc')) - oval)).to.equal(side);
      }
    });

    it('the oval and the instruction stand in the middle of the picture', async () => {
      const root = await show(lang, { ...POSITIONING, hint: 'hold-still' });
      const middle = centreX(box(root, '.camera'));
      expect(centreX(box(root, '.casing'))).to.be.closeTo(middle, 1);
      expect(centreX(box(root, '.instruction'))).to.be.closeTo(middle, 1);
    });
  });
}
