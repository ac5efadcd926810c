import { Redis } from 'ioredis';
import { describeRedisUrl } from './describe-redis-url.ts';
import { judgeRedis } from './redis-requirements.ts';

/** Receives what the operator should know. */
export type RedisLogger = {
  info(message: string): void;
  warn(message: string): void;
};

/** How often a lost connection is tried again. */
const RECONNECT_MS = 200;
/** So often, a command that was under way when the connection was lost is kept to be sent again: for some three seconds. */
const RECONNECTS_PER_COMMAND = 15;
/** Longest that a command may take; Redis itself needs less than a millisecond. */
const COMMAND_LIMIT_MS = 5000;

/**
 * Connects to a Redis and holds it to its requirements. Commands are refused at once while it is away, instead of being
 * kept, since they hold images; one that was under way is sent again, so each must bear being done twice.
 * @throws Error that says what is wrong and never quotes the URL, which may hold a password.
 */
export async function connectRedis(url: string, logger: RedisLogger): Promise<Redis> {
  const place = describeRedisUrl(url);
  const redis = new Redis(url, {
    lazyConnect: true,
    enableOfflineQueue: false,
    // A primary that has become a replica refuses writes for ever: behind the same name there may be a new one by now.
    reconnectOnError: (error) => /READONLY/.test(error.message),
    retryStrategy: () => RECONNECT_MS,
    maxRetriesPerRequest: RECONNECTS_PER_COMMAND,
    commandTimeout: COMMAND_LIMIT_MS,
    connectTimeout: COMMAND_LIMIT_MS,
  });
  let lastError: Error | undefined;
  const remember = (error: Error) => {
    lastError = error;
  };
  redis.on('error', remember);
  try {
    await redis.connect();
    const [info, appendFsync] = await Promise.all([redis.info(), readAppendFsync(redis)]);
    const { faults, warnings } = judgeRedis({ info, appendFsync });
    if (faults.length > 0) throw new UnfitRedis(faults.join(' '));
    for (const warning of warnings) logger.warn(warning);
  } catch (error) {
    redis.disconnect();
    if (error instanceof UnfitRedis) throw error;
    throw new Error(`Redis at ${place} cannot be used: ${reasonOf(lastError ?? error)}.`);
  }
  reportAbsence(redis, place, logger);
  return redis;
}

/** Hosted servers often refuse `CONFIG`. */
async function readAppendFsync(redis: Redis): Promise<string | undefined> {
  const reply = await redis.config('GET', 'appendfsync').catch(() => []);
  return (reply as string[])[1];
}

function reportAbsence(redis: Redis, place: string, logger: RedisLogger): void {
  let isAway = false;
  redis.on('close', () => {
    if (!isAway && redis.status !== 'end') logger.warn(`Redis at ${place} does not answer`);
    isAway = true;
  });
  redis.on('ready', () => {
    if (isAway) logger.info(`Redis at ${place} answers again`);
    isAway = false;
  });
}

/** A server's own words for a refusal, like `WRONGPASS`, or the code of the socket. */
function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return 'it does not answer';
  if (error.name === 'ReplyError') return error.message.split(' ')[0] ?? 'it refuses';
  const code: unknown = 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : 'it does not answer';
}

class UnfitRedis extends Error {}
