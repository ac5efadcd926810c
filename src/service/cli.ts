#!/usr/bin/env node
import { runCli } from './cli/run-cli.ts';

/** Resolves at the first SIGTERM or SIGINT. At the second the process ends as it is: jobs survive that too. */
function untilAsked(): Promise<void> {
  return new Promise((resolve) => {
    let asked = false;
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.on(signal, () => {
        if (asked) process.exit(1);
        asked = true;
        resolve();
      });
    }
  });
}

process.exitCode = await runCli(process.argv.slice(2), {
  environment: process.env,
  print: (line) => void process.stdout.write(`${line}\n`),
  tell: (line) => void process.stderr.write(`${line}\n`),
  untilAsked,
  now: Date.now,
});
