import type { TokenStore } from '../store.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** The token, and its end for the purge. */
const ADD = `
redis.call('HSET', prefix .. 'token:' .. ARGV[2], unpack(ARGV, 4))
redis.call('ZADD', prefix .. 'tokens', ARGV[3], ARGV[2])
`;

/** The submission tokens in Redis, each a hash. */
export function createRedisTokens(place: RedisPlace): TokenStore {
  const { redis, prefix } = place;
  const add = defineScript(place, ADD);
  return {
    async add({ tokenHash, accessKey, createdAtMs, expiresAtMs, subjectHash, linkId }) {
      const subject = subjectHash === undefined ? [] : ['subjectHash', subjectHash];
      const link = linkId === undefined ? [] : ['linkId', linkId];
      const fields = { accessKey, createdAtMs, expiresAtMs };
      await add(tokenHash, expiresAtMs, ...Object.entries(fields).flat(), ...subject, ...link);
    },
    async find(tokenHash) {
      const token = await redis.hgetall(`${prefix}token:${tokenHash}`);
      if (token.accessKey === undefined) return undefined;
      return {
        tokenHash,
        accessKey: token.accessKey,
        createdAtMs: Number(token.createdAtMs),
        expiresAtMs: Number(token.expiresAtMs),
        jobId: token.jobId,
        subjectHash: token.subjectHash,
        ...(token.linkId !== undefined && { linkId: token.linkId }),
      };
    },
  };
}
