import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { test as testOnce } from 'node:test';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { createService } from '../../../src/service/index.ts';
import { noRedis, startRedisServer } from '../../../tools/chaos/service/redis-server.ts';
import { runCommand } from '../cli/fake-terminal.ts';
import { createFakeAnalyst } from '../fake-analyst.ts';
import { goodBody, KEYS, runService } from '../run-service.ts';
import { openStoreAt, testOnEachStore as test } from '../stores.ts';
import { temporaryFolder } from '../temporary-folder.ts';

test('an API without threads accepts, and a worker without an API judges', async (t) => {
  const api = await runService(t, { threads: 0 });
  const ready = await api.call('/readyz');
  assert.deepEqual(ready.body, { checks: { database: true }, ok: true });
  const token = await api.mintToken();
  const { body } = await api.submit(token, await goodBody());
  assert.equal((await api.readJob(body.job_id, { authorization: token })).body.ok, true);
  assert.equal(api.analyst.requests.length, 0);

  const worker = await runService(t, { api: false, place: api.place });
  const finished = await api.finishedJob(body.job_id, token);
  assert.equal(finished.body.job.result.status, 'success');
  assert.equal(worker.analyst.requests.length, 1);
  assert.equal((await worker.call('/readyz')).status, 200);
  assert.match(await (await fetch(`${worker.baseUrl}/metrics`)).text(), /jobs_finished_total/);
  assert.equal((await worker.submit(token, await goodBody())).status, 404);
  assert.equal((await worker.call('/openapi.json')).status, 404);
});

test('a job is told to a waiting worker of another process', async (t) => {
  const api = await runService(t, { threads: 0 });
  await runService(t, { api: false, place: api.place });
  for (let checks = 0; checks < 3; checks += 1) {
    const token = await api.mintToken();
    const { body } = await api.submit(token, await goodBody());
    assert.equal((await api.finishedJob(body.job_id, token)).status, 200);
  }
});

testOnce(
  'keys of the command line, rates and images are in Redis, and the images go with the job',
  {
    skip: noRedis ?? false,
  },
  async (t) => {
    const server = await startRedisServer(temporaryFolder(t));
    t.after(() => server.kill());
    const environment = { REDIS_URL: server.url };
    const created = await runCommand(['keys', 'create', '--label', 'shop'], environment);
    assert.equal(created.code, 0);
    const [accessKey = '', secretKey = ''] = created.printed.map(
      (line) => line.split('=')[1] ?? '',
    );

    let finish = () => {};
    const wait = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const analyst = createFakeAnalyst(async () => {
      await wait;
      return { status: 'success', live: true, liveness: 1, faults: [], measurements: [] };
    });
    const place = { kind: 'redis', url: server.url, name: 'nodeflux-liveness' } as const;
    const limits = { keyRequestsPerMinute: 4 };
    const first = await runService(t, { place, analyst, ...limits });
    const second = await runService(t, { place, ...limits, threads: 0 });
    const headers = await first.authorize({ accessKey, secretKey });
    const token = await first.mintToken();
    const { body } = await second.submit(token, await goodBody('THE-FACE-OF-SOMEBODY'));
    assert.equal(body.ok, true);

    const redis = new Redis(server.url);
    t.after(() => redis.disconnect());
    const imageKeys = async () => redis.keys('*images:*');
    assert.equal((await imageKeys()).length, 1);
    const lifeMs = await redis.pttl((await imageKeys())[0] ?? '');
    assert.ok(lifeMs > 0 && lifeMs <= 24 * 3_600_000, 'images end by themselves as well');
    finish();
    await first.finishedJob(body.job_id, token);
    assert.deepEqual(await imageKeys(), []);
    for (const key of await redis.keys('*')) {
      for (const secret of [token, secretKey, KEYS.secretKey, '127.0.0.1']) {
        assert.equal(key.includes(secret), false);
      }
    }

    // Two of four requests were made of the first process; the fifth is one too many wherever it goes.
    await second.mintToken();
    const limited = await first.post('/public/auth/v1/signatures', {
      access_key: KEYS.accessKey,
      secret_key: KEYS.secretKey,
    });
    assert.equal(limited.status, 429);
    await runCommand(['keys', 'disable', accessKey], environment);
    const refused = await second.readJob(body.job_id, headers);
    assert.equal(refused.status, 401);
  },
);

testOnce(
  'a service has one place',
  {
    skip: noRedis ?? false,
  },
  async (t) => {
    const server = await startRedisServer(temporaryFolder(t));
    t.after(() => server.kill());
    const store = await openStoreAt({ kind: 'redis', url: server.url, name: randomUUID() });
    t.after(() => store.close());
    assert.throws(() => createService({ store, dataFile: 'x.db' }), /not both/);
    assert.throws(() => createService({}), /data file or a store/);
  },
);

testOnce('who has no Redis does not load its client', async () => {
  const service = new URL('../../../src/service/', import.meta.url);
  const script = `
    import { createRequire } from 'node:module';
    const loaded = () => Object.keys(createRequire('${service.href}').cache).some((path) => path.includes('/ioredis/'));
    const { createService } = await import('${service.href}index.ts');
    await import('${service.href}cli/run-cli.ts');
    const before = loaded();
    await import('${service.href}storage/redis/redis-store.ts');
    console.log(JSON.stringify([typeof createService, before, loaded()]));
  `;
  const args = ['--import', 'tsx', '--input-type=module', '--eval', script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  assert.deepEqual(JSON.parse(stdout), ['function', false, true]);
});
