import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { pino } from 'pino';
import type { Browser, Page } from 'playwright-core';
import type { LivenessClient } from '../../src/server/index.ts';
import { launchBrowser } from '../../tools/open-page.ts';
import { type ServedHostedPage, serveHostedPage } from './serve-hosted-page.ts';
import { simulatePerson } from './simulate-person.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PAGE_TIMEOUT_MS = 90_000;

describe('a check by link', () => {
  let served: ServedHostedPage;
  let browser: Browser;
  let client: LivenessClient;
  const logged: string[] = [];

  before(async () => {
    served = await serveHostedPage((url) => ({
      returnOrigins: [url],
      pageAccent: '#0a7d4f',
      logger: pino({ level: 'info' }, { write: (line: string) => void logged.push(line) }),
    }));
    client = served.client;
    browser = await launchBrowser();
  });
  after(async () => {
    await browser?.close();
    await served?.close();
  });

  async function open(
    url: string,
    { width = 390, height = 844, locale = 'en', colorScheme = 'light' as 'light' | 'dark' } = {},
  ): Promise<{ page: Page; complaints: string[] }> {
    const context = await browser.newContext({
      viewport: { width, height },
      locale,
      colorScheme,
    });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    await context.addInitScript('globalThis.__name = (named) => named;');
    const page = await context.newPage();
    const complaints: string[] = [];
    context.on('console', (message) => {
      if (['warning', 'error'].includes(message.type())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
    await page.goto(url);
    return { page, complaints };
  }

  /** Takes a picture for who looks, when asked to. */
  async function shoot(page: Page, name: string): Promise<void> {
    const to = process.env.HOSTED_PICTURES;
    if (to) await page.screenshot({ path: join(to, `${name}.png`) });
  }

  async function faultsOf(page: Page): Promise<string[]> {
    await page.evaluate(AXE);
    return page.evaluate(async () => {
      const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
      const { violations } = await axe.run();
      return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    });
  }

  it('is done on the service’s own page, under its policy, and leads back with the job', async () => {
    const link = await client.createCheckLink({
      returnUrl: `${served.url}/healthz`,
      state: 'the-state',
    });
    const { page, complaints } = await open(link.url);
    await page.getByRole('button', { name: 'Start' }).waitFor();
    assert.equal(await page.title(), 'Toko Contoh');
    assert.deepEqual(await faultsOf(page), []);
    const back = page.getByRole('link', { name: 'Back without a check' });
    assert.equal(await back.getAttribute('href'), `${served.url}/healthz?state=the-state`);
    await simulatePerson(page);
    await page.getByRole('button', { name: 'Start' }).click();
    const on = page.getByRole('link', { name: 'Continue' });
    await on.waitFor();
    await shoot(page, 'phone-en-done');
    assert.equal(new URL(page.url()).hash, '');
    const returned = new URL((await on.getAttribute('href')) ?? '');
    assert.equal(returned.searchParams.get('state'), 'the-state');
    const jobId = returned.searchParams.get('job_id') ?? '';
    const verdict = await client.waitForVerdict(jobId);
    assert.equal(verdict.status === 'judged' && verdict.live, true, JSON.stringify(verdict));
    const told = await client.getCheckLink(link.id);
    assert.deepEqual([told.state, told.jobIds], ['passed', [jobId]]);
    assert.deepEqual(complaints, []);
    const secret = new URL(link.url).hash.split('.')[1] ?? 'none';
    assert.equal(logged.join('').includes(secret), false);
    // The same address once more, as from the history of a message.
    const { page: again } = await open(link.url);
    await again.getByRole('heading', { name: 'This link has already been used' }).waitFor();
    await again.context().close();
    await page.context().close();
  });

  it('says in the person’s language what is wrong with a link, and what to do', async () => {
    const revoked = await client.createCheckLink();
    await client.revokeCheckLink(revoked.id);
    const cases = [
      [`${served.url}/check/`, 'en', 'This link is not valid'],
      [`${served.url}/check/#nonsense`, 'de', 'Dieser Link ist nicht gültig'],
      [revoked.url, 'id', 'Tautan ini tidak berlaku lagi'],
      [revoked.url, 'ar', 'لم يعد هذا الرابط صالحًا'],
    ] as const;
    for (const [url, locale, title] of cases) {
      const { page } = await open(url, { locale });
      await page.getByRole('heading', { name: title }).waitFor();
      assert.equal(await page.getByRole('button').count(), 0);
      assert.equal(await page.locator('html').getAttribute('lang'), locale);
      assert.deepEqual(await faultsOf(page), []);
      await shoot(page, `phone-${locale}-fault`);
      await page.context().close();
    }
  });

  it('fits a phone and a desktop, in light and dark, in three languages', async () => {
    for (const locale of ['id', 'de', 'ar']) {
      for (const colorScheme of ['light', 'dark'] as const) {
        for (const [device, width, height] of [
          ['phone', 390, 844],
          ['small', 320, 568],
          ['desktop', 1280, 800],
        ] as const) {
          const link = await client.createCheckLink({ returnUrl: `${served.url}/healthz` });
          const { page } = await open(link.url, { width, height, locale, colorScheme });
          await page.getByRole('button').first().waitFor();
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          assert.equal(overflow, 0, `${device} ${locale}`);
          await shoot(page, `${device}-${locale}-${colorScheme}`);
          if (device === 'phone') assert.deepEqual(await faultsOf(page), [], locale);
          await page.context().close();
        }
      }
    }
  });

  it('ends under a page whose link is called back before it starts', async () => {
    const link = await client.createCheckLink({ language: 'en' });
    const { page } = await open(link.url);
    await page.getByRole('button', { name: 'Start' }).waitFor();
    await client.revokeCheckLink(link.id);
    await page.getByRole('button', { name: 'Start' }).click();
    await page.getByRole('heading', { name: 'This link is no longer valid' }).waitFor();
    await page.context().close();
  });
});
