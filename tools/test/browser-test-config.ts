import { join, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import {
  type BrowserLauncher,
  defaultReporter,
  summaryReporter,
  type TestRunnerConfig,
} from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from '../browser.ts';
import type { EngineName } from '../engines/engine-tab.ts';
import { firefoxLauncher } from './firefox-launcher.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** Software WebGL makes the first face take seconds on two cores. */
const TEST_TIMEOUT_MS = 60_000;
const FILE_TIMEOUT_MS = 600_000;

/**
 * How tests run in a browser: served as they are in the source tree, TypeScript stripped on the way, with a fake
 * camera that shows no face and is granted without asking.
 *
 * @param files Paths or globs relative to the working folder.
 */
export async function createBrowserTestConfig(
  files: readonly string[],
  engine: EngineName = 'chromium',
): Promise<Partial<TestRunnerConfig>> {
  return {
    files: [...files],
    rootDir: ROOT,
    nodeResolve: { exportConditions: ['browser', 'production'] },
    plugins: [
      esbuildPlugin({
        ts: true,
        json: false,
        target: 'es2022',
        tsconfig: join(ROOT, 'tsconfig.json'),
      }),
    ],
    browsers: [engine === 'firefox' ? firefoxLauncher() : await chromiumLauncher()],
    concurrency: 1,
    browserStartTimeout: TEST_TIMEOUT_MS,
    testsStartTimeout: TEST_TIMEOUT_MS,
    testsFinishTimeout: FILE_TIMEOUT_MS,
    testFramework: { config: { timeout: String(TEST_TIMEOUT_MS) } },
    reporters: [
      summaryReporter({ flatten: false }),
      defaultReporter({ reportTestResults: true, reportTestProgress: false }),
    ],
    staticLogging: true,
  };
}

async function chromiumLauncher(): Promise<BrowserLauncher> {
  const launch = await findBrowser();
  return playwrightLauncher({
    product: 'chromium',
    launchOptions: {
      ...launch,
      args: [
        ...launch.args,
        '--use-fake-ui-for-media-stream',
        '--use-fake-device-for-media-stream',
      ],
    },
  });
}
