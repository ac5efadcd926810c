import assert from 'node:assert/strict';
import { after, before, describe, it, type TestContext } from 'node:test';
import { LANGUAGE_CODES } from '../../src/ui/words/messages/languages.ts';
import type { Circumstances, EngineTab } from '../../tools/engines/engine-tab.ts';
import { openEngineTab } from '../../tools/engines/open-engine-tab.ts';
import { type ServedGallery, serveGallery } from '../../tools/pictures/serve-gallery.ts';
import { findLayoutFaults } from '../visual/find-layout-faults.ts';
import { ENGINE, NARROWEST_PX } from './engine-stage.ts';

describe(`every state in ${ENGINE}`, () => {
  let gallery: ServedGallery;
  before(async () => {
    gallery = await serveGallery();
  });
  after(() => gallery?.close());

  async function openGalleryTab(circumstances: Circumstances): Promise<EngineTab> {
    const tab = await openEngineTab(ENGINE, circumstances);
    await tab.goto(gallery.url);
    await tab.evaluate(async () => {
      while (!document.documentElement.dataset.ready) {
        await new Promise((soon) => setTimeout(soon, 50));
      }
    });
    return tab;
  }

  async function open(t: TestContext, circumstances: Circumstances): Promise<EngineTab> {
    const tab = await openGalleryTab(circumstances);
    t.after(() => tab.close());
    return tab;
  }

  describe(`in ${NARROWEST_PX} px`, () => {
    let tab: EngineTab;
    before(async () => {
      tab = await openGalleryTab({ widthPx: NARROWEST_PX, heightPx: 640 });
    });
    after(() => tab?.close());

    for (const lang of LANGUAGE_CODES) {
      it(`${lang}: nothing is cut, covered, beyond the edge, or scrolls sideways`, async () => {
        const faults: string[] = [];
        for (const name of await tab.evaluate(() => globalThis.stateGallery.names)) {
          const shown = { name, lang, scheme: 'light' };
          await tab.evaluate((state) => globalThis.stateGallery.show(state), shown);
          const found = await tab.evaluate(findLayoutFaults);
          faults.push(...found.map((fault) => `${name}: ${fault}`));
        }
        assert.deepEqual(faults, []);
        const direction = await tab.evaluate(() => {
          const base = document.querySelector('state-host')?.shadowRoot?.querySelector('.base');
          return base && getComputedStyle(base).direction;
        });
        assert.equal(direction, lang === 'ar' ? 'rtl' : 'ltr');
        assert.deepEqual(tab.complaints, []);
      });
    }
  });

  it('dark: words are light on dark ground', async (t) => {
    const tab = await open(t, { colorScheme: 'dark' });
    const [words, ground] = await tab.evaluate(async () => {
      await globalThis.stateGallery.show({ name: 'idle', lang: 'en', scheme: 'light dark' });
      const base = document.querySelector('state-host')?.shadowRoot?.querySelector('.base');
      const pen = new OffscreenCanvas(1, 1).getContext('2d');
      const lightness = (colour: string): number => {
        if (!pen) return Number.NaN;
        pen.fillStyle = colour;
        pen.fillRect(0, 0, 1, 1);
        const [red = 0, green = 0, blue = 0] = pen.getImageData(0, 0, 1, 1).data;
        return red + green + blue;
      };
      const style = base ? getComputedStyle(base) : undefined;
      return [
        lightness(style?.color ?? ''),
        lightness(getComputedStyle(document.body).backgroundColor),
      ];
    });
    assert.ok((words ?? 0) > 500 && (ground ?? 999) < 200, `${words} on ${ground}`);
  });

  const forced = { skip: ENGINE === 'webkit' && 'WebKitGTK forces no colours' };
  it(
    'forced colours: every button has an edge, and words and focus that differ from the ground',
    forced,
    async (t) => {
      const tab = await open(t, { forcedColors: true });
      assert.ok(await tab.evaluate(() => matchMedia('(forced-colors: active)').matches));
      const faults = await tab.evaluate(async () => {
        const said: string[] = [];
        for (const name of ['idle-consent', 'gesture-all-controls', 'failed-check-timeout']) {
          await globalThis.stateGallery.show({ name, lang: 'en', scheme: 'light' });
          const root = document.querySelector('state-host')?.shadowRoot;
          const ground = getComputedStyle(document.body).backgroundColor;
          for (const button of root?.querySelectorAll<HTMLElement>('button, select') ?? []) {
            const style = getComputedStyle(button);
            const tell = (fault: string): unknown =>
              said.push(`${name} ${button.className}: ${fault}`);
            if (style.borderTopStyle === 'none' || style.borderTopColor === ground) tell('no edge');
            if (style.color === style.backgroundColor) tell('no words');
            button.focus();
            if (getComputedStyle(button).outlineColor === ground) tell('no focus');
          }
        }
        return said;
      });
      assert.deepEqual(faults, []);
    },
  );
});
