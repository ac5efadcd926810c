/**
 * `npm test [-- [quick|checks|node|browser|e2e|firefox|webkit] [words…]]`: runs every kind of test, or one kind, or only the
 * files whose path contains one of the words; `quick` runs the node tests that start no browser, model or service;
 * the last line is the sum over all of them, and the exit code says whether any failed.
 */
import process from 'node:process';
import type { EngineName } from '../engines/engine-tab.ts';
import { missingEngine } from '../engines/missing-engine.ts';
import { buildFaceModel } from '../face-model/build-face-model.ts';
import { findTestFiles } from './find-test-files.ts';
import { runChecks } from './run-checks.ts';
import { runNodeTests } from './run-node-tests.ts';
import { EMPTY_TALLY, formatTally, sumTallies, type Tally } from './tally.ts';

const MINUTE_MS = 60_000;
const root = process.cwd();
/** Ends the processes that tests run in. */
const stopped = new AbortController();

const RUNNERS: Readonly<Record<string, (words: readonly string[]) => Promise<Tally>>> = {
  quick: async (words) =>
    runNodeTests(
      (await findTestFiles(root, 'node', words)).filter((path) => !SLOW.test(path)),
      { concurrency: 2, fileTimeoutMs: 5 * MINUTE_MS, signal: stopped.signal },
    ),
  checks: runChecks,
  node: async (words) =>
    runNodeTests(await findTestFiles(root, 'node', words), {
      concurrency: 2,
      fileTimeoutMs: 5 * MINUTE_MS,
      signal: stopped.signal,
    }),
  browser: async (words) => {
    // Slow to load, so only for those who need it.
    const { runBrowserTests } = await import('./run-browser-tests.ts');
    return runBrowserTests(await findTestFiles(root, 'browser', words));
  },
  e2e: async (words) => {
    const files = await findTestFiles(root, 'e2e', words);
    const run = (paths: readonly string[], concurrency: number) =>
      runNodeTests(paths, { concurrency, fileTimeoutMs: 30 * MINUTE_MS, signal: stopped.signal });
    const still = files.filter((path) => STILL.test(path));
    return sumTallies([
      await run(still, 2),
      await run(
        files.filter((path) => !still.includes(path)),
        1,
      ),
    ]);
  },
  firefox: async (words) =>
    runInEngine('firefox', words, await findTestFiles(root, 'browser', words)),
  webkit: (words) => runInEngine('webkit', words, []),
};

/** Runs the tests of engines, then these unit tests, in an engine that the system has, or says that it has none. */
async function runInEngine(
  engine: EngineName,
  words: readonly string[],
  unitFiles: readonly string[],
): Promise<Tally> {
  const files = await findTestFiles(root, 'engine', words);
  const missing = missingEngine(engine);
  if (missing) {
    const skipped = files.length + unitFiles.length;
    console.log(`${skipped} files skipped: ${missing}`);
    return { ...EMPTY_TALLY, skipped };
  }
  process.env.LIVENESS_ENGINE = engine;
  const limits = { concurrency: 1, fileTimeoutMs: 15 * MINUTE_MS, signal: stopped.signal };
  const told = await runNodeTests(files, limits);
  if (unitFiles.length === 0) return told;
  const { runBrowserTests } = await import('./run-browser-tests.ts');
  return sumTallies([told, await runBrowserTests(unitFiles, engine)]);
}

/** In which nobody moves before a camera: two of these side by side take no time from a person. */
const STILL = /^test\/(package|visual)\//;

/** Whose tests start processes, load models or walk the whole tree. */
const SLOW = /^test\/(attacks|face-model|package|service|tools)\//;

const [first = '', ...rest] = process.argv.slice(2);
/** `quick` is a part of the rest; WebKit’s facts are not all held yet (docs/browsers.md). */
const ONLY_BY_NAME = ['quick', 'webkit'];
const chosen =
  first in RUNNERS ? [first] : Object.keys(RUNNERS).filter((name) => !ONLY_BY_NAME.includes(name));
const words = first in RUNNERS || first === '' ? rest : [first, ...rest];
const results: { readonly name: string; readonly tally: Tally }[] = [];

// Whatever ends this process, the sum is the last line, and an unfinished run is a failed one.
process.on('exit', (code) => {
  const unfinished = chosen.length - results.length;
  const sum = sumTallies([
    ...results.map(({ tally }) => tally),
    { passed: 0, failed: unfinished, skipped: 0 },
  ]);
  const ran = sum.passed + sum.failed;
  if (sum.failed > 0 || ran === 0) process.exitCode = code || 1;
  console.log('');
  for (const { name, tally } of results) console.log(`${name}: ${formatTally(tally)}`);
  if (unfinished > 0) console.log(`did not finish: ${chosen.slice(results.length).join(', ')}`);
  console.log(formatTally(sum));
});

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopped.abort();
    process.exit(1);
  });
}

await buildFaceModel();
for (const name of chosen) {
  // The checks look at everything and have no files to choose from.
  if (name === 'checks' && words.length > 0) {
    results.push({ name, tally: { passed: 0, failed: 0, skipped: 0 } });
    continue;
  }
  console.log(`\n── ${name}`);
  results.push({ name, tally: (await RUNNERS[name]?.(words)) as Tally });
}
process.exit();
