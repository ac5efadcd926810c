/*
 * The decisions about jobs, as Redis makes them. Names of keys:
 *   job:<id>          what is known of a job; images:<id> its images, a list
 *   open, finished    all jobs, by when they were accepted or finished
 *   kept:<id>         its images that are kept, sealed, a list that ends by itself
 *   jobs-of:<person>  all jobs of one person;  open-of:<person>  the open ones; failed-of:<person> the failed checks, by time
 *   remembered        hashes of the frames of submitted sessions, by when they were accepted
 */

/**
 * ARGV: job, token hash, now, most open jobs, access key, request, revision, whether its end is told, lockout failures
 * and window, image life, number of
 * frame hashes, most remembered frames, number of frames to be remembered, frame hashes, the frames to be remembered (each its
 * hash and its step), images.
 */
export const ACCEPT = `
local id, tokenHash, now = ARGV[2], ARGV[3], tonumber(ARGV[4])
local token = redis.call('HMGET', prefix .. 'token:' .. tokenHash, 'expiresAtMs', 'jobId', 'subjectHash')
if not token[1] then return 'unknown' end
-- The same job again is a call whose answer was lost with its connection.
if token[2] then return token[2] == id and 'accepted' or 'used' end
if now >= tonumber(token[1]) then return 'expired' end

local session, frames = prefix .. 'session:' .. tokenHash, prefix .. 'frames:' .. tokenHash
local revision = redis.call('HGET', session, 'revision') or ''
if ARGV[8] == '' and revision ~= '' then return 'paced' end
if ARGV[8] ~= revision then return 'session-changed' end
local frameCount, held = tonumber(ARGV[13]), {}
for i = 1, frameCount do
  held[i] = redis.call('HGET', frames, ARGV[15 + i])
  if not held[i] then return 'session-changed' end
end

if redis.call('ZCARD', prefix .. 'open') >= tonumber(ARGV[5]) then return 'full' end
local person = token[3]
local limit, window = tonumber(ARGV[10]), tonumber(ARGV[11])
if person and limit > 0 then
  local recent = redis.call('ZCOUNT', prefix .. 'failed-of:' .. person, '(' .. string.format('%.0f', now - window), '+inf')
  if recent >= limit then return 'locked-out' end
  if recent + redis.call('SCARD', prefix .. 'open-of:' .. person) >= limit then return 'undecided' end
end

redis.call('HSET', prefix .. 'token:' .. tokenHash, 'jobId', id)
redis.call('ZREM', prefix .. 'tokens', tokenHash)
redis.call('ZREM', prefix .. 'sessions', tokenHash)
redis.call('DEL', session, frames)
local job, images = prefix .. 'job:' .. id, prefix .. 'images:' .. id
redis.call('HSET', job, 'tokenHash', tokenHash, 'accessKey', ARGV[6], 'request', ARGV[7], 'attempts', 0)
if ARGV[9] ~= '' then redis.call('HSET', job, 'notifies', 1) end
if person then
  redis.call('HSET', job, 'person', person, 'turn', redis.call('SCARD', prefix .. 'open-of:' .. person))
  redis.call('SADD', prefix .. 'open-of:' .. person, id)
  redis.call('SADD', prefix .. 'jobs-of:' .. person, id)
end
for i = 1, frameCount do redis.call('RPUSH', images, held[i]) end
local remembered, most, brought = prefix .. 'remembered', tonumber(ARGV[14]), tonumber(ARGV[15])
local seen = {}
for i = 1, brought do
  local at = 14 + frameCount + 2 * i
  if redis.call('ZADD', remembered, 'NX', now, ARGV[at]) == 0 then seen[#seen + 1] = ARGV[at + 1] end
end
if #seen > 0 then redis.call('HSET', job, 'seen', table.concat(seen, ',')) end
local over = redis.call('ZCARD', remembered) - most
if brought > 0 and over > 0 then redis.call('ZREMRANGEBYRANK', remembered, 0, over - 1) end
for i = 16 + frameCount + 2 * brought, #ARGV do redis.call('RPUSH', images, ARGV[i]) end
redis.call('PEXPIRE', images, ARGV[12])
redis.call('ZADD', prefix .. 'open', now, id)
return 'accepted'
`;

/** ARGV: job. Counts an attempt; nothing when the job has its outcome, or is gone. */
export const BEGIN = `
local job = prefix .. 'job:' .. ARGV[2]
local known = redis.call('HMGET', job, 'request', 'outcome', 'seen')
if not known[1] or known[2] then return false end
return { redis.call('HINCRBY', job, 'attempts', 1), known[1], known[3] or '' }
`;

/**
 * ARGV: job, attempt, outcome, now, whether it is a failed check, how long images are kept, those images, sealed. Deletes first,
 * so that a full Redis can do it.
 */
export const FINISH = `
local id, job, now = ARGV[2], prefix .. 'job:' .. ARGV[2], ARGV[5]
local known = redis.call('HMGET', job, 'attempts', 'outcome', 'person', 'notifies')
if known[1] ~= ARGV[3] or known[2] then return 0 end
redis.call('DEL', prefix .. 'images:' .. id)
redis.call('ZREM', prefix .. 'open', id)
redis.call('HSET', job, 'outcome', ARGV[4], 'finishedAtMs', now)
local kept = prefix .. 'kept:' .. id
for i = 8, #ARGV do redis.call('RPUSH', kept, ARGV[i]) end
if #ARGV > 7 then redis.call('PEXPIRE', kept, ARGV[7]) end
redis.call('ZADD', prefix .. 'finished', now, id)
if known[4] then
  redis.call('HSET', prefix .. 'notice:' .. id, 'finishedAtMs', now, 'sinceMs', now, 'attempts', 0)
  redis.call('ZADD', prefix .. 'notices', now, id)
end
if known[3] then
  redis.call('SREM', prefix .. 'open-of:' .. known[3], id)
  if ARGV[6] == 'failed' then redis.call('ZADD', prefix .. 'failed-of:' .. known[3], now, id) end
end
return 1
`;

/** ARGV: job. How many images it had; nothing when there is no such job. */
export const ERASE = `
local id, job = ARGV[2], prefix .. 'job:' .. ARGV[2]
local known = redis.call('HMGET', job, 'tokenHash', 'person')
if not known[1] then return false end
local images, kept = prefix .. 'images:' .. id, prefix .. 'kept:' .. id
local count = redis.call('LLEN', images) + redis.call('LLEN', kept)
redis.call('DEL', job, images, kept, prefix .. 'notice:' .. id, prefix .. 'token:' .. known[1])
for _, index in ipairs({ 'open', 'finished', 'notices', 'dead-notices' }) do redis.call('ZREM', prefix .. index, id) end
if known[2] then
  redis.call('SREM', prefix .. 'open-of:' .. known[2], id)
  redis.call('SREM', prefix .. 'jobs-of:' .. known[2], id)
  redis.call('ZREM', prefix .. 'failed-of:' .. known[2], id)
end
return count
`;
