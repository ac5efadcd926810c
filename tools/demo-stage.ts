import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { type Demo, startDemo } from '../demo/backend/start-demo.ts';
import type { SessionVerdict } from '../src/server/index.ts';
import { generateKeys, type ServiceSettings } from '../src/service/index.ts';
import { findBrowser } from './browser.ts';

/** The demo with a browser before it. */
export interface DemoStage {
  readonly url: string;
  /** Where the service keeps its file. */
  readonly dataFolder: string;
  readonly browser: Browser;
  /** What the backend was told by the service, oldest first. */
  readonly verdicts: readonly SessionVerdict[];
  /** Opens a page in a context of its own, so that nothing is left over from another. */
  open(path?: string, options?: OpenOptions): Promise<DemoPage>;
  close(): Promise<void>;
}

/** How a page is opened. */
export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  readonly colorScheme?: 'light' | 'dark';
  /** Default English, so that tests can name what they press. */
  readonly locale?: string;
  /** Puts the simulated person before the camera. */
  readonly simulated?: boolean;
}

/** A page and all that it asked for and said. */
export interface DemoPage {
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
 * Starts the demo on a free port with a data file of its own, and a browser whose camera is granted without asking.
 *
 * @param extraArgs More for the browser, such as `--use-file-for-fake-video-capture=…`.
 * @param service Settings that differ from the stage’s: time for slow machines, and nobody is locked out.
 */
export async function startDemoStage(
  extraArgs: readonly string[] = [],
  service: ServiceSettings = {},
): Promise<DemoStage> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'liveness-e2e-'));
  const verdicts: SessionVerdict[] = [];
  let demo: Demo | undefined;
  let browser: Browser | undefined;
  const close = async (): Promise<void> => {
    await browser?.close();
    await demo?.close();
    await rm(dataFolder, { recursive: true, force: true });
  };
  try {
    demo = await startDemo({
      port: 0,
      keys: generateKeys(),
      dataFolder,
      service: { gestureLimitMs: 60_000, lockoutFailures: 0, ...service },
      onVerdict: (verdict) => verdicts.push(verdict),
    });
    browser = await launch(extraArgs);
  } catch (error) {
    await close();
    throw error;
  }
  const { url } = demo;
  const started = browser;
  return {
    url,
    dataFolder,
    browser: started,
    verdicts,
    open: (path = '/', options = {}) => openPage(started, url + path, options),
    close,
  };
}

async function launch(extraArgs: readonly string[]): Promise<Browser> {
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

async function openPage(browser: Browser, url: string, options: OpenOptions): Promise<DemoPage> {
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
  await page.locator('nodeflux-liveness').waitFor();
  if (options.simulated) {
    await page.locator('#simulated').check({ force: true });
    await page.locator('#simulated:enabled').waitFor({ state: 'attached' });
  }
  return { page, context, requests, complaints, close: () => context.close() };
}
