import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { checkOutcome, followCheck } from '../../tools/follow-check.ts';
import { ENGINE, type EngineStage, START, startEngineStage } from './engine-stage.ts';
import {
  countCameras,
  forgetInstalledCamera,
  readCard,
  simulate,
  watchCamera,
  watchPolicy,
} from './in-page.ts';

const PATIENT = { gestureTolerance: 20_000, timeout: 120_000 };

describe(`a whole check in ${ENGINE}`, () => {
  let stage: EngineStage;
  before(async () => {
    stage = await startEngineStage();
  });
  after(() => stage?.close());

  it('is paced and judged live, with an empty console, its policy kept, and no request to anybody else', async (t) => {
    // WebGL in software takes the time that the check needs.
    const tab = await stage.open(t, {}, '/?drawing=2d');
    t.diagnostic(tab.version);
    assert.equal(await tab.evaluate(simulate), 'simulated');
    await tab.evaluate(watchPolicy);
    await tab.evaluate(watchCamera);
    await tab.evaluate(followCheck, PATIENT);
    await tab.press(START);
    const outcome = await tab.evaluate(checkOutcome);
    t.diagnostic(`${outcome.gestures.join(', ')}: ${Math.round(outcome.tookMs)} ms`);

    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.deepEqual(outcome.images, ['neutral', ...outcome.gestures]);
    assert.equal(outcome.gestures.length, 3);
    assert.deepEqual(outcome.states.slice(-3), ['submitting', 'judging', 'done']);
    assert.deepEqual(outcome.lacking, []);
    const verdict = stage.verdicts.at(-1)?.verdict;
    assert.ok(verdict?.status === 'judged' && verdict.live, JSON.stringify(verdict));
    assert.deepEqual(await tab.evaluate(countCameras), { on: 0, opened: 1 });
    assert.equal((await tab.evaluate(readCard)).title, 'Check complete');

    assert.deepEqual(tab.complaints, []);
    assert.deepEqual(await tab.evaluate(() => globalThis.brokenPolicies), []);
    const isOwn = (url: string): boolean =>
      /^(data|blob|about):/.test(url) || url.startsWith(stage.url);
    assert.deepEqual(
      tab.requests.filter((url) => !isOwn(url)),
      [],
    );
    const calls = tab.requests.map((url) => new URL(url).pathname);
    assert.equal(calls.filter((path) => path.endsWith('/liveness-session/steps')).length, 3);
    assert.ok(calls.includes('/service/v1/analytics/face-liveness'));
  });

  // What scripts have set on things of the browser is kept by the others.
  if (ENGINE === 'webkit') {
    it('has a simulated camera that stays, though nobody keeps what takes it away', async (t) => {
      const tab = await stage.open(t);
      assert.ok(await tab.evaluate(forgetInstalledCamera));
    });
  }
});
