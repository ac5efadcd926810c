import { randomBytes } from 'node:crypto';
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { addSigningKey, type HeldKeys, parseHeldKeys } from '../audit/signing-keys.ts';
import { parseFlags } from './read-options.ts';
import { readDuration } from './read-value.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const DAY_MS = 86_400_000;
/** A year and a month: longer than most have to account for a check with its key at hand. */
const KEEP_MS = 400 * DAY_MS;

/**
 * `signing-keys create | rotate`: makes the file of the keys that verdicts are signed with, or puts a new key before those in
 * it, which stay published without their secret.
 * @throws UsageError; Error when the file cannot be written
 */
export async function runSigningKeysCommand(
  args: readonly string[],
  terminal: Terminal,
): Promise<number> {
  const [action, ...rest] = args;
  if (action !== 'create' && action !== 'rotate') {
    throw new UsageError('signing-keys takes create or rotate');
  }
  const flags = parseFlags(rest, action === 'create' ? ['file'] : ['file', 'keep']);
  const file = flags.file?.at(-1);
  if (!file) throw new UsageError(`signing-keys ${action} takes --file <file>`);
  const at = { nowMs: terminal.now(), keepMs: keepMsOf(flags.keep?.at(-1)) };
  if (action === 'create') {
    // Never over a file: what it signed could not be verified any more.
    await writeFile(file, textOf(await addSigningKey({ keys: [] }, at)), {
      flag: 'wx',
      mode: 0o600,
    }).catch((error: NodeJS.ErrnoException) => {
      throw error.code === 'EEXIST'
        ? new UsageError(`There is a file at ${file}; use rotate`)
        : error;
    });
    terminal.tell('Keep it as a secret: whoever has it can sign verdicts. Start the service with');
    terminal.print(`--signing-keys ${file}`);
    return 0;
  }
  const rotated = await addSigningKey(await read(file), at);
  await replace(file, textOf(rotated));
  terminal.tell(`${rotated.keys.length - 1} earlier stay published. Start the service anew.`);
  return 0;
}

async function read(file: string): Promise<HeldKeys> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new UsageError(`There is no file that can be read at ${file}`);
  });
  try {
    return parseHeldKeys(text);
  } catch (error) {
    throw new UsageError(`--file ${(error as Error).message}`);
  }
}

/** The old file or the new one, whatever happens in between. */
async function replace(file: string, text: string): Promise<void> {
  const fresh = `${file}.${randomBytes(4).toString('hex')}`;
  try {
    await writeFile(fresh, text, { flag: 'wx', mode: 0o600 });
    await rename(fresh, file);
  } catch (error) {
    await rm(fresh, { force: true });
    throw error;
  }
}

function keepMsOf(text: string | undefined): number {
  try {
    return text === undefined ? KEEP_MS : readDuration(text);
  } catch (error) {
    throw new UsageError(`--keep ${(error as Error).message}`);
  }
}

function textOf(keys: HeldKeys): string {
  return `${JSON.stringify(keys, undefined, 2)}\n`;
}
