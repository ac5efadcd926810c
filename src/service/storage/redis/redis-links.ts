import { type CheckLink, LINK_MEMORY_MS, type LinkStore } from '../../links/check-link.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** ARGV: link, state, when Redis forgets it, its person, now. `links-of:<person>` holds their links by when they are forgotten. */
const ADD = `
local link, own = prefix .. 'link:' .. ARGV[2], prefix .. 'links-of:' .. ARGV[5]
redis.call('HSET', link, 'revision', 0, 'state', ARGV[3], 'person', ARGV[5])
redis.call('PEXPIREAT', link, ARGV[4])
redis.call('ZREMRANGEBYSCORE', own, '-inf', ARGV[6])
redis.call('ZADD', own, ARGV[4], ARGV[2])
redis.call('PEXPIREAT', own, redis.call('ZRANGE', own, -1, -1, 'WITHSCORES')[2])
`;

/** ARGV: link, state, revision. */
const REPLACE = `
local link = prefix .. 'link:' .. ARGV[2]
if redis.call('HGET', link, 'revision') ~= ARGV[4] then return 0 end
redis.call('HSET', link, 'state', ARGV[3], 'revision', ARGV[4] + 1)
return 1
`;

/** ARGV: link. How many that were. */
const ERASE = `
local link = prefix .. 'link:' .. ARGV[2]
local person = redis.call('HGET', link, 'person')
if person then redis.call('ZREM', prefix .. 'links-of:' .. person, ARGV[2]) end
return redis.call('DEL', link)
`;

/** ARGV: person. How many links that were. */
const ERASE_OF = `
local own, erased = prefix .. 'links-of:' .. ARGV[2], 0
for _, id in ipairs(redis.call('ZRANGE', own, 0, -1)) do
  erased = erased + redis.call('DEL', prefix .. 'link:' .. id)
end
redis.call('DEL', own)
return erased
`;

/** The links in Redis, which forgets them by itself. */
export function createRedisLinks(place: RedisPlace): LinkStore {
  const { redis, prefix } = place;
  const add = defineScript(place, ADD);
  const replace = defineScript(place, REPLACE);
  const erase = defineScript(place, ERASE);
  const eraseOf = defineScript(place, ERASE_OF);
  return {
    async add(link) {
      // By Redis's own clock, which the purge of a file does not need: at least a day longer than the link is good.
      const nowMs = Date.now();
      const endMs = Math.ceil(Math.max(link.expiresAtMs, nowMs) + 2 * LINK_MEMORY_MS);
      await add(link.id, JSON.stringify(link), endMs, link.subjectHash, nowMs);
    },
    async find(id) {
      const [state, revision] = await redis.hmget(`${prefix}link:${id}`, 'state', 'revision');
      if (!state) return undefined;
      return { link: JSON.parse(state) as CheckLink, revision: Number(revision) };
    },
    async replace(link, revision) {
      return (await replace(link.id, JSON.stringify(link), revision)) === 1;
    },
    async erase(id) {
      return (await erase(id)) === 1;
    },
    async eraseOf(subjectHash) {
      return (await eraseOf(subjectHash)) as number;
    },
  };
}
