import { type Browser, chromium } from 'playwright-core';
import { findBrowser } from '../browser.ts';
import { openPage } from '../open-page.ts';
import { type Circumstances, callOf, type EngineTab, PHONE, TAB_TIMEOUT_MS } from './engine-tab.ts';
import { PLACE_LIMIT_MS, placeInPage } from './place-in-page.ts';

/** Starts Chromium and opens a page in it. */
export async function openChromiumTab(circumstances: Circumstances = {}): Promise<EngineTab> {
  const { camera = 'granted' } = circumstances;
  const found = await findBrowser();
  const browser = await chromium.launch({
    ...found,
    args: [
      ...found.args,
      ...(camera === 'none' ? [] : ['--use-fake-device-for-media-stream']),
      camera === 'denied' ? '--deny-permission-prompts' : '--use-fake-ui-for-media-stream',
    ],
  });
  try {
    return await driveTab(browser, circumstances);
  } catch (error) {
    await browser.close();
    throw error;
  }
}

async function driveTab(browser: Browser, circumstances: Circumstances): Promise<EngineTab> {
  const { widthPx, heightPx, colorScheme, forcedColors } = { ...PHONE, ...circumstances };
  const { page, context, requests, complaints } = await openPage(browser, 'about:blank', {
    width: widthPx,
    height: heightPx,
    ...(colorScheme && { colorScheme }),
  });
  await page.emulateMedia({ forcedColors: forcedColors ? 'active' : 'none' });
  const evaluate: EngineTab['evaluate'] = (act, ...given) =>
    page.evaluate(callOf(act, given)) as Promise<never>;
  return {
    version: `Chromium ${browser.version()}`,
    requests,
    complaints,
    async goto(url) {
      await page.goto(url, { timeout: TAB_TIMEOUT_MS });
    },
    evaluate,
    async press(selector) {
      const { x, y } = await evaluate(placeInPage, selector, PLACE_LIMIT_MS);
      await page.mouse.click(x, y);
    },
    async type(...keys) {
      for (const chord of keys) await page.keyboard.press(chord);
    },
    async cutOff(part) {
      await context.route(
        ({ href }) => href.includes(part),
        (route) => route.abort(),
      );
    },
    async hide(hidden) {
      await (hidden ? await context.newPage() : page).bringToFront();
    },
    close: () => browser.close(),
  };
}
