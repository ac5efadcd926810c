import type { Environment } from '../../../src/service/cli/read-options.ts';
import { runCli } from '../../../src/service/cli/run-cli.ts';

/** Runs a command in this process, and returns what it printed, what it told, and its exit code. */
export async function runCommand(
  args: readonly string[],
  environment: Environment = {},
  untilAsked: () => Promise<void> = async () => {},
) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCli(args, {
    environment,
    print: (line) => printed.push(line),
    tell: (line) => told.push(line),
    untilAsked,
    now: () => Date.UTC(2026, 0, 2, 3, 4, 5),
  });
  return { code, printed, told: told.join('\n') };
}
