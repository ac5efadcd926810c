import type { KeyStore, StoredKey } from '../../auth/stored-key.ts';
import type { RedisPlace } from './redis-script.ts';

/** The access keys in Redis. Every request asks anew, so that a disabled key ends at once, in every process. */
export function createRedisKeys({ redis, prefix }: RedisPlace): KeyStore {
  const keys = `${prefix}access-keys`;
  const disabledAt = `${prefix}access-keys-disabled`;

  return {
    async add({ accessKey, secretDigest, label, createdAtMs }) {
      const key = { secretDigest: secretDigest.toString('hex'), label, createdAtMs };
      const isNew = await redis.hsetnx(keys, accessKey, JSON.stringify(key));
      if (isNew === 0) throw new Error('There is an access key of this name.');
    },
    async find(accessKey) {
      const [key, disabledAtMs] = await Promise.all([
        redis.hget(keys, accessKey),
        redis.hget(disabledAt, accessKey),
      ]);
      return key === null ? undefined : keyOf(accessKey, key, disabledAtMs);
    },
    async list() {
      const [all, disabled] = await Promise.all([redis.hgetall(keys), redis.hgetall(disabledAt)]);
      return Object.entries(all)
        .map(([accessKey, key]) => keyOf(accessKey, key, disabled[accessKey]))
        .sort((a, b) => a.createdAtMs - b.createdAtMs || (a.accessKey < b.accessKey ? -1 : 1));
    },
    async disable(accessKey, nowMs) {
      if ((await redis.hexists(keys, accessKey)) === 0) return false;
      return (await redis.hsetnx(disabledAt, accessKey, nowMs)) === 1;
    },
  };
}

function keyOf(
  accessKey: string,
  json: string,
  disabledAtMs: string | null | undefined,
): StoredKey {
  const { secretDigest, label, createdAtMs } = JSON.parse(json) as {
    secretDigest: string;
    label: string;
    createdAtMs: number;
  };
  return {
    accessKey,
    secretDigest: Buffer.from(secretDigest, 'hex'),
    label,
    createdAtMs,
    disabledAtMs: disabledAtMs == null ? undefined : Number(disabledAtMs),
  };
}
