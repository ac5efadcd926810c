import type { Browser } from 'playwright-core';
import type { ExampleBackendOptions } from '../demo/backend/example-backend.ts';
import { launchBrowser, type OpenedPage, type OpenOptions, openPage } from './open-page.ts';
import { type ServedDemo, serveDemo } from './served-demo.ts';

/** The demo with a browser before it. */
export interface DemoStage extends ServedDemo {
  readonly browser: Browser;
  /** Opens a page in a context of its own, so that nothing is left over from another. */
  open(path?: string, options?: DemoOpenOptions): Promise<OpenedPage>;
}

/** How a page of the demo is opened. */
export interface DemoOpenOptions extends OpenOptions {
  /** Puts the simulated person before the camera, drawn without WebGL. */
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
  const demo = await serveDemo(service, port);
  let started: Browser;
  try {
    started = await launchBrowser(extraArgs);
  } catch (error) {
    await demo.close();
    throw error;
  }
  return {
    ...demo,
    browser: started,
    open: (path = '/', options = {}) => openDemo(started, demo.url + path, options),
    async close() {
      await started.close();
      await demo.close();
    },
  };
}

async function openDemo(
  browser: Browser,
  url: string,
  options: DemoOpenOptions,
): Promise<OpenedPage> {
  const opened = await openPage(browser, options.simulated ? withoutWebgl(url) : url, options);
  await opened.page.locator('nodeflux-liveness').waitFor();
  if (options.simulated) {
    await opened.page.locator('#simulated').check({ force: true });
    await opened.page.locator('#simulated:enabled').waitFor({ state: 'attached' });
  }
  return opened;
}

/** WebGL in software takes the time that the check needs. */
function withoutWebgl(url: string): string {
  const address = new URL(url);
  address.searchParams.set('drawing', '2d');
  return address.href;
}
