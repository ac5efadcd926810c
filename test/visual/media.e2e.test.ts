import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { BrowserContextOptions } from 'playwright-core';
import { type Gallery, type GalleryPage, openGallery } from '../../tools/pictures/open-gallery.ts';
import type { WindowSize } from '../../tools/pictures/picture-plan.ts';

import { findLayoutFaults } from './find-layout-faults.ts';

const PHONE = { width: 390, height: 844 };
const LIGHT = { lang: 'en', scheme: 'light' };
/** WCAG 2.2, 1.4.12, and 1.4.4 for letters alone. */
const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-block-end: 2em !important; }`;
/** Long words, high letters, and writing from the right. */
const LANGUAGES = ['en', 'de', 'th', 'ar'];

describe('what people have set in their system or browser', () => {
  let gallery: Gallery;
  before(async () => {
    gallery = await openGallery();
  });
  after(() => gallery?.close());

  async function withPage(
    size: WindowSize,
    options: BrowserContextOptions,
    use: (opened: GalleryPage) => Promise<void>,
  ): Promise<void> {
    const opened = await gallery.open(size, options);
    try {
      await use(opened);
    } finally {
      await opened.close();
    }
  }

  it('forced colours: every button has an edge and words in colours that differ, the focus too', async () => {
    await withPage(PHONE, { forcedColors: 'active' }, async ({ page, show }) => {
      for (const name of ['idle-consent', 'gesture-all-controls', 'failed-check-timeout']) {
        await show(name, LIGHT);
        const faults = await page.evaluate(() => {
          const root = document.querySelector('state-host')?.shadowRoot;
          return [...(root?.querySelectorAll<HTMLElement>('button, select') ?? [])].flatMap(
            (button) => {
              const ground = getComputedStyle(document.body).backgroundColor;
              const style = getComputedStyle(button);
              const said = [];
              if (style.borderTopStyle === 'none' || style.borderTopColor === ground)
                said.push('no edge');
              if (style.color === style.backgroundColor) said.push('no words');
              // The browser lays the ground behind words unless they keep their own colours.
              if (style.color === ground && style.forcedColorAdjust !== 'none')
                said.push('words on ground');
              button.focus();
              if (getComputedStyle(button).outlineColor === ground) said.push('no focus');
              return said.map((fault) => `${button.className}: ${fault}`);
            },
          );
        });
        assert.deepEqual(faults, [], name);
      }
    });
  });

  it('forced colours: the oval, the ring and the drawing differ from the ground', async () => {
    await withPage(PHONE, { forcedColors: 'active' }, async ({ page, show }) => {
      await show('gesture-turn-left', LIGHT);
      const strokes = await page.evaluate(() => {
        const root = document.querySelector('state-host')?.shadowRoot;
        const ground = getComputedStyle(document.body).backgroundColor;
        const parts = ['.arc[data-tone="track"]', '.arc[data-tone="done"]', '.arrow path', '.head'];
        return parts.filter((selector) => {
          const part = root?.querySelector(selector);
          return !part || getComputedStyle(part).stroke === ground;
        });
      });
      assert.deepEqual(strokes, []);
    });
  });

  it('more contrast: quiet words are as dark as the others, and lines too', async () => {
    const colours = async (contrast: 'more' | 'no-preference') => {
      let found: string[] = [];
      await withPage(PHONE, { contrast }, async ({ page, show }) => {
        await show('gesture-smile', LIGHT);
        found = await page.evaluate(() => {
          const root = document.querySelector('state-host')?.shadowRoot;
          const style = (selector: string) =>
            getComputedStyle(root?.querySelector(selector) as Element);
          return [
            style('.progress').color,
            style('.arc[data-tone="track"]').stroke,
            style('.base').color,
          ];
        });
      });
      return found;
    };
    const [progress, arc, text] = await colours('more');
    assert.deepEqual([progress, arc], [text, text]);
    const usual = await colours('no-preference');
    assert.notEqual(usual[0], usual[2]);
  });

  it('less motion: nothing moves, and everything is there; otherwise drawings move', async () => {
    const moving = async (reducedMotion: 'reduce' | 'no-preference') => {
      const names: string[] = [];
      await withPage(PHONE, { reducedMotion }, async (opened) => {
        for (const name of opened.names.filter((state) =>
          /^(gesture|judging|holding|pos)/.test(state),
        )) {
          await opened.show(name, LIGHT);
          const count = await opened.page.evaluate(
            () => document.querySelector('state-host')?.shadowRoot?.getAnimations().length ?? 0,
          );
          if (count > 0) names.push(name);
        }
      });
      return names;
    };
    assert.deepEqual(await moving('reduce'), []);
    const usually = await moving('no-preference');
    assert.ok(usually.includes('gesture-nod-up') && usually.includes('judging'), String(usually));
  });

  const settings: [string, WindowSize, string][] = [
    ['the text spacing of WCAG 1.4.12 in 320 px', { width: 320, height: 640 }, TEXT_SPACING],
    ['letters of 200 % on a phone', PHONE, 'html200'],
    ['200 % zoom of a laptop', { width: 640, height: 400 }, ''],
    ['a phone on its side', { width: 844, height: 390 }, ''],
  ];
  for (const [setting, size, css] of settings) {
    it(`${setting}: nothing is cut, covered or beyond the edge`, async () => {
      await withPage(size, {}, async ({ page, names, show }) => {
        if (css === 'html200') await page.addStyleTag({ content: 'html { font-size: 200% }' });
        const rules = css === 'html200' ? '' : css;
        await page.evaluate((text) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(text);
          document.querySelector('state-host')?.shadowRoot?.adoptedStyleSheets.push(sheet);
        }, rules);
        const faults: string[] = [];
        for (const lang of LANGUAGES) {
          for (const name of names) {
            await show(name, { lang, scheme: 'light' });
            const found = await page.evaluate(findLayoutFaults);
            faults.push(...found.map((fault) => `${lang} ${name}: ${fault}`));
          }
        }
        assert.deepEqual(faults, []);
      });
    });
  }

  it('a phone on its side scrolls in no state', async () => {
    await withPage({ width: 844, height: 390 }, {}, async ({ page, names, show }) => {
      const scrolling: string[] = [];
      for (const lang of ['id', 'en', 'ar']) {
        for (const name of names) {
          await show(name, { lang, scheme: 'light' });
          const over = await page.evaluate(
            () => document.documentElement.scrollHeight - innerHeight,
          );
          if (over > 0) scrolling.push(`${lang} ${name}: ${over} px`);
        }
      }
      assert.deepEqual(scrolling, []);
    });
  });
});
