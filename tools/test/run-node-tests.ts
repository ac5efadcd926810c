import { resolve } from 'node:path';
import process from 'node:process';
import { run } from 'node:test';
import { spec } from 'node:test/reporters';
import { refuseEmpty, type Tally } from './tally.ts';

/**
 * Runs test files with `node:test`, each in a process of its own that inherits the TypeScript loader, and prints
 * them as they finish. A file that holds no test counts as failed.
 *
 * @param files Paths relative to the working folder.
 */
export async function runNodeTests(
  files: readonly string[],
  options: {
    readonly concurrency: number;
    readonly fileTimeoutMs: number;
    /** Ends the processes. */
    readonly signal: AbortSignal;
  },
): Promise<Tally> {
  if (files.length === 0) return { passed: 0, failed: 0, skipped: 0 };
  const paths = files.map((file) => resolve(file));
  let passed = 0;
  let failed = 0;
  let skipped = 0;
  // So that a failure is told at its line of TypeScript; the processes inherit it.
  process.env.NODE_OPTIONS = `${process.env.NODE_OPTIONS ?? ''} --enable-source-maps`.trim();
  const stream = run({
    files: paths,
    concurrency: options.concurrency,
    timeout: options.fileTimeoutMs,
    signal: options.signal,
  });
  stream.on('test:pass', ({ name, details, skip, todo }) => {
    if (details.type === 'suite') return;
    if (skip || todo) skipped += 1;
    // Node reports a file in which nothing was registered as one test with the name of the file.
    else if (paths.includes(resolve(name))) {
      failed += 1;
      console.error(`✖ ${name} holds no tests`);
    } else passed += 1;
  });
  stream.on('test:fail', ({ details, todo }) => {
    if (todo) skipped += 1;
    // A suite fails because of its tests, which were counted, unless its own body or hook threw.
    else if (details.type !== 'suite' || failureType(details.error) !== 'subtestsFailed')
      failed += 1;
  });
  await new Promise<void>((done, fail) => {
    stream.on('error', fail);
    stream
      .compose(new spec())
      .on('error', fail)
      .on('end', done)
      .pipe(process.stdout, { end: false });
  });
  return refuseEmpty({ passed, failed, skipped }, files.length);
}

function failureType(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'failureType' in error
    ? error.failureType
    : undefined;
}
