import process from 'node:process';
import type { TestContext } from 'node:test';
import type { ExampleBackendOptions } from '../../demo/backend/example-backend.ts';
import {
  type Circumstances,
  type EngineName,
  type EngineTab,
  readEngineName,
} from '../../tools/engines/engine-tab.ts';
import { openEngineTab } from '../../tools/engines/open-engine-tab.ts';
import { type ServedDemo, serveDemo } from '../../tools/served-demo.ts';

/** The engine that is tested: `npm test -- firefox` says which. */
export const ENGINE: EngineName = readEngineName(process.env.LIVENESS_ENGINE ?? 'firefox');

/** The narrowest phone. */
export const NARROWEST_PX = 320;

/** What is pressed and read in the element. */
export const START = '[part~="primary-button"]';
export const CANCEL = '[part~="cancel-button"]';

/** The demo before the engine that is tested. */
export interface EngineStage extends ServedDemo {
  /** Opens one of its pages in a browser of its own, which ends with the test. */
  open(t: TestContext, circumstances?: Circumstances, path?: string): Promise<EngineTab>;
}

/** Serves the demo for tests in the engine. */
export async function startEngineStage(
  service: ExampleBackendOptions['service'] = {},
): Promise<EngineStage> {
  const demo = await serveDemo(service);
  return {
    ...demo,
    async open(t, circumstances = {}, path = '/') {
      const tab = await openEngineTab(ENGINE, circumstances);
      t.after(() => tab.close());
      await tab.goto(demo.url + path);
      return tab;
    },
  };
}
