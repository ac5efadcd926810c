import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openRedisStore } from '../../../src/service/index.ts';
import { describeRedisUrl } from '../../../src/service/storage/redis/describe-redis-url.ts';
import { judgeRedis } from '../../../src/service/storage/redis/redis-requirements.ts';
import { noRedis, startRedisServer } from '../../../tools/chaos/service/redis-server.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const FIT = {
  redis_version: '7.0.15',
  maxmemory_policy: 'noeviction',
  aof_enabled: '1',
  cluster_enabled: '0',
};
const judge = (changes: Partial<typeof FIT>, appendFsync: string | undefined = 'always') => {
  const lines = Object.entries({ ...FIT, ...changes }).map(([name, value]) => `${name}:${value}`);
  return judgeRedis({ info: `# Server\r\n${lines.join('\r\n')}\r\n`, appendFsync });
};

test('a Redis is fit when it keeps everything', () => {
  assert.deepEqual(judge({}), { faults: [], warnings: [] });
  assert.deepEqual(judge({}, undefined), { faults: [], warnings: [] }, 'where CONFIG is refused');
});

test('a Redis that evicts, is old or is a cluster is refused', () => {
  assert.match(String(judge({ maxmemory_policy: 'allkeys-lru' }).faults), /noeviction/);
  assert.match(String(judge({ maxmemory_policy: 'volatile-ttl' }).faults), /noeviction/);
  assert.match(String(judge({ redis_version: '6.0.16' }).faults), /6\.2/);
  assert.match(String(judge({ redis_version: '5.0.3' }).faults), /6\.2/);
  assert.deepEqual(judge({ redis_version: '6.2.0' }).faults, []);
  assert.match(String(judge({ cluster_enabled: '1' }).faults), /Cluster/);
});

test('a Redis that can forget what it has accepted is warned of', () => {
  assert.match(String(judge({ aof_enabled: '0' }).warnings), /appendonly yes/);
  assert.match(String(judge({}, 'everysec').warnings), /power cut/);
  assert.match(String(judge({}, 'no').warnings), /power cut/);
});

test('an address is told without its name and password', () => {
  assert.equal(
    describeRedisUrl('rediss://me:hunter2@redis.example:6380/2'),
    'rediss://redis.example:6380/2',
  );
  assert.equal(describeRedisUrl('/run/redis.sock?password=hunter2'), '/run/redis.sock');
});

test('a real Redis that evicts is refused at the start, and one without a log is warned of', {
  skip: noRedis ?? false,
}, async (t) => {
  const evicting = await startRedisServer(temporaryFolder(t), [
    '--maxmemory-policy',
    'allkeys-lru',
  ]);
  t.after(() => evicting.kill());
  await assert.rejects(openRedisStore(evicting.url), /noeviction/);

  const forgetful = await startRedisServer(temporaryFolder(t), ['--appendonly', 'no']);
  t.after(() => forgetful.kill());
  const warnings: string[] = [];
  const logger = { info() {}, warn: (message: string) => void warnings.push(message) };
  const store = await openRedisStore(forgetful.url, { logger });
  await store.close();
  assert.match(String(warnings), /appendonly yes/);
});
