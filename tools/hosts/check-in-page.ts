import { join } from 'node:path';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { PERSON_PATH } from './build-person.ts';
import { tellsVersionsApart } from './tells-versions-apart.ts';

/** Software WebGL on two cores shows few frames a second: the person gets time, the facts stay the same. */
const PATIENT = { gestureTolerance: 60_000, timeout: 300_000 };
const CHECK_LIMIT_MS = 330_000;

/** What was seen of a page before its check. */
export interface SeenStart {
  /** The title of the start, which the host sets by a property. */
  readonly title: string;
  /** Warnings, errors, failed requests, and workers whose files could be of any version. */
  readonly complaints: readonly string[];
}

/** What was seen of a host. */
export interface SeenCheck extends SeenStart {
  /** What the host wrote when it heard the end. */
  readonly outcome: string;
}

/** Opens a page and loads all that a check needs. */
export async function startInPage(browser: Browser, url: string): Promise<SeenStart> {
  return inPage(browser, url, async (_page, frame, complaints) => {
    const title = await titleIn(frame);
    await frame.locator('nodeflux-liveness').evaluateAll(async ([element]) => {
      await (element as HTMLElementTagNameMap['nodeflux-liveness']).preload();
    });
    return { title, complaints };
  });
}

/**
 * Does a whole check in a page of a host.
 *
 * @param person The folder of the simulated person, who stands before the camera. Without it there is no camera, and the check
 *   ends at once: the host hears that too.
 */
export async function checkInPage(
  browser: Browser,
  url: string,
  person?: string,
): Promise<SeenCheck> {
  return inPage(browser, url, async (page, frame, complaints) => {
    const title = await titleIn(frame);
    if (person) {
      await standBeforeCamera(page, frame, person);
      if (await page.locator('#leave').isVisible()) await leaveAndReturn(page);
      // However slow the machine is: ten times as long for each gesture, of the service too.
      await frame.getByRole('button', { name: 'I need more time' }).first().click();
    }
    await frame.locator('nodeflux-liveness').evaluateAll((all, settings) => {
      for (const element of all) Object.assign(element, settings);
    }, PATIENT);
    await frame.getByRole('button', { name: 'Start' }).first().click();
    const outcome = frame.locator('#outcome:not(:empty)');
    await outcome.waitFor({ state: 'attached' });
    return { title, outcome: (await outcome.textContent()) ?? '', complaints };
  });
}

async function standBeforeCamera(page: Page, frame: Frame, person: string): Promise<void> {
  await page.context().route(`**${PERSON_PATH}/**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(PERSON_PATH.length + 1);
    return route.fulfill({ path: join(person, name) });
  });
  await frame.evaluate(async (path) => {
    const module = await import(path);
    await module.standBeforeCamera();
  }, `${PERSON_PATH}/person.js`);
}

/** Changes the route while the camera is on, and back. */
async function leaveAndReturn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click();
  await page.locator('nodeflux-liveness video').waitFor({ state: 'visible' });
  await page.locator('#leave').click();
  await page.locator('nodeflux-liveness').waitFor({ state: 'detached' });
  await page.locator('#return').click();
  await titleIn(page.mainFrame());
}

async function titleIn(frame: Frame): Promise<string> {
  const heading = frame.locator('nodeflux-liveness h2').first();
  await heading.waitFor({ state: 'visible' });
  return (await heading.textContent())?.trim() ?? '';
}

async function inPage<T>(
  browser: Browser,
  url: string,
  act: (page: Page, frame: Frame, complaints: readonly string[]) => Promise<T>,
): Promise<T> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
  context.setDefaultTimeout(CHECK_LIMIT_MS);
  const complaints = listen(context);
  try {
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('worker', (worker) => {
      const url = worker.url();
      if (!tellsVersionsApart(url)) complaints.push(`${url} has neither version nor hash`);
    });
    const answer = await page.goto(url);
    if (!answer?.ok()) throw new Error(`${answer?.status()} for ${url}`);
    // Of a dialog.
    const open = page.locator('#open');
    if (await open.isVisible()) await open.click();
    // Where the element is in a frame, it is the only one.
    return await act(page, page.frames().at(-1) ?? page.mainFrame(), complaints);
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${complaints.join('\n')}`, {
      cause: error,
    });
  } finally {
    await context.close();
  }
}

function listen(context: BrowserContext): string[] {
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  return complaints;
}
