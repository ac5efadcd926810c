import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import { createLivenessClient } from '../../src/server/index.ts';
import { ERASURES_PATH } from '../../src/submission/job-wire.ts';
import { LINK_TOKENS_PATH, LINK_VISITS_PATH } from '../../src/submission/link-wire.ts';
import { JOBS_PATH, SUBMISSION_TOKENS_PATH } from '../../src/submission/wire.ts';
import { goodBody, KEYS, OTHER_KEYS, runService, temporaryFolder } from './run-service.ts';
import { openStoreAt, testOnEachStore as test } from './stores.ts';

const DAY_MS = 24 * 3_600_000;
const KEPT = { keepImagesMs: 7 * DAY_MS, imageKey: Buffer.alloc(32, 7).toString('base64') };

async function runAndCheck(t: TestContext, overrides: Parameters<typeof runService>[1] = KEPT) {
  const service = await runService(t, overrides);
  const client = createLivenessClient({ baseUrl: service.baseUrl, ...KEYS });
  async function check(subject?: string, trailer = '') {
    const body = subject === undefined ? null : { subject };
    const minted = await service.post(SUBMISSION_TOKENS_PATH, body, await service.authorize());
    const token = String(minted.body.submission_token);
    const sent = await goodBody(trailer);
    const accepted = await service.submit(token, sent);
    const jobId = String(accepted.body.job_id);
    await service.finishedJob(jobId, token);
    return { jobId, token, sent };
  }
  return { service, client, check };
}

test('kept images are read with the access key, as they were sent, until their time', async (t) => {
  const { check, client, service } = await runAndCheck(t);
  const { jobId, sent, token } = await check();
  const images = await client.getJobImages(jobId);
  assert.deepEqual(
    images.map((jpeg) => `data:image/jpeg;base64,${Buffer.from(jpeg).toString('base64')}`),
    sent.images,
  );
  const path = `${JOBS_PATH}/${jobId}/images`;
  const asPage = await service.call(path, { headers: { authorization: token } });
  assert.equal(asPage.status, 401);
  const asOther = await service.call(path, { headers: await service.authorize(OTHER_KEYS) });
  assert.equal(asOther.status, 404);
  assert.match(service.log(), new RegExp(`"jobId":"${jobId}","images":2,"msg":"images were read"`));
  // In the store they are sealed.
  const store = await openStoreAt(service.place);
  const sealed = await store.keptImages.list(jobId).finally(() => store.close());
  assert.equal(sealed.length, 2);
  for (const bytes of sealed) assert.equal(Buffer.from(bytes).includes('JFIF'), false);
});

test('where no image is kept, or none any more, none is read', async (t) => {
  const { check, client } = await runAndCheck(t, {});
  const { jobId } = await check();
  await assert.rejects(client.getJobImages(jobId), { code: 'job-unknown' });
  await assert.rejects(client.getJobImages('nobody'), { code: 'job-unknown' });
});

test('a job is erased with its images, result and token, and a receipt says so', async (t) => {
  const { check, client, service } = await runAndCheck(t);
  const { jobId, token } = await check('anna');
  const other = await check('anna', 'other');
  const stranger = await service.call(`${JOBS_PATH}/${jobId}`, {
    method: 'DELETE',
    headers: await service.authorize(OTHER_KEYS),
  });
  assert.equal(stranger.status, 404);
  const receipt = await client.eraseJob(jobId);
  assert.deepEqual(receipt, {
    erasedAt: new Date(service.clock.nowMs),
    jobIds: [jobId],
    images: 2,
    links: 0,
  });
  await assert.rejects(client.eraseJob(jobId), { code: 'job-unknown' });
  await assert.rejects(client.getVerdict(jobId), { code: 'job-unknown' });
  assert.equal((await service.readJob(jobId, { authorization: token })).status, 401);
  const store = await openStoreAt(service.place);
  assert.deepEqual(await store.keptImages.list(jobId), []);
  await store.close();
  assert.equal((await client.getVerdict(other.jobId)).status, 'judged');
});

test('all jobs of a person are erased, and of nobody else', async (t) => {
  const { check, client, service } = await runAndCheck(t);
  const annas = [await check('anna', 'a'), await check('anna', 'b')];
  const bert = await check('bert', 'c');
  const nobody = await check(undefined, 'd');
  const stranger = createLivenessClient({ baseUrl: service.baseUrl, ...OTHER_KEYS });
  assert.deepEqual((await stranger.eraseSubject('anna')).jobIds, []);
  const receipt = await client.eraseSubject('anna');
  assert.deepEqual([...receipt.jobIds].sort(), annas.map(({ jobId }) => jobId).sort());
  assert.equal(receipt.images, 4);
  assert.deepEqual((await client.eraseSubject('anna')).jobIds, []);
  for (const { jobId } of [bert, nobody]) {
    assert.equal((await client.getVerdict(jobId)).status, 'judged');
  }
  assert.equal(service.log().includes('anna'), false);
});

test('a job that is being judged is erased too, and its outcome is written nowhere', async (t) => {
  let begin = () => {};
  let end = () => {};
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const { service, client } = await runAndCheck(t, {
    ...KEPT,
    analyst: {
      async analyse() {
        begin();
        await ended;
        return { status: 'success', live: true, liveness: 1, faults: [], measurements: [] };
      },
      close: async () => {},
    },
  });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await begun;
  const receipt = await client.eraseJob(body.job_id);
  assert.equal(receipt.images, 2);
  end();
  await service.service.close();
  const store = await openStoreAt(service.place);
  t.after(() => store.close());
  assert.equal(await store.jobs.find(body.job_id), undefined);
  assert.deepEqual(await store.keptImages.list(body.job_id), []);
  assert.equal(await store.jobs.countOpen(), 0);
});

test('a wrong request for an erasure is refused, and erases nothing', async (t) => {
  const { service } = await runAndCheck(t, {});
  const key = await service.authorize();
  assert.equal((await service.post(ERASURES_PATH, { subject: '' }, key)).status, 400);
  assert.equal((await service.post(ERASURES_PATH, {}, key)).status, 400);
  assert.equal((await service.post(ERASURES_PATH, { subject: 'anna' })).status, 401);
});

/** A service with links, and their person: opens one and begins attempts. */
async function runWithLinks(t: TestContext) {
  const pageFolder = temporaryFolder(t);
  writeFileSync(join(pageFolder, 'check-page.js'), 'export {};');
  const run = await runAndCheck(t, { ...KEPT, pageFolder, publicUrl: 'https://liveness.example' });
  const { client, service } = run;
  async function open(subject?: string) {
    const { id, url } = await client.createCheckLink(subject === undefined ? {} : { subject });
    const visit = 'v'.repeat(43);
    const secret = new URL(url).hash.slice(1);
    await service.post(LINK_VISITS_PATH, { visit }, { authorization: secret });
    const begin = () =>
      service.post(LINK_TOKENS_PATH, '', { authorization: `${secret.split('.')[0]}.${visit}` });
    async function check(trailer: string) {
      const token = String((await begin()).body.submission_token);
      const accepted = await service.submit(token, await goodBody(trailer));
      await service.finishedJob(accepted.body.job_id, token);
      return String(accepted.body.job_id);
    }
    return { id, begin, check };
  }
  return { ...run, open };
}

test('with a person go their links, opened or not, and of nobody else', async (t) => {
  const { client, open, service } = await runWithLinks(t);
  const used = await open('anna');
  const jobId = await used.check('anna');
  const unused = await client.createCheckLink({ subject: 'anna' });
  const berts = await open('bert');
  const stranger = createLivenessClient({ baseUrl: service.baseUrl, ...OTHER_KEYS });
  assert.equal((await stranger.eraseSubject('anna')).links, 0);
  const receipt = await client.eraseSubject('anna');
  assert.deepEqual([receipt.jobIds, receipt.images, receipt.links], [[jobId], 2, 2]);
  const store = await openStoreAt(service.place);
  for (const { id } of [used, unused]) assert.equal(await store.links.find(id), undefined);
  await store.close();
  assert.equal((await used.begin()).body.code, 'link-unknown');
  assert.equal((await client.getCheckLink(berts.id)).state, 'visited');
  assert.equal((await client.eraseSubject('anna')).links, 0);
});

test('with a job goes its link, and no attempt that was begun with it is taken any more', async (t) => {
  const { client, open, service } = await runWithLinks(t);
  const link = await open();
  const other = await open();
  const begun = await link.begin();
  const jobId = await link.check('passed');
  const receipt = await client.eraseJob(jobId);
  assert.deepEqual([receipt.jobIds, receipt.links], [[jobId], 1]);
  await assert.rejects(client.getCheckLink(link.id), { status: 404 });
  // A pass that was erased makes the link good for no other face.
  assert.equal((await link.begin()).body.code, 'link-unknown');
  const late = await service.submit(begun.body.submission_token, await goodBody('another face'));
  assert.deepEqual([late.status, late.body.code], [410, 'link-revoked']);
  assert.equal((await client.getCheckLink(other.id)).state, 'visited');
});
