import { createHash } from 'node:crypto';
import type { Redis } from 'ioredis';

/** A script that Redis runs as one step. Its first argument, `ARGV[1]`, is the prefix of all keys. */
export type RedisScript = (...args: readonly (string | number | Uint8Array)[]) => Promise<unknown>;

/** What the parts of the Redis store share. */
export interface RedisPlace {
  readonly redis: Redis;
  /** Before every key: keeps several services apart, and one of them in one slot. */
  readonly prefix: string;
}

/**
 * Makes a script callable. Redis runs nothing else meanwhile, so what a script decides on is still so when it writes.
 * Keys are made within the scripts, since some are only known there: this is for one Redis, not for a cluster.
 */
export function defineScript({ redis, prefix }: RedisPlace, lua: string): RedisScript {
  const source = `local prefix = ARGV[1]\n${lua}`;
  const sha1 = createHash('sha1').update(source).digest('hex');
  return async (...args) => {
    const values = [
      prefix,
      ...args.map((arg) => (arg instanceof Uint8Array ? Buffer.from(arg) : arg)),
    ];
    try {
      return await redis.evalsha(sha1, 0, ...values);
    } catch (error) {
      // It is the first time, or Redis has started anew.
      if (!(error instanceof Error) || !error.message.startsWith('NOSCRIPT')) throw error;
      return redis.eval(source, 0, ...values);
    }
  };
}
