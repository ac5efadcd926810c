import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, describe, it } from 'node:test';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

describe('the demo’s page for phones', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  it('writes the report of a check and of a step, and of no picture or camera’s name', async (t) => {
    const { page, requests, complaints, close } = await stage.open('/devices', { simulated: true });
    t.after(close);
    await page.evaluate(() => console.warn('a warning of the page'));
    const outcome = await runCheck(page, PATIENT);
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    await page.getByLabel('This device, as you call it').fill('a drawn phone');
    const step = page.getByRole('group', { name: '3. Turn the phone in the middle' });
    await step.getByText('Different').click();
    await page.getByRole('textbox', { name: 'What you saw' }).fill('it lay on its side');

    const report = page.getByRole('textbox', { name: 'Report' });
    const text = await report.inputValue();
    for (const line of [
      /^ {2}called: a drawn phone$/m,
      /^ {2}1\. live, [01]\.\d\d, \d+\.\d s, simulated person$/m,
      /ready after \d+\.\d s; first face after \d+\.\d s; \d+\.\d pictures\/s tracked; capture to signal \d+ ms, nine of ten within \d+ ms$/m,
      /^ {5}camera: 640 × 480, 30\/s, user; shown as 640 × 480$/m,
      /^ {5}\d+\.\d s asked: /m,
      /^ {2}\[!\] different: Turn the phone in the middle \(after check 1\): it lay on its side$/m,
      /^ {2}warn: a warning of the page$/m,
    ]) {
      assert.match(text, line);
    }
    assert.doesNotMatch(text, /simulated camera|data:|blob:/i);

    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download' }).click();
    const download = await waiting;
    assert.equal(download.suggestedFilename(), 'liveness-device-report.txt');
    const minutes = / \d\d:\d\d UTC/;
    const saved = await readFile(await download.path(), 'utf8');
    assert.equal(saved.replace(minutes, ''), text.replace(minutes, ''));

    // What was said and seen is there after the phone has dropped the page.
    await page.reload();
    await page.locator('html[data-ready]').waitFor();
    const again = await report.inputValue();
    assert.match(again, /^ {2}1\. live/m);
    assert.match(again, /it lay on its side$/m);
    await page.getByRole('button', { name: 'Delete everything' }).click();
    assert.doesNotMatch(await report.inputValue(), /live,|it lay|a drawn phone/);

    const foreign = requests.filter(
      (url) => !/^(data:|blob:)/.test(url) && !url.startsWith(stage.url),
    );
    assert.deepEqual(foreign, []);
    assert.deepEqual(complaints, ['console warning: a warning of the page']);
  });

  for (const [colorScheme, width] of [
    ['light', 320],
    ['dark', 1280],
  ] as const) {
    it(`has no accessibility fault, ${colorScheme}, and fits ${width} px`, async (t) => {
      const { page, close } = await stage.open('/devices', { colorScheme, width });
      t.after(close);
      await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
      await page.locator('html[data-ready]').waitFor();
      await page.getByText('Different').first().click();
      await page.evaluate(AXE);
      const faults = await page.evaluate(async () => {
        const { axe } = globalThis as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run();
        return violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
      });
      assert.deepEqual(faults, []);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      assert.equal(overflow, 0);
    });
  }

  it('is not loaded anew when a phone’s connection was lost', async () => {
    // Vite's client does that, by its socket.
    const client = await fetch(`${stage.url}/@vite/client`);
    assert.doesNotMatch(await client.text(), /WebSocket|reload/);
  });
});
