import { RateLimiterRedis } from 'rate-limiter-flexible';
import type { RequestLimiter, Store } from '../store.ts';
import { connectRedis, type RedisLogger } from './connect-redis.ts';
import { translateErrors } from './redis-errors.ts';
import { createRedisJobs, requeueLost } from './redis-jobs.ts';
import { createRedisKeys } from './redis-keys.ts';
import { createRedisLinks } from './redis-links.ts';
import { createRedisNotices } from './redis-notices.ts';
import { createRedisPurge } from './redis-purge.ts';
import { createRedisQueue } from './redis-queue.ts';
import type { RedisPlace } from './redis-script.ts';
import { createRedisSessions } from './redis-sessions.ts';
import { createRedisSignatures } from './redis-signatures.ts';
import { createRedisTokens } from './redis-tokens.ts';

/**
 * The store in Redis, for any number of processes on any number of machines.
 * @throws Error when Redis does not answer, or is not fit for it.
 */
export async function createRedisStore(
  url: string,
  { name, logger }: { readonly name: string; readonly logger: RedisLogger },
): Promise<Store> {
  const redis = await connectRedis(url, logger);
  // Braces: BullMQ's keys and these belong together.
  const place: RedisPlace = { redis, prefix: `{${name}}:` };
  const queue = createRedisQueue(place);
  const jobs = createRedisJobs(place, queue);
  const purge = createRedisPurge(place);
  const requeue = () => requeueLost(place, queue);
  // After an absence, so that nobody waits for the next purge.
  redis.on('ready', () => void requeue().catch(() => {}));
  const { purge: purgeAll, ping } = translateErrors({
    async purge(limits: Parameters<Store['purge']>[0]) {
      await purge(limits);
      await requeue();
    },
    async ping() {
      await redis.set(`${place.prefix}probe`, '', 'PX', 1000);
    },
  });

  return {
    tokens: translateErrors(createRedisTokens(place)),
    jobs: translateErrors(jobs),
    keys: translateErrors(createRedisKeys(place)),
    signatures: translateErrors(createRedisSignatures(place)),
    links: translateErrors(createRedisLinks(place)),
    notices: translateErrors(createRedisNotices(place)),
    sessions: translateErrors(createRedisSessions(place)),
    keptImages: translateErrors({
      list: (jobId: string) => redis.lrangeBuffer(`${place.prefix}kept:${jobId}`, 0, -1),
    }),
    createLimiter: ({ name, points, windowSeconds }) =>
      limiterOf(
        new RateLimiterRedis({
          storeClient: redis,
          keyPrefix: `${place.prefix}rate:${name}`,
          points,
          duration: windowSeconds,
        }),
      ),
    purge: purgeAll,
    ping,
    async close() {
      await queue.close();
      await redis.quit().catch(() => {});
      redis.disconnect();
    },
  };
}

function limiterOf(limiter: RateLimiterRedis): RequestLimiter {
  return translateErrors({
    consume: (who: string, points?: number) => limiter.consume(who, points),
    get: (who: string) => limiter.get(who),
  });
}
