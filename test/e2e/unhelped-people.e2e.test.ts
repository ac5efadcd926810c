import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import type { Expression } from '../../src/testing/index.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

/** Somebody who does what is asked, but from a face that never rests as it should. */
async function standBefore(page: Page, resting: Partial<Expression>): Promise<void> {
  await page.evaluate(async (expression) => {
    const source = '/src/testing/index.ts';
    const testing: typeof import('../../src/testing/index.ts') = await import(source);
    const person = await testing.createSimulatedPerson({ drawing: '2d' });
    person.set(expression);
    testing.installSimulatedCamera(person);
    testing.obey(document, person);
  }, resting);
}

describe('people whom no hint helps', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  it('who cannot close the mouth is told so, then louder, and is judged live as they are', async (t) => {
    const { page, close } = await stage.open('/');
    t.after(close);
    await standBefore(page, { mouthOpen: 0.8 });
    const running = runCheck(page, PATIENT);
    await page.locator('.instruction[data-large="true"]').waitFor();
    await page.locator('.drawing [data-gesture="rest"]').waitFor();
    const outcome = await running;
    assert.equal(outcome.event, 'liveness-success', outcome.says);
  });

  it('who sits beside the camera and looks past it is told why the check ends', async (t) => {
    const { page, close } = await stage.open('/');
    t.after(close);
    await standBefore(page, { yawDegrees: 35 });
    const outcome = await runCheck(page, PATIENT);
    assert.equal(outcome.says, 'check-timeout');
    await page.getByRole('heading', { name: 'Time ran out' }).waitFor();
    assert.equal(await page.locator('.cause').textContent(), 'Look straight ahead');
  });
});
