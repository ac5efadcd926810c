import { existsSync } from 'node:fs';
import { openRedisStore } from '../storage/open-redis-store.ts';
import type { RedisLogger } from '../storage/redis/connect-redis.ts';
import { describeRedisUrl } from '../storage/redis/describe-redis-url.ts';
import { createSqliteStore } from '../storage/sqlite/sqlite-store.ts';
import type { Store } from '../storage/store.ts';
import { dataFileOf } from './data-file.ts';
import type { Environment } from './read-options.ts';
import { readRedisUrl } from './read-value.ts';
import type { Terminal } from './terminal.ts';
import { UsageError } from './usage-error.ts';

/** The flags that say where. */
export const PLACE_FLAGS = ['data', 'redis-url'];

/** Where a command keeps or finds things. */
export type StorePlace = { readonly file: string } | { readonly redisUrl: string };

/**
 * The place that flags and environment name: a flag comes before the environment, and Redis before a file.
 * @throws UsageError for both flags, or what is no URL; never quotes it.
 */
export function storePlaceOf(
  flags: Readonly<Record<string, string[] | undefined>>,
  environment: Environment,
): StorePlace {
  const byFlag = flags['redis-url']?.at(-1);
  if (byFlag !== undefined && flags.data) throw new UsageError('Give --data or --redis-url');
  const redisUrl = byFlag ?? (flags.data ? undefined : environment.REDIS_URL || undefined);
  if (redisUrl === undefined) return { file: dataFileOf(flags, environment) };
  try {
    return { redisUrl: readRedisUrl(redisUrl) };
  } catch (error) {
    const name = byFlag === undefined ? 'REDIS_URL' : '--redis-url';
    throw new UsageError(`${name} ${(error as Error).message}`);
  }
}

/** The place without what is secret in it. */
export function describePlace(place: StorePlace): string {
  return 'file' in place ? place.file : describeRedisUrl(place.redisUrl);
}

/**
 * Opens the store of a place; the caller closes it.
 * @throws UsageError when the file has to exist and does not; Error when the store cannot be opened.
 */
export async function openStore(
  place: StorePlace,
  { mustExist = false, logger }: { mustExist?: boolean; logger?: RedisLogger } = {},
): Promise<Store> {
  if ('redisUrl' in place) return openRedisStore(place.redisUrl, { ...(logger && { logger }) });
  // A listing of a file that a typing error has just made would be wrong in silence.
  if (mustExist && !existsSync(place.file)) {
    throw new UsageError(`There is no database at ${place.file}`);
  }
  return createSqliteStore(place.file);
}

/** Opens the store that flags and environment name, for one use, and closes it again. */
export async function withStore<T>(
  flags: Readonly<Record<string, string[] | undefined>>,
  terminal: Terminal,
  { mustExist }: { mustExist: boolean },
  use: (store: Store) => Promise<T>,
): Promise<T> {
  const logger = { info() {}, warn: (message: string) => terminal.tell(message) };
  const place = storePlaceOf(flags, terminal.environment);
  const store = await openStore(place, { mustExist, logger });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
}
