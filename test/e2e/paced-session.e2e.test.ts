import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { ALL_GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

describe('a check that the service paces', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  it('tells one gesture at a time in the network log, and is judged live', async (t) => {
    const { page, complaints, close } = await stage.open('/', { simulated: true });
    t.after(close);
    const log: { call: string; gestures: readonly string[] }[] = [];
    // Read on the way: the network log does not keep every body.
    await page.route('**/service/v1/**', async (route) => {
      const { pathname } = new URL(route.request().url());
      const response = await route.fetch();
      const body = await response.text();
      const gestures = ALL_GESTURE_NAMES.filter((gesture) => body.includes(`"${gesture}"`));
      log.push({ call: pathname.slice('/service/v1/'.length), gestures });
      await route.fulfill({ response, body });
    });
    const outcome = await runCheck(page, { ...PATIENT, gestures: ['blink'], gestureCount: 1 });
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.equal(outcome.gestures.length, 3, 'the service overrides what the page wants');

    const calls = log.map(({ call }) => call);
    assert.equal(calls[0], 'liveness-session');
    assert.equal(calls.at(-1), 'analytics/face-liveness');
    const told = log.filter(({ gestures }) => gestures.length > 0);
    assert.deepEqual(
      told.map(({ call, gestures }) => [call, ...gestures]),
      outcome.gestures.map((gesture) => ['liveness-session/steps', gesture]),
    );
    assert.equal(calls.filter((call) => call === 'liveness-session/frames').length, 3);
    assert.deepEqual(outcome.images, ['neutral', ...outcome.gestures]);
    assert.deepEqual(complaints, []);
  });

  it('asks a gesture again that was missed, alone, and is judged live', async (t) => {
    const { page, requests, close } = await stage.open('/', { simulated: true });
    t.after(close);
    // The person does not hear of the first gesture until it is asked again.
    await page.evaluate(() => {
      const isMissed = ({ detail: { state } }: HTMLElementEventMap['liveness-state']): boolean =>
        state.name === 'gesture' && state.index === 0 && !state.again;
      const missOnce = (event: Event): void => {
        if (isMissed(event as HTMLElementEventMap['liveness-state']))
          event.stopImmediatePropagation();
      };
      window.addEventListener('liveness-state', missOnce, { capture: true });
    });
    const running = runCheck(page, { gestureTolerance: 9000, timeout: 120_000 });
    const hint = page.getByText('Once more, a little slower', { exact: true }).first();
    await hint.waitFor();
    const outcome = await running;
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.equal(outcome.gestures.length, 3);
    assert.equal(outcome.states.filter((state) => state === 'positioning').length, 1);
    const calls = requests.map((url) => new URL(url).pathname.replace(/^.*\//, ''));
    assert.ok(calls.includes('more-time'), calls.join());
    assert.ok(!calls.includes('attempts') && !calls.includes('swaps'), calls.join());
  });

  it('says that it was paced', async (t) => {
    const { page, close } = await stage.open('/', { simulated: true });
    t.after(close);
    await page.evaluate(() => {
      const element = document.querySelector('nodeflux-liveness') as HTMLElement;
      element.setAttribute('pacing', 'required');
      element.addEventListener('liveness-success', ({ detail }) => {
        element.dataset.paced = String(detail.paced);
      });
    });
    const outcome = await runCheck(page, PATIENT);
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.equal(await page.locator('nodeflux-liveness').getAttribute('data-paced'), 'true');
  });
});

describe('a check where the service does not pace', () => {
  it('is refused when the page requires pacing, before anything is asked', async (t) => {
    const stage = await startDemoStage([], { pacing: 'off' });
    t.after(() => stage.close());
    const { page, close } = await stage.open('/', { simulated: true });
    t.after(close);
    await page.evaluate(() => {
      document.querySelector('nodeflux-liveness')?.setAttribute('pacing', 'required');
    });
    const outcome = await runCheck(page, PATIENT);
    assert.equal(outcome.says, 'pacing-unavailable');
    assert.deepEqual(outcome.gestures, []);
    await page.getByRole('heading', { name: 'The check cannot run here' }).waitFor();
  });
});
