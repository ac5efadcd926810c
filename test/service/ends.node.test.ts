import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { createService, serve } from '../../src/service/index.ts';
import { createFakeAnalyst } from './fake-analyst.ts';
import { createCaller, goodBody, KEYS, runService, temporaryFolder } from './run-service.ts';

const logger = pino({ level: 'silent' });

test('an idle connection stays open for longer than proxies keep theirs, or as it is set', async (t) => {
  const kept = async (keepAliveMs?: number) => {
    const dataFile = join(temporaryFolder(t), 'service.db');
    const service = createService({ dataFile, keys: [KEYS], analyst: createFakeAnalyst(), logger });
    const served = await serve(service, { port: 0, ...(keepAliveMs && { keepAliveMs }) });
    t.after(() => served.close());
    return (await fetch(`${served.url}/healthz`)).headers.get('keep-alive');
  };
  assert.equal(await kept(), 'timeout=75');
  assert.equal(await kept(20_000), 'timeout=20');
});

test('a service whose port is taken closes its analyst and its file', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const dataFile = join(temporaryFolder(t), 'service.db');
  const analyst = createFakeAnalyst();
  const service = createService({ dataFile, keys: [KEYS], analyst, logger });
  await assert.rejects(serve(service, { port }), { code: 'EADDRINUSE' });
  assert.equal(analyst.closed, true);
  const answer = await service.fetch(new Request('http://localhost/healthz'));
  assert.deepEqual([answer.status, answer.headers.get('retry-after')], [503, '5']);
});

test('a service whose store fails while it closes has closed its analyst all the same', async (t) => {
  const running = await runService(t);
  const caller = createCaller(running.baseUrl);
  const token = await caller.mintToken();
  const { body } = await caller.submit(token, await goodBody());
  await caller.finishedJob(body.job_id, token);
  const { analyst } = running;
  const close = analyst.close.bind(analyst);
  analyst.close = async () => {
    await close();
    throw new Error('a thread does not end');
  };
  await running.served.close();
  assert.equal(analyst.closed, true);
  assert.match(running.log(), /closing was not clean/);
});
