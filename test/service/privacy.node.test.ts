import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import {
  MAX_IMAGE_BYTES,
  SIGNATURES_PATH,
  SUBMISSION_TOKENS_PATH,
} from '../../src/submission/wire.ts';
import { createFakeAnalyst } from './fake-analyst.ts';
import { makeJpeg, toDataUri } from './jpeg.ts';
import { goodBody, KEYS, runService } from './run-service.ts';

const MARKER = 'THE-FACE-OF-SOMEBODY';

/** The files of the database that hold the marker. */
function filesWith(marker: string, dataFile: string): string[] {
  const folder = dirname(dataFile);
  return readdirSync(folder).filter((name) => readFileSync(join(folder, name)).includes(marker));
}

test('images are in the database while the job runs, and in none of its files when it is done', async (t) => {
  let finish = () => {};
  const wait = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const analyst = createFakeAnalyst(async () => {
    await wait;
    return { status: 'success', live: true, liveness: 1, faults: [], measurements: [] };
  });
  const service = await runService(t, { analyst });
  const token = await service.mintToken();
  // Large enough that SQLite moves the log into the file by itself meanwhile.
  const filler = 'f'.repeat(MAX_IMAGE_BYTES - 10_000);
  const image = toDataUri(await makeJpeg({ trailer: MARKER + filler + MARKER }));
  const { body } = await service.submit(token, { images: Array(6).fill(image) });
  assert.notDeepEqual(filesWith(MARKER, service.dataFile), []);
  finish();
  await service.finishedJob(body.job_id, token);
  assert.deepEqual(filesWith(MARKER, service.dataFile), []);
  assert.deepEqual(filesWith('ffffffffffffffff', service.dataFile), []);
});

test('images of a job that fails are deleted as well', async (t) => {
  const analyst = createFakeAnalyst(() => {
    throw new Error('no model');
  });
  const service = await runService(t, { analyst, maxAttempts: 1 });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody(MARKER));
  const failed = await service.finishedJob(body.job_id, token);
  assert.equal(failed.body.job.result.status, 'failed');
  assert.deepEqual(filesWith(MARKER, service.dataFile), []);
});

test('tokens are stored hashed, and the files are their owner’s only', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  await service.finishedJob(body.job_id, token);
  assert.deepEqual(filesWith(token, service.dataFile), []);
  assert.deepEqual(filesWith(KEYS.secretKey, service.dataFile), []);
  for (const name of readdirSync(dirname(service.dataFile))) {
    assert.equal(statSync(join(dirname(service.dataFile), name)).mode & 0o077, 0, name);
  }
});

test('no image, token or key is ever logged, whatever goes wrong', async (t) => {
  const secrets: string[] = [KEYS.accessKey, KEYS.secretKey];
  const analyst = createFakeAnalyst(({ images: [first] }) => {
    throw new Error(`cannot decode ${Buffer.from(first ?? []).toString('base64')}`);
  });
  const service = await runService(t, { analyst, maxAttempts: 1 });
  const headers = await service.authorize();
  secrets.push(String(headers.authorization).slice(-64));
  const token = await service.mintToken();
  const good = await goodBody(MARKER);
  secrets.push(token, MARKER, ...good.images.map((image) => image.slice(40, 100)));

  await service.post(SIGNATURES_PATH, { access_key: KEYS.accessKey, secret_key: 'wrong' });
  await service.post(SUBMISSION_TOKENS_PATH, null, { ...headers, 'x-nodeflux-timestamp': 'x' });
  await service.submit(token, `${JSON.stringify(good).slice(0, -1)},`);
  await service.submit(token, { images: [7, ...good.images] });
  await service.call(`/${token}?token=${token}`);
  await service.call(`/v1/jobs/${token}`, { headers: { authorization: token } });
  const { body } = await service.submit(token, good);
  await service.finishedJob(body.job_id, token);
  await service.submit(token, good);
  await service.served.close();

  const log = service.log();
  assert.match(log, /job accepted/);
  assert.match(log, /analysis failed/);
  for (const secret of secrets) assert.equal(log.includes(secret), false, secret);
  assert.doesNotMatch(log, /base64|authorization|NODEFLUX-HMAC/i);
});

test('the reasons of a verdict stay on the server', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  const finished = await service.finishedJob(body.job_id, token);
  assert.doesNotMatch(JSON.stringify(finished.body), /the-reason-kept-on-the-server/);
});

test('an unexpected failure is a 500 that tells nothing', async (t) => {
  let broken = false;
  const service = await runService(t, {
    random: (size) => {
      if (broken) throw new Error('the random source of this machine is /dev/secret');
      return randomBytes(size);
    },
  });
  const headers = await service.authorize();
  broken = true;
  const failed = await service.post(SUBMISSION_TOKENS_PATH, null, headers);
  assert.equal(failed.status, 500);
  assert.deepEqual(failed.body, {
    code: 'internal-error',
    errors: [],
    message: 'Something went wrong',
    ok: false,
  });
  assert.match(service.log(), /request failed unexpectedly/);
  assert.equal((await service.call('/healthz')).status, 200);
});
