import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { GESTURE_NAMES } from '../../src/challenge/gesture.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import type { CheckSettings } from '../../tools/follow-check.ts';
import { runCheck } from './run-check.ts';

const PATIENT: CheckSettings = { gestureTolerance: 20_000, timeout: 120_000 };

describe('a whole check with the simulated person', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  const judged = (): readonly unknown[] =>
    stage.verdicts.filter(({ verdict }) => verdict.status === 'judged');

  it('ends live, with an empty console and no request to anybody else', async (t) => {
    const { page, requests, complaints, close } = await stage.open('/', { simulated: true });
    t.after(close);
    const outcome = await runCheck(page, {
      ...PATIENT,
      gestures: ['smile', 'turn-left', 'open-mouth'],
    });
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.deepEqual(outcome.images, ['neutral', ...outcome.gestures]);
    assert.deepEqual(outcome.states.slice(-3), ['submitting', 'judging', 'done']);
    assert.deepEqual(complaints, []);
    const foreign = requests.filter(
      (url) => !/^(data:|blob:)/.test(url) && !url.startsWith(stage.url),
    );
    assert.deepEqual(foreign, []);
    assert.ok(requests.some((url) => url.endsWith('/service/v1/analytics/face-liveness')));
    await page.getByRole('heading', { name: 'Check complete' }).waitFor();
  });

  it('five random sequences each reach a job and a result', async (t) => {
    const { page, close } = await stage.open('/', { simulated: true });
    t.after(close);
    for (let run = 0; run < 5; run++) {
      const before = judged().length;
      const outcome = await runCheck(page, { ...PATIENT, gestures: GESTURE_NAMES });
      assert.equal(outcome.gestures.length, 3, `run ${run}: ${outcome.says}`);
      assert.equal(new Set(outcome.gestures).size, 3);
      assert.equal(judged().length, before + 1);
      await page.reload();
      await page.locator('#simulated').check({ force: true });
      await page.locator('#simulated:enabled').waitFor({ state: 'attached' });
    }
  });
});

describe('a single gesture that the page chose, where the service does not pace', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage([], { pacing: 'off' });
  });
  after(() => stage?.close());

  const judged = (): readonly unknown[] =>
    stage.verdicts.filter(({ verdict }) => verdict.status === 'judged');

  for (const gesture of GESTURE_NAMES) {
    it(`${gesture} alone reaches a job and a result, and is never live by itself`, async (t) => {
      const before = judged().length;
      const { page, close } = await stage.open('/', { simulated: true });
      t.after(close);
      const outcome = await runCheck(page, {
        ...PATIENT,
        gestures: [gesture],
        gestureCount: 1,
        pacing: 'off',
      });
      assert.equal(outcome.says, 'not-live');
      assert.deepEqual(outcome.gestures, [gesture]);
      assert.equal(judged().length, before + 1);
    });
  }
});

// Side by side: each waits for its limit, and none has a gesture to make in time.
describe('attackers before the simulated camera', { concurrency: true }, () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  const ATTACKS = [
    { scene: 'photo', says: 'gesture-timeout' },
    { scene: 'nobody', says: 'check-timeout' },
    { scene: 'two-people', says: 'check-timeout' },
  ] as const;
  for (const { scene, says } of ATTACKS) {
    it(`${scene} never reaches a job`, async (t) => {
      const { page, requests, close } = await stage.open(`/?scene=${scene}`, { simulated: true });
      t.after(close);
      const outcome = await runCheck(page);
      assert.equal(outcome.says, says);
      assert.ok(outcome.states.includes('positioning') || outcome.states.includes('gesture'));
      assert.ok(!outcome.states.includes('submitting'));
      assert.ok(!requests.some((url) => url.endsWith('/v1/analytics/face-liveness')));
    });
  }
});
