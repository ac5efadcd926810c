import puppeteer, {
  type Browser,
  type HTTPRequest,
  type KeyInput,
  type Page,
} from 'puppeteer-core';
import { type Circumstances, callOf, type EngineTab, PHONE, TAB_TIMEOUT_MS } from './engine-tab.ts';
import { findFirefox, NO_FIREFOX } from './find-firefox.ts';
import { firefoxPreferences } from './firefox-preferences.ts';
import { PLACE_LIMIT_MS, placeInPage } from './place-in-page.ts';

/**
 * Starts the system's Firefox without a window, driven through WebDriver BiDi, and opens a page in it.
 *
 * @throws Error when there is none.
 */
export async function openFirefoxTab(circumstances: Circumstances = {}): Promise<EngineTab> {
  const browser = await launchFirefox(circumstances);
  try {
    const page = await browser.newPage();
    const { widthPx, heightPx } = { ...PHONE, ...circumstances };
    await page.setViewport({ width: widthPx, height: heightPx });
    // tsx marks the functions that it compiles with a helper of its own, which pages do not have.
    await page.evaluateOnNewDocument('globalThis.__name = (named) => named;');
    return { version: await browser.version(), ...driveTab(browser, page) };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Starts the system's Firefox without a window; its owner closes it. */
export async function launchFirefox(circumstances: Circumstances = {}): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error(NO_FIREFOX);
  return puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: TAB_TIMEOUT_MS,
    protocolTimeout: TAB_TIMEOUT_MS,
    extraPrefsFirefox: firefoxPreferences(circumstances),
  });
}

function driveTab(browser: Browser, page: Page): Omit<EngineTab, 'version'> {
  const { requests, complaints } = listenTo(page);
  const evaluate: EngineTab['evaluate'] = (act, ...given) =>
    page.evaluate(callOf(act, given)) as Promise<never>;
  let other: Page | undefined;
  return {
    requests,
    complaints,
    async goto(url) {
      await page.goto(url, { timeout: TAB_TIMEOUT_MS, waitUntil: 'load' });
    },
    evaluate,
    async press(selector) {
      const { x, y } = await evaluate(placeInPage, selector, PLACE_LIMIT_MS);
      await page.mouse.click(x, y);
    },
    async type(...keys) {
      for (const chord of keys) {
        const held = chord.split('+') as KeyInput[];
        for (const key of held) await page.keyboard.down(key);
        for (const key of held.toReversed()) await page.keyboard.up(key);
      }
    },
    async cutOff(part) {
      await page.setRequestInterception(true);
      page.on('request', (request: HTTPRequest) => {
        void (request.url().includes(part) ? request.abort() : request.continue());
      });
    },
    async hide(hidden) {
      if (hidden) other ??= await browser.newPage();
      await (hidden ? other : page)?.bringToFront();
    },
    close: () => browser.close(),
  };
}

function listenTo(page: Page): Pick<EngineTab, 'requests' | 'complaints'> {
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('requestfailed', (request) => {
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  page.on('console', (message) => {
    if (['warn', 'error', 'assert'].includes(message.type())) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => {
    complaints.push(`uncaught: ${error instanceof Error ? error.message : String(error)}`);
  });
  return { requests, complaints };
}
