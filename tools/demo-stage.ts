import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import type { ExampleBackendOptions } from '../demo/backend/example-backend.ts';
import { type Demo, startDemo } from '../demo/backend/start-demo.ts';
import type { SessionVerdict } from '../src/server/index.ts';
import { generateKeys } from '../src/service/index.ts';
import { launchBrowser, type OpenedPage, type OpenOptions, openPage } from './open-page.ts';

/** The demo with a browser before it. */
export interface DemoStage {
  readonly url: string;
  /** Where the service keeps its file. */
  readonly dataFolder: string;
  readonly browser: Browser;
  /** What the backend was told by the service, oldest first. */
  readonly verdicts: readonly SessionVerdict[];
  /** Opens a page in a context of its own, so that nothing is left over from another. */
  open(path?: string, options?: DemoOpenOptions): Promise<OpenedPage>;
  close(): Promise<void>;
}

/** How a page of the demo is opened. */
export interface DemoOpenOptions extends OpenOptions {
  /** Puts the simulated person before the camera. */
  readonly simulated?: boolean;
}

/**
 * Starts the demo on a free port with a data file of its own, and a browser whose camera is granted without asking.
 *
 * @param extraArgs More for the browser, such as `--use-file-for-fake-video-capture=…`.
 * @param port Of the demo; any free one unless given.
 * @param service Settings that differ from the stage’s: time for slow machines, and nobody is locked out.
 */
export async function startDemoStage(
  extraArgs: readonly string[] = [],
  service: ExampleBackendOptions['service'] = {},
  port = 0,
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
      port,
      keys: generateKeys(),
      dataFolder,
      service: { gestureLimitMs: 60_000, lockoutFailures: 0, ...service },
      onVerdict: (verdict) => verdicts.push(verdict),
    });
    browser = await launchBrowser(extraArgs);
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
    open: (path = '/', options = {}) => openDemo(started, url + path, options),
    close,
  };
}

async function openDemo(
  browser: Browser,
  url: string,
  options: DemoOpenOptions,
): Promise<OpenedPage> {
  const opened = await openPage(browser, url, options);
  await opened.page.locator('nodeflux-liveness').waitFor();
  if (options.simulated) {
    await opened.page.locator('#simulated').check({ force: true });
    await opened.page.locator('#simulated:enabled').waitFor({ state: 'attached' });
  }
  return opened;
}
