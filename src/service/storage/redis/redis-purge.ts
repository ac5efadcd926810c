import type { PurgeLimits } from '../store.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** So many of each kind in one step, since Redis does nothing else meanwhile. */
const STEP = 500;

/** ARGV: unspent tokens expired before, sessions expired before, jobs finished before, step, frames remembered before, notices dead before. The most it found of a kind. */
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
past('dead-notices', ARGV[7], function(id)
  local notice = prefix .. 'notice:' .. id
  local finishedAt = redis.call('HGET', notice, 'finishedAtMs')
  redis.call('DEL', notice)
  if redis.call('EXISTS', prefix .. 'job:' .. id) == 1 then redis.call('ZADD', prefix .. 'finished', finishedAt, id) end
end)
past('finished', ARGV[4], function(id)
  -- It comes back among the finished when its notice is told, or was dead for its time.
  if redis.call('EXISTS', prefix .. 'notice:' .. id) == 1 then return end
  local job = redis.call('HMGET', prefix .. 'job:' .. id, 'tokenHash', 'person')
  if job[1] then redis.call('DEL', prefix .. 'token:' .. job[1]) end
  if job[2] then
    redis.call('ZREM', prefix .. 'failed-of:' .. job[2], id)
    redis.call('SREM', prefix .. 'jobs-of:' .. job[2], id)
  end
  redis.call('DEL', prefix .. 'job:' .. id)
end)
return most
`;

/** Makes what deletes everything that is past its time. Used signatures go by themselves. */
export function createRedisPurge(place: RedisPlace): (limits: PurgeLimits) => Promise<void> {
  const purge = defineScript(place, PURGE);
  return async ({ deadBeforeMs, framesRememberedBeforeMs, ...limits }) => {
    const { expiredBeforeMs, sessionsExpiredBeforeMs, finishedBeforeMs } = limits;
    const before = [expiredBeforeMs, sessionsExpiredBeforeMs, finishedBeforeMs, STEP] as const;
    const carried = [framesRememberedBeforeMs, deadBeforeMs] as const;
    while (((await purge(...before, ...carried)) as number) >= STEP);
  };
}
