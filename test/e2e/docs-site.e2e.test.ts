import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { generateKeys } from '../../src/service/index.ts';
import { launchBrowser, type OpenedPage, openPage } from '../../tools/open-page.ts';
import { buildSite } from '../../tools/site/build-site.ts';
import { type ServedSite, serveSite } from '../../tools/site/serve-site.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** Software WebGL on two cores shows few frames a second: the person gets time, the facts stay the same. */
const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

describe('the documentation site', () => {
  const folder = mkdtempSync(join(tmpdir(), 'liveness-docs-'));
  let site: ServedSite;
  let browser: Awaited<ReturnType<typeof launchBrowser>>;
  const open = (path: string, options = {}): Promise<OpenedPage> =>
    openPage(browser, site.url + path, options);

  before(async () => {
    await buildSite(join(folder, 'site'));
    site = await serveSite({
      folder: join(folder, 'site'),
      port: 0,
      keys: generateKeys(),
      dataFolder: join(folder, 'data'),
      service: { gestureLimitMs: 60_000 },
    });
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await site?.close();
    rmSync(folder, { recursive: true });
  });

  for (const path of [
    '/',
    '/errors/',
    '/start/react-with-vite/',
    '/element/attributes/',
    '/gallery/',
  ]) {
    it(`${path} fits a small phone, in the dark, without a fault, a complaint or a request to others`, async () => {
      const { page, requests, complaints, close } = await open(path, {
        width: 320,
        height: 640,
        colorScheme: 'dark',
      });
      await page.locator('html[data-script]').waitFor();
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(wider, 0);
      assert.deepEqual(await faultsOf(page), []);
      assert.deepEqual(complaints, []);
      const foreign = requests.filter(
        (url) => !/^(data:|blob:)/.test(url) && !url.startsWith(site.url),
      );
      assert.deepEqual(foreign, []);
      await close();
    });
  }

  it('finds an error code by keyboard alone, and goes to it', async () => {
    const { page, complaints, close } = await open('/', { width: 1280, height: 800 });
    await page.locator('html[data-script]').waitFor();
    await page.keyboard.press('/');
    await page.getByRole('searchbox').fill('camera-denied');
    await page.getByRole('link', { name: /^camera-denied/ }).waitFor();
    assert.deepEqual(await faultsOf(page), []);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/errors/#camera-denied');
    assert.deepEqual(complaints, []);
    await close();
  });

  it('opens the list of pages on a phone and closes it with Escape', async () => {
    const { page, close } = await open('/manual/', { width: 390, height: 844 });
    const list = page.getByRole('navigation', { name: 'Pages' });
    await page.getByRole('button', { name: 'Menu' }).click();
    await list.getByRole('link', { name: 'Events' }).waitFor();
    await page.keyboard.press('Escape');
    await list.waitFor({ state: 'hidden' });
    await close();
  });

  it('shows one example after another, each in the place of the one before', async () => {
    const { page, complaints, close } = await open('/element/slots/');
    for (const name of ['gesture.smile', 'gesture.blink', 'error.network.title']) {
      const entry = page.locator(`details[id="slot-${name}"]`);
      await entry.locator('summary').click();
      await entry.locator('[data-shown] state-host', { hasText: 'Words of your own' }).waitFor();
      assert.equal(await page.locator('state-host').count(), 1, name);
      assert.equal(await page.locator('details[open]').count(), 1, name);
    }
    assert.deepEqual(complaints, []);
    await close();
  });

  it('says that the real camera is used where no person can be drawn', async () => {
    const { page, close } = await open('/');
    await page.route('**/canonical-face*.json', (route) => route.abort());
    await page.goto(`${site.url}/element/events/`);
    const example = page.locator('[data-name="liveness-success"]');
    await example.getByRole('button', { name: 'Show it' }).click();
    const box = example.getByRole('checkbox', { name: /your camera is used/ });
    await box.waitFor();
    assert.equal(await box.isChecked(), false);
    assert.equal(await box.isEnabled(), true);
    await close();
  });

  it('does a whole check in a live example, and takes it away again', async () => {
    const { page, complaints, close } = await open('/element/events/');
    const example = page.locator('[data-name="liveness-success"]');
    await example.getByRole('button', { name: 'Show it' }).click();
    const liveness = example.locator('nodeflux-liveness');
    await liveness.waitFor();
    await liveness.evaluate((element, settings) => Object.assign(element, settings), PATIENT);
    await liveness.getByRole('button', { name: 'Start', exact: true }).click();
    // What the listener of the page prints.
    await example.getByText(/"live":true/).waitFor();
    await example.getByRole('button', { name: 'Take it away' }).click();
    await liveness.waitFor({ state: 'detached' });
    assert.deepEqual(complaints, []);
    await close();
  });

  it('sends nothing where there is no service, and says so', async () => {
    const { page, requests, close } = await open('/');
    await page.route('**/backend.json', (route) => route.fulfill({ json: { service: false } }));
    await page.getByRole('button', { name: 'Try a check here' }).click();
    const liveness = page.locator('nodeflux-liveness');
    await liveness.waitFor();
    await liveness.evaluate((element, settings) => Object.assign(element, settings), PATIENT);
    await liveness.getByRole('button', { name: 'Start', exact: true }).click();
    await page.getByText('This site has no service: nothing was.').waitFor();
    const asked = requests.filter((url) => /\/(service|liveness)\//.test(new URL(url).pathname));
    assert.deepEqual(asked, []);
    await close();
  });

  it('answers what is not there with 404, and nothing of the data of its service', async () => {
    for (const path of [
      '/no-such-page/',
      '/../data/service.sqlite',
      '/%2e%2e/data/service.sqlite',
    ]) {
      assert.equal((await fetch(site.url + path)).status, 404, path);
    }
  });
});

async function faultsOf(page: Page): Promise<string[]> {
  // The page's own policy forbids injected script tags; evaluated code is the debugger's.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
    const { violations } = await axe.run();
    return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
  });
}
