import { type CheckLink, LINK_MEMORY_MS, type LinkStore } from '../../links/check-link.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** ARGV: link, state, when Redis forgets it. */
const ADD = `
local link = prefix .. 'link:' .. ARGV[2]
redis.call('HSET', link, 'revision', 0, 'state', ARGV[3])
redis.call('PEXPIREAT', link, ARGV[4])
`;

/** ARGV: link, state, revision. */
const REPLACE = `
local link = prefix .. 'link:' .. ARGV[2]
if redis.call('HGET', link, 'revision') ~= ARGV[4] then return 0 end
redis.call('HSET', link, 'state', ARGV[3], 'revision', ARGV[4] + 1)
return 1
`;

/** The links in Redis, which forgets them by itself. */
export function createRedisLinks(place: RedisPlace): LinkStore {
  const { redis, prefix } = place;
  const add = defineScript(place, ADD);
  const replace = defineScript(place, REPLACE);
  return {
    async add(link) {
      // By Redis's own clock, which the purge of a file does not need: at least a day longer than the link is good.
      const endMs = Math.max(link.expiresAtMs, Date.now()) + 2 * LINK_MEMORY_MS;
      await add(link.id, JSON.stringify(link), Math.ceil(endMs));
    },
    async find(id) {
      const [state, revision] = await redis.hmget(`${prefix}link:${id}`, 'state', 'revision');
      if (!state) return undefined;
      return { link: JSON.parse(state) as CheckLink, revision: Number(revision) };
    },
    async replace(link, revision) {
      return (await replace(link.id, JSON.stringify(link), revision)) === 1;
    },
  };
}
