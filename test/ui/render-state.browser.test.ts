import { expect, fixture, html } from '@open-wc/testing';
import { FIXTURE_VIEWS } from '../../demo/states/fixture-views.ts';
import type { StateHost } from '../../demo/states/state-host.ts';
import '../../demo/states/state-host.ts';

/** Width of the narrowest phone that is supported. */
const NARROW_PX = 320;
/** WCAG 2.5.5: side of the smallest comfortable target. */
const TARGET_PX = 44;

async function show(name: string, lang: string, scheme: string, widthPx: number) {
  const wrapper = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  Object.assign(wrapper.style, {
    colorScheme: scheme,
    inlineSize: `${widthPx}px`,
    background: 'Canvas',
  });
  const host = document.createElement('state-host') as StateHost;
  const view = FIXTURE_VIEWS[name];
  if (!view) throw new Error(`no fixture ${name}`);
  Object.assign(host, view);
  wrapper.append(host);
  await host.updateComplete;
  if (!host.shadowRoot) throw new Error('no shadow root');
  return { host, root: host.shadowRoot };
}

describe('every state', () => {
  for (const name of Object.keys(FIXTURE_VIEWS)) {
    describe(name, () => {
      it('is accessible in English and light', async () => {
        const { host } = await show(name, 'en', 'light', 640);
        await expect(host).to.be.accessible();
      });

      it('is accessible in Indonesian and dark on a narrow phone', async () => {
        const { host } = await show(name, 'id', 'dark', NARROW_PX);
        await expect(host).to.be.accessible();
      });

      it('fits a narrow phone in Indonesian, with targets large enough for a thumb', async () => {
        const { host, root } = await show(name, 'id', 'light', NARROW_PX);
        const right = host.getBoundingClientRect().right;
        for (const element of root.querySelectorAll('h2, p:not(.visually-hidden), li, button')) {
          expect(element.getBoundingClientRect().right, element.className).to.be.at.most(right);
        }
        for (const button of root.querySelectorAll('button')) {
          const { width, height } = button.getBoundingClientRect();
          expect(Math.min(width, height)).to.be.at.least(TARGET_PX);
        }
        const guidance = root.querySelector('.guidance');
        if (guidance) expect(guidance.scrollHeight).to.be.at.most(guidance.clientHeight + 1);
      });

      it('says all in words, in the language of the page, without an inline style', async () => {
        const { root } = await show(name, 'id', 'light', NARROW_PX);
        expect(root.querySelector('.base')?.getAttribute('lang')).to.equal('id');
        expect(root.querySelector('h2')?.textContent?.trim()).to.match(/\p{L}{3}/u);
        expect(root.querySelectorAll('[style], style')).to.have.length(0);
      });
    });
  }
});

describe('styles', () => {
  it('move things only for people who did not ask for less motion', async () => {
    const { root } = await show('gesture-smile', 'en', 'light', 640);
    const calm = (rule: CSSRule): string[] => {
      if (rule instanceof CSSMediaRule && rule.conditionText.includes('no-preference')) return [];
      if (rule instanceof CSSKeyframesRule) return [];
      if ('cssRules' in rule) {
        const own = rule instanceof CSSStyleRule ? moving(rule) : [];
        return [...own, ...[...(rule.cssRules as CSSRuleList)].flatMap(calm)];
      }
      return [];
    };
    const moving = ({ style, selectorText }: CSSStyleRule) =>
      style.animationName || style.transitionProperty ? [selectorText] : [];
    const sheets = root.adoptedStyleSheets;
    expect(sheets.length).to.be.greaterThan(0);
    expect(sheets.flatMap((sheet) => [...sheet.cssRules]).flatMap(calm)).to.deep.equal([]);
  });
});
