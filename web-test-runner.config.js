import { esbuildPlugin } from '@web/dev-server-esbuild';
import { defaultReporter, summaryReporter } from '@web/test-runner';
import { playwrightLauncher } from '@web/test-runner-playwright';
import { findBrowser } from './tools/browser.ts';

/** Software WebGL makes the first face take seconds on two cores. */
const TEST_TIMEOUT_MS = 60_000;
const FILE_TIMEOUT_MS = 600_000;

/**
 * How tests run in a browser. `npm test` starts it under tsx, which is what loads the TypeScript import above.
 *
 * @param {string[]} files Paths or globs relative to the working folder.
 * @returns {Promise<Partial<import('@web/test-runner').TestRunnerConfig>>}
 */
export async function createBrowserTestConfig(files) {
  const launch = await findBrowser();
  return {
    files,
    rootDir: import.meta.dirname,
    nodeResolve: { exportConditions: ['browser', 'production'] },
    plugins: [
      esbuildPlugin({
        ts: true,
        json: false,
        target: 'es2022',
        tsconfig: new URL('tsconfig.json', import.meta.url).pathname,
      }),
    ],
    browsers: [
      playwrightLauncher({
        product: 'chromium',
        launchOptions: {
          ...launch,
          args: [
            ...launch.args,
            '--use-fake-ui-for-media-stream',
            '--use-fake-device-for-media-stream',
          ],
        },
      }),
    ],
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
