import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { findBrowser } from './browser.ts';

/** How a page is opened. */
export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Default English, so that tests can name what they press. */
  readonly locale?: string;
}

/** A page and all that it asked for and said. */
export interface OpenedPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** URL of every request, of the page and of its workers. */
  readonly requests: readonly string[];
  /** Warnings, errors, uncaught exceptions and broken policies; empty on a good day. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** Software WebGL and two cores: the first face takes its time. */
const PAGE_TIMEOUT_MS = 90_000;

/**
 * A browser whose camera is granted without asking.
 *
 * @param extraArgs More for it, such as `--use-file-for-fake-video-capture=…`.
 */
export async function launchBrowser(extraArgs: readonly string[] = []): Promise<Browser> {
  const found = await findBrowser();
  return chromium.launch({
    ...found,
    args: [
      ...found.args,
      '--use-fake-ui-for-media-stream',
      '--use-fake-device-for-media-stream',
      ...extraArgs,
    ],
  });
}

/** Opens a page in a context of its own, so that nothing is left over from another. */
export async function openPage(
  browser: Browser,
  url: string,
  options: OpenOptions = {},
): Promise<OpenedPage> {
  const { width = 390, height = 844, colorScheme = 'light', locale = 'en' } = options;
  const context = await browser.newContext({ viewport: { width, height }, colorScheme, locale });
  context.setDefaultTimeout(PAGE_TIMEOUT_MS);
  // tsx marks the functions that it compiles with a helper of its own, which pages do not have.
  await context.addInitScript('globalThis.__name = (named) => named;');
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  // The context hears workers too; the page alone does not.
  context.on('request', (request) => requests.push(request.url()));
  context.on('requestfailed', (request) => {
    complaints.push(`failed: ${request.url()} ${request.failure()?.errorText ?? ''}`);
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()}: ${response.url()}`);
  });
  context.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) {
      complaints.push(`console ${message.type()}: ${message.text()}`);
    }
  });
  page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
  await page.goto(url);
  return { page, context, requests, complaints, close: () => context.close() };
}
