import type { RedisLogger } from './redis/connect-redis.ts';
import type { Store } from './store.ts';

/** How a Redis is used. */
export interface RedisStoreOptions {
  /** Services of different names share one Redis without seeing each other. Default `nodeflux-liveness`. */
  readonly name?: string;
  /** Receives warnings about Redis's settings, and lost and restored connections; a pino logger fits. Default: `console`. */
  readonly logger?: RedisLogger;
}

/**
 * Connects to the Redis that any number of service processes share, for `createService({ store })`.
 *
 * @param url `redis://` or `rediss://`; take it from the environment, since it may hold a password. It is never logged.
 * @throws Error when Redis does not answer, throws keys away when it is full, or is too old.
 *
 * @example
 * ```ts
 * import { createService, generateKeys, openRedisStore } from 'nodeflux-liveness-service';
 * const store = await openRedisStore(process.env.REDIS_URL ?? 'redis://127.0.0.1');
 * const service = createService({ store, keys: [generateKeys()] });
 * ```
 */
export async function openRedisStore(url: string, options: RedisStoreOptions = {}): Promise<Store> {
  const { name = 'nodeflux-liveness', logger = console } = options;
  // Loaded late: who has no Redis does not pay for its client.
  const { createRedisStore } = await import('./redis/redis-store.ts');
  return createRedisStore(url, { name, logger });
}
