import type { PacedSession } from '../../sessions/paced-session.ts';
import type { SessionStore } from '../store.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** Names of what a session is kept in. */
const NAMES = `
local session = prefix .. 'session:' .. ARGV[2]
local frames = prefix .. 'frames:' .. ARGV[2]
`;

/** The end is Redis's own as well, so that frames go when no process is left to purge. */
const OPEN = `${NAMES}
local token = redis.call('HMGET', prefix .. 'token:' .. ARGV[2], 'accessKey', 'jobId')
if not token[1] or token[2] or redis.call('EXISTS', session) == 1 then return 0 end
redis.call('HSET', session, 'revision', 0, 'state', ARGV[3])
redis.call('PEXPIRE', session, ARGV[5])
redis.call('ZADD', prefix .. 'sessions', ARGV[4], ARGV[2])
return 1
`;

const REPLACE = `${NAMES}
if redis.call('HGET', session, 'revision') ~= ARGV[4] then return 0 end
redis.call('HSET', session, 'state', ARGV[3], 'revision', ARGV[4] + 1)
if ARGV[5] == 'forget' then redis.call('DEL', frames) end
return 1
`;

const KEEP_FRAME = `${NAMES}
if redis.call('EXISTS', session) == 0 then return end
redis.call('HSETNX', frames, ARGV[3], ARGV[4])
redis.call('PEXPIRE', frames, redis.call('PTTL', session))
`;

/** The paced sessions in Redis: the state as JSON, the frames beside it. */
export function createRedisSessions(place: RedisPlace): SessionStore {
  const { redis, prefix } = place;
  const open = defineScript(place, OPEN);
  const replace = defineScript(place, REPLACE);
  const keepFrame = defineScript(place, KEEP_FRAME);

  return {
    async open(session) {
      const { tokenHash, expiresAtMs, revealedAtMs } = session;
      const lifeMs = Math.max(1, Math.ceil(expiresAtMs - revealedAtMs));
      return (await open(tokenHash, JSON.stringify(session), expiresAtMs, lifeMs)) === 1;
    },
    async find(tokenHash) {
      const [state, revision] = await redis.hmget(
        `${prefix}session:${tokenHash}`,
        'state',
        'revision',
      );
      if (!state) return undefined;
      return { session: JSON.parse(state) as PacedSession, revision: Number(revision) };
    },
    async replace(session, revision, { forgetsFrames = false } = {}) {
      const state = JSON.stringify(session);
      return (
        (await replace(session.tokenHash, state, revision, forgetsFrames ? 'forget' : '')) === 1
      );
    },
    async keepFrame(tokenHash, { sha256, jpeg }) {
      await keepFrame(tokenHash, sha256, jpeg);
    },
    async frameHashes(tokenHash) {
      return redis.hkeys(`${prefix}frames:${tokenHash}`);
    },
  };
}
