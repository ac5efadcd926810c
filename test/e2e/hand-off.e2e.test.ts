import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { CheckState } from '../../src/check/check-state.ts';
import type { NodefluxLiveness } from '../../src/index.ts';
import { buildHostedPage } from '../../tools/build/build-hosted-page.ts';
import { buildTestingModule } from '../../tools/build/build-testing-module.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { freePort } from './free-port.ts';
import { simulatePerson } from './simulate-person.ts';

const PAGE_TIMEOUT_MS = 120_000;

describe('a check that is handed over to a phone', () => {
  let folder: string;
  let stage: DemoStage;
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'liveness-hand-off-'));
    await buildHostedPage(folder);
    // Beside the page's own files, so that its policy lets the simulated person in.
    await buildTestingModule(join(folder, 'testing'));
    const port = await freePort();
    const publicUrl = `http://localhost:${port}`;
    stage = await startDemoStage([], { pageFolder: folder, publicUrl }, port);
  });
  after(async () => {
    await stage?.close();
    await rm(folder, { recursive: true, force: true });
  });

  /** A page that offers a phone, with the person before it; and what it ends with. */
  async function sitDown() {
    const { page, complaints } = await stage.open('/');
    page.setDefaultTimeout(PAGE_TIMEOUT_MS);
    const ended = page.evaluate(
      () =>
        new Promise<{ type: string; jobId?: string; live?: boolean }>((resolve) => {
          const element = document.querySelector('nodeflux-liveness') as NodefluxLiveness;
          element.handoffUrl = '/liveness/handoff';
          element.addEventListener('liveness-success', ({ detail, type }) => {
            const { jobId, verdict } = detail;
            resolve({ type, jobId, live: verdict?.status === 'judged' && verdict.live });
          });
          element.addEventListener('liveness-error', ({ detail }) =>
            resolve({ type: detail.code }),
          );
          element.addEventListener('liveness-cancel', ({ type }) => resolve({ type }));
        }),
    );
    await page.getByRole('button', { name: 'Use your phone instead' }).click();
    const address = (await page.locator('[part=handoff-address]').textContent()) ?? '';
    assert.ok(address.startsWith(`${stage.url}/service/check/#`), address);
    await shoot(page, 'desktop-code');
    return { page, complaints, ended, address };
  }

  async function takePhone(address: string) {
    const context = await stage.browser.newContext({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
    });
    context.setDefaultTimeout(PAGE_TIMEOUT_MS);
    await context.addInitScript('globalThis.__name = (named) => named;');
    const phone = await context.newPage();
    await phone.goto(address);
    await phone.getByRole('button', { name: 'Start' }).waitFor();
    await simulatePerson(phone, '/service/check/files/testing');
    return phone;
  }

  it('ends on the screen with the job and the verdict of the phone', async () => {
    const { address, complaints, ended, page } = await sitDown();
    const phone = await takePhone(address);
    await phone.getByRole('button', { name: 'Start' }).click();
    await page.getByText('The check is open on your phone').first().waitFor();
    await shoot(page, 'desktop-running');
    await shoot(phone, 'phone-running');
    const { jobId, live, type } = await ended;
    assert.deepEqual([type, live], ['liveness-success', true]);
    const told = stage.verdicts.at(-1);
    assert.equal(told?.jobId, jobId);
    await shoot(page, 'desktop-done');
    assert.deepEqual(complaints, []);
    await phone.context().close();
    await page.context().close();
  });

  it('ends on the phone when the person cancels at the screen', async () => {
    const { address, ended, page } = await sitDown();
    const phone = await takePhone(address);
    await page.getByRole('button', { name: 'Cancel' }).click();
    assert.equal((await ended).type, 'liveness-cancel');
    await phone.getByRole('button', { name: 'Start' }).click();
    await phone.getByText('This link is no longer valid').waitFor();
    await phone.context().close();
    await page.context().close();
  });

  it('ends on the screen when the person cancels on the phone', async () => {
    const { address, ended, page } = await sitDown();
    const phone = await takePhone(address);
    await phone.getByRole('button', { name: 'Start' }).click();
    await phone.getByRole('button', { name: 'Cancel' }).click();
    assert.equal((await ended).type, 'liveness-cancel');
    assert.equal(await stateOf(page), 'cancelled');
    await phone.context().close();
    await page.context().close();
  });
});

async function stateOf(page: Page): Promise<CheckState['name'] | undefined> {
  return page.evaluate(() => document.querySelector('nodeflux-liveness')?.state.name);
}

/** Takes a picture for who looks, when asked to. */
async function shoot(page: Page, name: string): Promise<void> {
  const to = process.env.HAND_OFF_PICTURES;
  if (to) await page.screenshot({ path: join(to, `${name}.png`) });
}
