import type { PurgeLimits } from '../store.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** So many of each kind in one step, since Redis does nothing else meanwhile. */
const STEP = 500;

/** ARGV: unspent tokens expired before, sessions expired before, jobs finished before, step, frames remembered before. The most it found of a kind. */
const PURGE = `
local most = 0
local function past(index, before, forget)
  local names = redis.call('ZRANGEBYSCORE', prefix .. index, '-inf', '(' .. before, 'LIMIT', 0, ARGV[5])
  for _, name in ipairs(names) do
    forget(name)
    redis.call('ZREM', prefix .. index, name)
  end
  most = math.max(most, #names)
end
past('tokens', ARGV[2], function(hash) redis.call('DEL', prefix .. 'token:' .. hash) end)
past('sessions', ARGV[3], function(hash)
  redis.call('DEL', prefix .. 'session:' .. hash, prefix .. 'frames:' .. hash)
end)
past('remembered', ARGV[6], function() end)
past('finished', ARGV[4], function(id)
  local job = redis.call('HMGET', prefix .. 'job:' .. id, 'tokenHash', 'person')
  if job[1] then redis.call('DEL', prefix .. 'token:' .. job[1]) end
  if job[2] then redis.call('ZREM', prefix .. 'failed-of:' .. job[2], id) end
  redis.call('DEL', prefix .. 'job:' .. id)
end)
return most
`;

/** Makes what deletes everything that is past its time. Used signatures go by themselves. */
export function createRedisPurge(place: RedisPlace): (limits: PurgeLimits) => Promise<void> {
  const purge = defineScript(place, PURGE);
  return async ({ framesRememberedBeforeMs, ...limits }) => {
    const { expiredBeforeMs, sessionsExpiredBeforeMs, finishedBeforeMs } = limits;
    const before = [expiredBeforeMs, sessionsExpiredBeforeMs, finishedBeforeMs, STEP] as const;
    while (((await purge(...before, framesRememberedBeforeMs)) as number) >= STEP);
  };
}
