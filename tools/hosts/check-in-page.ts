import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { PERSON_PATH } from './build-person.ts';

/** Software WebGL on two cores shows few frames a second: the person gets time, the facts stay the same. */
const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };
const CHECK_LIMIT_MS = 150_000;

/** What was seen of a host. */
export interface SeenCheck {
  /** The title of the start, which the host sets by a property. */
  readonly title: string;
  /** What the host wrote when it heard the end. */
  readonly outcome: string;
  /** Warnings, errors and failed requests. */
  readonly complaints: readonly string[];
}

/** Does a whole check in a page of a host, with the simulated person before the camera. */
export async function checkInPage(
  browser: Browser,
  url: string,
  person: string,
): Promise<SeenCheck> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en' });
  context.setDefaultTimeout(CHECK_LIMIT_MS);
  const complaints: string[] = [];
  context.on('console', (message) => {
    if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
  });
  context.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  try {
    await context.route(`**${PERSON_PATH}/**`, (route) => {
      const name = new URL(route.request().url()).pathname.slice(PERSON_PATH.length + 1);
      return route.fulfill({ path: join(person, name) });
    });
    const page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(url);
    const heading = page.locator('nodeflux-liveness h2');
    await heading.waitFor({ state: 'visible' });
    const title = (await heading.textContent())?.trim() ?? '';
    await page.evaluate(
      async ([path, settings]) => {
        const { standBeforeCamera } = await import(path);
        await standBeforeCamera();
        Object.assign(document.querySelector('nodeflux-liveness') as HTMLElement, settings);
      },
      [`${PERSON_PATH}/person.js`, PATIENT] as const,
    );
    await page.getByRole('button', { name: 'Start' }).click();
    const outcome = page.locator('#outcome:not(:empty)');
    await outcome.waitFor();
    return { title, outcome: (await outcome.textContent()) ?? '', complaints };
  } finally {
    await context.close();
  }
}
