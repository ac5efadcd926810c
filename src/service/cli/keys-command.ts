import { generateKeys, storedKeyOf } from '../auth/access-keys.ts';
import type { StoredKey } from '../auth/stored-key.ts';
import { parseFlags } from './read-options.ts';
import { PLACE_FLAGS, withStore } from './store-place.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

const MAX_LABEL_LENGTH = 100;

/**
 * `keys create | list | disable`: works on the database file or on Redis, whether or not the service runs on it.
 * @throws UsageError
 */
export async function runKeysCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [action, ...rest] = args;
  switch (action) {
    case 'create':
      return createKey(rest, terminal);
    case 'list':
      return listKeys(rest, terminal);
    case 'disable':
      return disableKey(rest, terminal);
    default:
      throw new UsageError('keys takes create, list or disable');
  }
}

async function createKey(args: readonly string[], terminal: Terminal): Promise<number> {
  const flags = parseFlags(args, [...PLACE_FLAGS, 'label']);
  const label = flags.label?.at(-1) ?? '';
  if (label.length > MAX_LABEL_LENGTH || /\p{Cc}/u.test(label)) {
    throw new UsageError(`--label takes up to ${MAX_LABEL_LENGTH} characters on one line`);
  }
  const pair = generateKeys();
  await withStore(flags, terminal, { mustExist: false }, (store) =>
    store.keys.add(storedKeyOf(pair, { label, createdAtMs: terminal.now() })),
  );
  terminal.tell('The secret is shown now and never again; the database keeps its hash.');
  terminal.print(`NODEFLUX_ACCESS_KEY=${pair.accessKey}`);
  terminal.print(`NODEFLUX_SECRET_KEY=${pair.secretKey}`);
  return 0;
}

async function listKeys(args: readonly string[], terminal: Terminal): Promise<number> {
  const flags = parseFlags(args, PLACE_FLAGS);
  const keys = await withStore(flags, terminal, { mustExist: true }, (store) => store.keys.list());
  for (const key of keys) terminal.print(describeKey(key));
  if (keys.length === 0) terminal.tell('There is no access key; `keys create` makes one.');
  return 0;
}

async function disableKey(args: readonly string[], terminal: Terminal): Promise<number> {
  const [accessKey, ...rest] = args;
  if (!accessKey || accessKey.startsWith('--')) throw new UsageError('keys disable takes a key');
  const flags = parseFlags(rest, PLACE_FLAGS);
  const disabled = await withStore(flags, terminal, { mustExist: true }, (store) =>
    store.keys.disable(accessKey, terminal.now()),
  );
  terminal.tell(disabled ? 'The key is disabled.' : 'There is no such key that could be disabled.');
  return disabled ? 0 : 1;
}

function describeKey({ accessKey, createdAtMs, disabledAtMs, label }: StoredKey): string {
  const state = disabledAtMs === undefined ? 'enabled' : `disabled ${formatTime(disabledAtMs)}`;
  return [accessKey, formatTime(createdAtMs), state, label].join('\t').trimEnd();
}

function formatTime(epochMs: number): string {
  return new Date(epochMs).toISOString().slice(0, 19).concat('Z');
}
