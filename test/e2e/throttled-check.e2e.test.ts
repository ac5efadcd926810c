import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

/**
 * A cheap phone beside a developer’s machine. Chromium slows the page’s main thread alone: its debugger refuses workers
 * (“only supported for pages”), so that the tracker computes at the machine’s own speed.
 */
const SLOWDOWN = 4;

/**
 * The simulated person is drawn by the same slowed page, so that the camera itself gives a picture or two a second. People
 * on slow phones are not slowed; the person is, and gets time on a machine that has other work. Without other work the
 * element's own limits (3 s a gesture) suffice: 10.1, 10.9 and 11.1 s from Start to the job, 3 runs of 3.
 */
const PATIENT = { gestureTolerance: 60_000, timeout: 300_000 };

describe(`a check in a browser that is slowed ${SLOWDOWN} times`, () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage([], { gestureLimitMs: 120_000 });
  });
  after(() => stage?.close());

  it('reaches a job with the simulated person', async (t) => {
    const { page, context, complaints, close } = await stage.open('/', { simulated: true });
    t.after(close);
    const session = await context.newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    const outcome = await runCheck(page, {
      ...PATIENT,
      gestures: ['smile', 'turn-left', 'open-mouth'],
    });
    t.diagnostic(`${outcome.says} after ${(outcome.tookMs / 1000).toFixed(1)} s`);
    assert.equal(outcome.gestures.length, 3, outcome.says);
    assert.equal(outcome.event, 'liveness-success', outcome.says);
    assert.deepEqual(complaints, []);
  });
});
