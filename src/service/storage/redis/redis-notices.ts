import { LONGEST_NOTICE_PAUSE_MS, type NoticeStore } from '../../webhooks/notice.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/*
 * Names of keys: notices (all that are to be sent, by when they are due), dead-notices (by when they were given up), and
 * notice:<job> (what is known of one). The jobs write them: FINISH.
 */

/** ARGV: now, end of the lease, due later than any pause explains. Job, attempt, when it ended, since when it is due. */
const CLAIM = `
local ids = redis.call('ZRANGEBYSCORE', prefix .. 'notices', '-inf', ARGV[2], 'LIMIT', 0, 1)
if #ids == 0 then
  ids = redis.call('ZRANGEBYSCORE', prefix .. 'notices', '(' .. ARGV[4], '+inf', 'LIMIT', 0, 1)
end
if #ids == 0 then return false end
local notice = prefix .. 'notice:' .. ids[1]
redis.call('ZADD', prefix .. 'notices', ARGV[3], ids[1])
local attempt = redis.call('HINCRBY', notice, 'attempts', 1)
local times = redis.call('HMGET', notice, 'finishedAtMs', 'sinceMs')
return { ids[1], attempt, times[1], times[2] }
`;

/** ARGV: job, attempt, kind of end, its time, fault. What was told leaves the job to the purge. */
const SETTLE = `
local id, notice = ARGV[2], prefix .. 'notice:' .. ARGV[2]
local known = redis.call('HMGET', notice, 'attempts', 'deadAtMs', 'finishedAtMs')
if known[1] ~= ARGV[3] or known[2] then return 0 end
if ARGV[4] == 'told' then
  redis.call('ZREM', prefix .. 'notices', id)
  redis.call('DEL', notice)
  if redis.call('EXISTS', prefix .. 'job:' .. id) == 1 then
    redis.call('ZADD', prefix .. 'finished', known[3], id)
  end
elseif ARGV[4] == 'later' then
  redis.call('ZADD', prefix .. 'notices', ARGV[5], id)
  redis.call('HSET', notice, 'fault', ARGV[6])
else
  redis.call('ZREM', prefix .. 'notices', id)
  redis.call('HSET', notice, 'fault', ARGV[6], 'deadAtMs', ARGV[5])
  redis.call('ZADD', prefix .. 'dead-notices', ARGV[5], id)
end
return 1
`;

/** ARGV: job, now. */
const REVIVE = `
local id, notice = ARGV[2], prefix .. 'notice:' .. ARGV[2]
if redis.call('HEXISTS', notice, 'deadAtMs') == 0 then return 0 end
redis.call('ZREM', prefix .. 'dead-notices', id)
redis.call('HDEL', notice, 'deadAtMs', 'fault')
redis.call('HSET', notice, 'attempts', 0, 'sinceMs', ARGV[3])
redis.call('ZADD', prefix .. 'notices', ARGV[3], id)
return 1
`;

/** The notices in Redis. Each change is one script, so that one process has a notice at a time. */
export function createRedisNotices(place: RedisPlace): NoticeStore {
  const { redis, prefix } = place;
  const claim = defineScript(place, CLAIM);
  const settle = defineScript(place, SETTLE);
  const revive = defineScript(place, REVIVE);

  return {
    async claim({ nowMs, leaseMs }) {
      const neverMs = nowMs + LONGEST_NOTICE_PAUSE_MS + leaseMs;
      const reply = await claim(nowMs, nowMs + leaseMs, neverMs);
      if (!reply) return undefined;
      const [jobId, attempt, finishedAtMs, sinceMs] = reply as [string, number, string, string];
      return { jobId, attempt, finishedAtMs: Number(finishedAtMs), sinceMs: Number(sinceMs) };
    },
    async settle({ jobId, attempt }, end) {
      const atMs = end.kind === 'told' ? '' : end.kind === 'later' ? end.dueAtMs : end.deadAtMs;
      const fault = end.kind === 'told' ? '' : end.fault;
      return (await settle(jobId, attempt, end.kind, atMs, fault)) === 1;
    },
    async listDead() {
      const ids = await redis.zrange(`${prefix}dead-notices`, 0, '-1');
      const notices = await Promise.all(ids.map((id) => redis.hgetall(`${prefix}notice:${id}`)));
      return notices.map(({ deadAtMs, fault = '', finishedAtMs }, index) => ({
        jobId: ids[index] ?? '',
        finishedAtMs: Number(finishedAtMs),
        deadAtMs: Number(deadAtMs),
        fault,
      }));
    },
    async revive(jobId, nowMs) {
      return (await revive(jobId, nowMs)) === 1;
    },
  };
}
