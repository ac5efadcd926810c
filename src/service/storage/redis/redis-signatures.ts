import { randomUUID } from 'node:crypto';
import type { SignatureStore } from '../../auth/used-signatures.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** True as well for the very call that marked it, whose answer was lost with a connection and which is sent again. */
const USE = `
local key = prefix .. 'signature:' .. ARGV[2]
if redis.call('SET', key, ARGV[3], 'NX', 'PX', ARGV[4]) then return 1 end
return redis.call('GET', key) == ARGV[3] and 1 or 0
`;

/** The used signatures in Redis, which forgets each when it is stale. */
export function createRedisSignatures(place: RedisPlace): SignatureStore {
  const use = defineScript(place, USE);
  return {
    async use(signatureHash, { nowMs, expiresAtMs }) {
      const lifeMs = Math.max(1, Math.ceil(expiresAtMs - nowMs) + 1);
      return (await use(signatureHash, randomUUID(), lifeMs)) === 1;
    },
  };
}
