import { readVersion } from '../read-version.ts';
import { helpText } from './help.ts';
import { runImagesCommand } from './images-command.ts';
import { runKeysCommand } from './keys-command.ts';
import { runLinkCommand } from './link-command.ts';
import { runServeCommand, runWorkCommand } from './serve-command.ts';
import { runSigningKeysCommand } from './signing-keys-command.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';
import { runVerifyCommand } from './verify-command.ts';
import { runWebhooksCommand } from './webhooks-command.ts';

const COMMANDS: Readonly<
  Record<string, (args: readonly string[], terminal: Terminal) => Promise<number>>
> = {
  serve: runServeCommand,
  work: runWorkCommand,
  keys: runKeysCommand,
  images: runImagesCommand,
  link: runLinkCommand,
  'signing-keys': runSigningKeysCommand,
  verify: runVerifyCommand,
  webhooks: runWebhooksCommand,
};

/** Runs a command and resolves with the exit code: 0 done, 1 failed, 2 called wrongly. Prints what went wrong. */
export async function runCli(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name = '', ...rest] = args;
  const asksForHelp = args.some((arg) => arg === '--help' || arg === '-h') || name === 'help';
  if (asksForHelp) return say(helpText(), terminal);
  if (name === '--version' || name === '-v') return say(readVersion(), terminal);
  const command = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
  try {
    if (!command) throw new UsageError(name === '' ? 'Say what to do' : `No such command: ${name}`);
    return await command(rest, terminal);
  } catch (error) {
    const isUsage = error instanceof UsageError;
    terminal.tell(
      `nodeflux-liveness-service: ${error instanceof Error ? error.message : 'failed'}`,
    );
    if (isUsage) terminal.tell('See nodeflux-liveness-service --help');
    return isUsage ? 2 : 1;
  }
}

function say(text: string, terminal: Terminal): number {
  terminal.print(text);
  return 0;
}
