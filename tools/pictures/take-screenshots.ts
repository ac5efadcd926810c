/**
 * `npm run screenshots`: runs a whole check in the demo, with the simulated person, and writes the README's picture:
 * the start screen, a gesture and the end, side by side.
 */
import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { startDemoStage } from '../demo-stage.ts';

const FOLDER = resolve(import.meta.dirname, '../../docs/images');
const PHONE = { width: 390, height: 760 };
const GAP_PX = 24;
/** Software drawing takes its time; the pictures do not show it. */
const PATIENT = { timeout: '120000', 'gesture-tolerance': '30000' };

async function waitForState(page: Page, name: string): Promise<void> {
  await page.waitForFunction(
    (wanted) => document.querySelector('nodeflux-liveness')?.state.name === wanted,
    name,
    { timeout: 180_000 },
  );
}

const stage = await startDemoStage();
try {
  const { page } = await stage.open('/', { ...PHONE, simulated: true });
  await page.locator('nodeflux-liveness').evaluate((element, attributes) => {
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  }, PATIENT);
  const toTop = () => page.evaluate(() => scrollTo(0, 0));
  await toTop();
  const shots = [await page.screenshot()];
  await page.getByRole('button', { name: 'Start' }).click();
  await waitForState(page, 'gesture');
  await toTop();
  shots.push(await page.screenshot());
  await waitForState(page, 'done');
  await page.locator('#verdict').scrollIntoViewIfNeeded();
  shots.push(await page.screenshot());

  await mkdir(FOLDER, { recursive: true });
  const width = shots.length * PHONE.width + (shots.length - 1) * GAP_PX;
  const background = { r: 255, g: 255, b: 255, alpha: 0 };
  await sharp({ create: { width, height: PHONE.height, channels: 4, background } })
    .composite(
      shots.map((input, place) => ({ input, left: place * (PHONE.width + GAP_PX), top: 0 })),
    )
    .png({ palette: true, compressionLevel: 9 })
    .toFile(join(FOLDER, 'check.png'));
} finally {
  await stage.close();
}
