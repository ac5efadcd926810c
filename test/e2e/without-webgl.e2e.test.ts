import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

describe('in a browser without WebGL', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage(['--disable-3d-apis']);
  });
  after(() => stage?.close());

  it('the simulated person is drawn without it, the page says so, and a paced check is live', async (t) => {
    const { page, complaints, close } = await stage.open('/', { simulated: true });
    t.after(close);
    const hasWebgl = await page.evaluate(
      () => document.createElement('canvas').getContext('webgl2') !== null,
    );
    assert.equal(hasWebgl, false);
    const hint = page.locator('#simulated-hint');
    assert.match(String(await hint.textContent()), /without WebGL/);
    const outcome = await runCheck(page, PATIENT);
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.deepEqual(outcome.images, ['neutral', ...outcome.gestures]);
    const verdict = stage.verdicts.at(-1)?.verdict;
    assert.equal(verdict?.status === 'judged' && verdict.live, true);
    assert.deepEqual(complaints, []);
  });

  it('the person makes each gesture so that the element sees it', async (t) => {
    const { page, close } = await stage.open('/', { simulated: true });
    t.after(close);
    const all = {
      gestures: GESTURE_NAMES,
      gestureCount: GESTURE_NAMES.length,
      pacing: 'off',
    } as const;
    const outcome = await runCheck(page, { ...PATIENT, ...all });
    assert.deepEqual([...outcome.gestures].sort(), [...GESTURE_NAMES].sort(), outcome.says);
  });
});

describe('in a browser with WebGL', () => {
  it('the person is drawn by it unless the address says otherwise', async (t) => {
    const stage = await startDemoStage();
    t.after(() => stage.close());
    for (const [path, said] of [
      ['/', /A computer drawing that does what it is asked\.$/],
      ['/?drawing=2d', /without WebGL\.$/],
    ] as const) {
      const { page, close } = await stage.open(path);
      await page.locator('#simulated').check({ force: true });
      await page.locator('#simulated:enabled').waitFor({ state: 'attached' });
      assert.match(String(await page.locator('#simulated-hint').textContent()), said);
      await close();
    }
  });
});
