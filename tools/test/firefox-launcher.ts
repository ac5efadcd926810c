import type { BrowserLauncher } from '@web/test-runner';
import type { Browser, Page } from 'puppeteer-core';
import { launchFirefox } from '../engines/open-firefox-tab.ts';

/** As large as the page that Playwright opens for the same tests. */
const VIEWPORT = { width: 1280, height: 720 };

/** Runs test files in the system's Firefox, one after the other, each in a page of its own. */
export function firefoxLauncher(): BrowserLauncher {
  let browser: Promise<Browser> | undefined;
  const pages = new Map<string, Page>();
  return {
    name: 'Firefox',
    type: 'firefox',
    concurrency: 1,
    async startSession(id, url) {
      browser ??= launchFirefox();
      const page = await (await browser).newPage();
      pages.set(id, page);
      await page.setViewport(VIEWPORT);
      await page.goto(url);
    },
    isActive: (id) => pages.has(id),
    getBrowserUrl: (id) => pages.get(id)?.url(),
    async stopSession(id) {
      const page = pages.get(id);
      pages.delete(id);
      await page?.close();
      return {};
    },
    async startDebugSession() {
      throw new Error('Tests in Firefox are debugged in a Firefox of your own.');
    },
    async stop() {
      await (await browser)?.close();
      browser = undefined;
    },
  };
}
