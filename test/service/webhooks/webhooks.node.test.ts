import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test as testOnce } from 'node:test';
import { Webhook } from 'standardwebhooks';
import { sleep } from '../../../src/edge/sleep.ts';
import { verifyWebhook } from '../../../src/server/verify-webhook.ts';
import { addSigningKey, readSigningKeys } from '../../../src/service/audit/signing-keys.ts';
import { verifyVerdict } from '../../../src/service/audit/verify-verdict.ts';
import { createSqliteStore } from '../../../src/service/storage/sqlite/sqlite-store.ts';
import { DEAD_NOTICE_LIFE_MS } from '../../../src/service/webhooks/notice.ts';
import { runCommand } from '../cli/fake-terminal.ts';
import { goodBody, KEYS, runService, temporaryFolder } from '../run-service.ts';
import { openStoreAt, type StorePlace, testOnEachStore as test } from '../stores.ts';
import { startReceiver } from './receiver.ts';

const SECRET = `whsec_${Buffer.alloc(32, 5).toString('base64')}`;
const NEXT_SECRET = `whsec_${Buffer.alloc(32, 6).toString('base64')}`;
const HOUR_MS = 3_600_000;

const inside = (webhookUrl: string) => ({
  webhookUrl,
  webhookHosts: ['127.0.0.1'],
  webhookSecret: SECRET,
});

type Service = Awaited<ReturnType<typeof runService>>;

async function finishCheck(service: Service): Promise<string> {
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  return body.job_id;
}

/** Waits for what the service does by itself after an answer; by name, instead of for ever. */
async function until(isSo: () => boolean | Promise<boolean>, what: string): Promise<void> {
  for (let asked = 0; asked < 2000; asked += 1) {
    if (await isSo()) return;
    await sleep(5);
  }
  throw new Error(`It did not come: ${what}`);
}

const untilLogged = (service: Service, words: string) =>
  until(() => service.log().includes(words), words);

const untilFailed = (service: Service, times: number) =>
  until(() => service.log().split('webhook not taken').length > times, `${times} failures`);

async function deadAt(place: StorePlace) {
  const store = await openStoreAt(place);
  return store.notices.listDead().finally(() => store.close());
}

const placeFlags = (place: StorePlace) =>
  place.kind === 'sqlite' ? ['--data', place.file] : undefined;

test('a finished job is posted once, signed, with what the access key may read', async (t) => {
  const receiver = await startReceiver(t);
  const service = await runService(t, inside(receiver.url));
  const jobId = await finishCheck(service);
  await untilLogged(service, 'webhook taken');
  assert.equal(receiver.received.length, 1);
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
  const read = await service.readJob(jobId, await service.authorize());
  assert.deepEqual(JSON.parse(body).data, { access_key: KEYS.accessKey, ...read.body });
  const event = verifyWebhook(
    { body, headers },
    { secret: SECRET, now: () => service.clock.nowMs },
  );
  assert.equal(event.jobId, jobId);
  assert.deepEqual(event.verdict, { status: 'judged', live: true, liveness: 0.9 });
  assert.equal(event.details?.measurements[0]?.code, 'gesture-clearness');
  assert.equal(event.finishedAt.getTime(), service.clock.nowMs);
  const metrics = await (await fetch(`${service.baseUrl}/metrics`)).text();
  assert.match(metrics, /nodeflux_webhooks_total\{end="told"\} 1/);
});

test('where verdicts are signed, the message has the signed one', async (t) => {
  const receiver = await startReceiver(t);
  const signingKeys = join(temporaryFolder(t), 'keys.json');
  const keys = await addSigningKey({ keys: [] }, { nowMs: 0, keepMs: 0 });
  writeFileSync(signingKeys, JSON.stringify(keys));
  const service = await runService(t, { ...inside(receiver.url), signingKeys });
  const jobId = await finishCheck(service);
  await untilLogged(service, 'webhook taken');
  const [message = { body: '', headers: {} }] = receiver.received;
  const event = verifyWebhook(message, { secret: SECRET, now: () => service.clock.nowMs });
  const { claims } = await verifyVerdict(
    event.verdictJws ?? '',
    readSigningKeys(JSON.stringify(keys)).published,
  );
  assert.deepEqual([claims.job_id, claims.live], [jobId, true]);
  assert.deepEqual(event.verdict, { status: 'judged', live: true, liveness: 0.9 });
});

test('what is not taken is posted again with the same id, until it is', async (t) => {
  const receiver = await startReceiver(t, (_, count) => (count < 3 ? 503 : 200));
  const service = await runService(t, inside(receiver.url));
  await finishCheck(service);
  await untilFailed(service, 1);
  service.clock.nowMs += 5000;
  await untilFailed(service, 2);
  service.clock.nowMs += 30_000;
  await untilLogged(service, 'webhook taken');
  const ids = receiver.received.map(({ headers }) => headers['webhook-id']);
  assert.equal(ids.length, 3);
  assert.equal(new Set(ids).size, 1);
  const stamps = receiver.received.map(({ headers }) => Number(headers['webhook-timestamp']));
  assert.deepEqual(
    stamps.map((stamp) => stamp - (stamps[0] ?? 0)),
    [0, 5, 35],
  );
});

test('after a day it is given up, listed, kept with its job, and sent again by hand', async (t) => {
  let status = 500;
  const receiver = await startReceiver(t, () => status);
  const service = await runService(t, { ...inside(receiver.url), resultRetentionMs: HOUR_MS });
  const jobId = await finishCheck(service);
  let attempts = 0;
  for (let hours = 0; (await deadAt(service.place)).length === 0; hours += 4) {
    assert.ok(hours <= 72, 'it is never given up');
    attempts += 1;
    await untilFailed(service, attempts);
    service.clock.nowMs += 4 * HOUR_MS;
  }
  assert.ok(attempts >= 6 && attempts <= 14, `${attempts} attempts`);
  assert.equal((await deadAt(service.place))[0]?.fault, 'status-500');
  await service.service.start();
  const kept = await service.readJob(jobId, await service.authorize());
  assert.equal(kept.status, 200, 'a job that nobody was told of is kept beyond its time');

  status = 204;
  const flags = placeFlags(service.place);
  if (flags) {
    const listed = await runCommand(['webhooks', 'list', ...flags]);
    assert.match(listed.printed.join(), new RegExp(`${jobId}.*status-500`));
    // The command's clock is that of a fresh test; the service's has gone on.
    const again = await runCommand(['webhooks', 'resend', '--all', ...flags]);
    assert.equal(again.code, 0);
    assert.equal((await runCommand(['webhooks', 'resend', jobId, ...flags])).code, 1);
  } else {
    const store = await openStoreAt(service.place);
    assert.equal(await store.notices.revive(jobId, service.clock.nowMs), true);
    assert.equal(await store.notices.revive(jobId, service.clock.nowMs), false);
    await store.close();
  }
  await untilLogged(service, 'webhook taken');
  assert.deepEqual(await deadAt(service.place), []);
  await service.service.start();
  assert.equal((await service.readJob(jobId, await service.authorize())).status, 404);
});

test('what was given up is deleted with its job after its time', async (t) => {
  const receiver = await startReceiver(t, () => 410);
  const service = await runService(t, inside(receiver.url));
  const jobId = await finishCheck(service);
  await untilLogged(service, '"end":"dead"');
  service.clock.nowMs += DEAD_NOTICE_LIFE_MS + 1;
  await service.service.start();
  await service.service.start();
  assert.deepEqual(await deadAt(service.place), []);
  assert.equal((await service.readJob(jobId, await service.authorize())).status, 404);
});

test('without an address nothing is noted', async (t) => {
  const silent = await runService(t);
  await finishCheck(silent);
  const store = await openStoreAt(silent.place);
  t.after(() => store.close());
  assert.equal(await store.notices.claim({ nowMs: silent.clock.nowMs, leaseMs: 1 }), undefined);
});

test('a notice is one sender’s until its lease ends, and the late one loses it', async (t) => {
  const receiver = await startReceiver(t, () => undefined);
  const service = await runService(t, inside(receiver.url));
  const jobId = await finishCheck(service);
  await receiver.until(1);
  const store = await openStoreAt(service.place);
  t.after(() => store.close());
  const nowMs = service.clock.nowMs;
  assert.equal(await store.notices.claim({ nowMs, leaseMs: 30_000 }), undefined);
  const taken = await store.notices.claim({ nowMs: nowMs + 30_000, leaseMs: 30_000 });
  assert.equal(taken?.jobId, jobId);
  assert.equal(taken?.attempt, 2);
  assert.equal(await store.notices.settle({ jobId, attempt: 1 }, { kind: 'told' }), false);
  assert.equal(await store.notices.settle({ jobId, attempt: 2 }, { kind: 'told' }), true);
});

test('two secrets sign side by side, and Standard Webhooks’ own library verifies either', async (t) => {
  const receiver = await startReceiver(t);
  const service = await runService(t, {
    ...inside(receiver.url),
    webhookSecret: `${SECRET} ${NEXT_SECRET}`,
    now: Date.now,
  });
  await finishCheck(service);
  await receiver.until(1);
  const [{ body, headers } = { body: '', headers: {} }] = receiver.received;
  for (const secret of [SECRET, NEXT_SECRET]) {
    new Webhook(secret).verify(body, headers as Record<string, string>);
    assert.equal(verifyWebhook({ body, headers }, { secret }).accessKey, KEYS.accessKey);
  }
  assert.throws(() => new Webhook(`whsec_${'A'.repeat(44)}`).verify(body, headers as never));
});

testOnce('a job that every worker has left is told too', async (t) => {
  const store = createSqliteStore(join(temporaryFolder(t), 'service.sqlite'));
  t.after(() => store.close());
  const token = { tokenHash: 'hash', accessKey: 'key', createdAtMs: 0, expiresAtMs: 2000 };
  await store.tokens.add({ ...token, jobId: undefined });
  const request = {
    images: [],
    livenessThreshold: 0.5,
    autoOrientation: false,
    mainFaceOnly: true,
  };
  const job = { id: 'a', tokenHash: 'hash', accessKey: 'key', notifies: true, request };
  await store.jobs.accept(job, { nowMs: 1, maxOpenJobs: 1 });
  const claim = { leaseMs: 100, maxAttempts: 1 };
  await store.jobs.claim({ ...claim, nowMs: 1 });
  assert.equal(await store.notices.claim({ nowMs: 200, leaseMs: 1 }), undefined);
  await store.jobs.claim({ ...claim, nowMs: 200 });
  const notice = await store.notices.claim({ nowMs: 200, leaseMs: 1 });
  assert.deepEqual(notice, { jobId: 'a', attempt: 1, finishedAtMs: 200, sinceMs: 200 });
});

testOnce(
  'a redirect is not followed, and neither the address nor a secret is logged',
  async (t) => {
    const receiver = await startReceiver(t, () => 302);
    const service = await runService(t, inside(`${receiver.url}?key=THE-KEY-IN-THE-ADDRESS`));
    await finishCheck(service);
    await untilLogged(service, 'status-302');
    assert.deepEqual(
      receiver.received.map(({ url }) => url),
      ['/hook?key=THE-KEY-IN-THE-ADDRESS'],
    );
    assert.doesNotMatch(service.log(), /THE-KEY-IN-THE-ADDRESS|whsec_|127\.0\.0\.1:\d+\/hook/);
  },
);
