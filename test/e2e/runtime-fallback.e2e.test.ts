/** Whole checks in which the small runtime lacks a function after all. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { Page } from 'playwright-core';
import { VISION_WASM_FILE } from '../../src/face/asset-manifest.ts';
import { type DemoStage, startDemoStage } from '../../tools/demo-stage.ts';
import { runCheck } from './run-check.ts';

/** Pictures that are answered before the runtime fails: the person is in a gesture by then, or soon is. */
const ANSWERED = 40;

/**
 * Runs in the tracker's worker, in front of its own code: what a missing function does, does every function of the runtime
 * from the moment that `failsAt` says.
 */
function failingRuntime(failsAt: 'start' | 'frame'): string {
  return `
    let answered = 0;
    self.addEventListener('message', ({ data }) => {
      if (data?.path?.[0] === 'track') answered++;
    });
    const fails = () => ${failsAt === 'start' ? 'true' : `answered > ${ANSWERED}`};
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = async (module, imports) => {
      const { exports } = await instantiate(module, imports);
      const failing = Object.entries(exports).map(([name, value]) => [
        name,
        typeof value !== 'function' ? value : Object.assign((...given) => {
          if (fails()) throw new WebAssembly.RuntimeError('unreachable');
          return value(...given);
        }, {}),
      ]);
      return { exports: Object.fromEntries(failing) };
    };
  `;
}

describe('a check whose small runtime lacks a function', () => {
  let stage: DemoStage;
  before(async () => {
    stage = await startDemoStage();
  });
  after(() => stage?.close());

  /** Only the first worker's runtime fails. */
  async function failIn(page: Page, failsAt: 'start' | 'frame'): Promise<void> {
    let workers = 0;
    await page.route(/tracker-worker/, async (route) => {
      if (workers++ > 0) return route.continue();
      const response = await route.fetch();
      const body = `${failingRuntime(failsAt)}\n${await response.text()}`;
      return route.fulfill({ response, body });
    });
    await page.reload();
    await page.locator('#simulated').check({ force: true });
    await page.locator('#simulated:enabled').waitFor({ state: 'attached' });
  }

  for (const [failsAt, words] of [
    ['start', 'its start'],
    ['frame', 'a picture'],
  ] as const) {
    it(`at ${words} ends live all the same, on the whole one`, async (t) => {
      const { page, requests, complaints, close } = await stage.open('/', { simulated: true });
      t.after(close);
      await failIn(page, failsAt);
      const outcome = await runCheck(
        page,
        {
          gestures: ['smile', 'turn-left', 'open-mouth'],
          gestureTolerance: 20_000,
          timeout: 120_000,
        },
        { mayFallBack: true },
      );
      assert.equal(outcome.event, 'liveness-success', outcome.says);
      // At its start it fails while the person still reads the start screen: no state tells of that.
      const lacking = failsAt === 'start' ? [] : ['frame: RuntimeFault: RuntimeError: unreachable'];
      assert.deepEqual(outcome.lacking, lacking);
      assert.equal(complaints.length, 1, complaints.join('\n'));
      assert.match(complaints[0] ?? '', new RegExp(`the small runtime failed at ${words}`));
      assert.ok(requests.some((url) => url.endsWith(VISION_WASM_FILE.fileName)));
    });
  }
});
