import { createBrowserTestConfig } from './tools/test/browser-test-config.ts';

/**
 * For working on one file: `npx tsx node_modules/@web/test-runner/dist/bin.js --watch --files test/….browser.test.ts`; in the
 * system's Firefox with `LIVENESS_ENGINE=firefox` before it.
 */
export default await createBrowserTestConfig(
  ['test/**/*.browser.test.ts'],
  process.env.LIVENESS_ENGINE === 'firefox' ? 'firefox' : 'chromium',
);
