import {
  startTestRunner,
  type TestResult,
  type TestRunner,
  type TestSuiteResult,
} from '@web/test-runner';
import type { EngineName } from '../engines/engine-tab.ts';
import { createBrowserTestConfig } from './browser-test-config.ts';
import { EMPTY_TALLY, refuseEmpty, sumTallies, type Tally } from './tally.ts';

/**
 * Runs test files in a real browser and prints each test. A file that cannot be loaded counts as one failure.
 *
 * @param files Paths relative to the working folder.
 */
export async function runBrowserTests(
  files: readonly string[],
  engine: EngineName = 'chromium',
): Promise<Tally> {
  if (files.length === 0) return EMPTY_TALLY;
  const runner = await startTestRunner({
    config: await createBrowserTestConfig(files, engine),
    readCliArgs: false,
    readFileConfig: false,
    autoExitProcess: false,
  });
  if (!runner) return { passed: 0, failed: 1, skipped: 0 };
  await new Promise<void>((resolve) => runner.on('stopped', () => resolve()));
  return refuseEmpty(countSessions(runner), files.length);
}

function countSessions(runner: TestRunner): Tally {
  return sumTallies(
    [...runner.sessions.all()].map(({ passed, testResults }) => {
      const tally = testResults ? countSuite(testResults) : EMPTY_TALLY;
      const ran = tally.passed + tally.failed + tally.skipped;
      // The page failed to load, timed out or held no test; no single test says so.
      return (!passed && tally.failed === 0) || ran === 0 ? { ...tally, failed: 1 } : tally;
    }),
  );
}

function countSuite({ tests, suites }: TestSuiteResult): Tally {
  return sumTallies([...tests.map(countTest), ...suites.map(countSuite)]);
}

function countTest({ passed, skipped }: TestResult): Tally {
  if (skipped) return { passed: 0, failed: 0, skipped: 1 };
  return { passed: passed ? 1 : 0, failed: passed ? 0 : 1, skipped: 0 };
}
