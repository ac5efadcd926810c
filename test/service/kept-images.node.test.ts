import assert from 'node:assert/strict';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { readImageKey, sealImage, unsealImage } from '../../src/service/jobs/seal-images.ts';
import { runCommand } from './cli/fake-terminal.ts';
import { goodBody, runService, temporaryFolder } from './run-service.ts';

const MARKER = 'THE-FACE-OF-SOMEBODY';
const KEY = Buffer.alloc(32, 7).toString('base64');
const OTHER_KEY = Buffer.alloc(32, 8).toString('hex');
const DAY_MS = 24 * 3_600_000;

async function runWithKeptImages(t: Parameters<typeof runService>[0]) {
  const service = await runService(t, { keepImagesMs: 7 * DAY_MS, imageKey: KEY });
  const token = await service.mintToken();
  const sent = await goodBody(MARKER);
  const { body } = await service.submit(token, sent);
  await service.finishedJob(body.job_id, token);
  return { service, sent, jobId: String(body.job_id) };
}

test('kept images are in no file of the database as they are, and can be opened with their key', async (t) => {
  const { service, sent, jobId } = await runWithKeptImages(t);
  const folder = dirname(service.dataFile);
  for (const name of readdirSync(folder)) {
    assert.equal(readFileSync(join(folder, name)).includes(MARKER), false, name);
  }
  const out = join(temporaryFolder(t), 'out');
  const args = ['images', jobId, '--out', out, '--data', service.dataFile];
  const { code, printed } = await runCommand(args, { NODEFLUX_IMAGE_KEY: KEY });
  assert.equal(code, 0);
  assert.deepEqual(
    printed.map((path) => `data:image/jpeg;base64,${readFileSync(path).toString('base64')}`),
    sent.images,
  );
  for (const path of printed) assert.equal(statSync(path).mode & 0o077, 0);
});

test('another key opens nothing, and without a key nothing is tried', async (t) => {
  const { service, jobId } = await runWithKeptImages(t);
  const out = join(temporaryFolder(t), 'out');
  const args = ['images', jobId, '--out', out, '--data', service.dataFile];
  const wrong = await runCommand(args, { NODEFLUX_IMAGE_KEY: OTHER_KEY });
  assert.equal(wrong.code, 1);
  assert.match(wrong.told, /another key/);
  assert.equal((await runCommand(args)).code, 2);
});

test('kept images are deleted after their time', async (t) => {
  const { service, jobId } = await runWithKeptImages(t);
  const args = [
    'images',
    jobId,
    '--out',
    join(temporaryFolder(t), 'out'),
    '--data',
    service.dataFile,
  ];
  service.clock.nowMs += 7 * DAY_MS - 1;
  await service.service.start();
  assert.equal((await runCommand(args, { NODEFLUX_IMAGE_KEY: KEY })).code, 0);
  service.clock.nowMs += 1;
  await service.service.start();
  const { code, told } = await runCommand(args, { NODEFLUX_IMAGE_KEY: KEY });
  assert.equal(code, 1);
  assert.match(told, /No image/);
});

test('a sealed image opens in its own place only, and not when a bit was changed', () => {
  const key = readImageKey(KEY);
  const place = { jobId: 'job', position: 1 };
  const sealed = sealImage(Buffer.from(MARKER), place, key);
  assert.equal(unsealImage(sealed, place, key).toString(), MARKER);
  assert.notDeepEqual(sealImage(Buffer.from(MARKER), place, key), sealed, 'a fresh nonce');
  assert.throws(() => unsealImage(sealed, { ...place, position: 2 }, key));
  assert.throws(() => unsealImage(sealed, { ...place, jobId: 'another' }, key));
  assert.throws(() => unsealImage(sealed, place, readImageKey(OTHER_KEY)));
  for (const index of sealed.keys()) {
    const changed = Buffer.from(sealed);
    changed.writeUInt8(changed.readUInt8(index) ^ 1, index);
    assert.throws(() => unsealImage(changed, place, key), `byte ${index}`);
  }
  assert.throws(() => unsealImage(sealed.subarray(0, 20), place, key));
});

test('a key of another length is refused', () => {
  for (const wrong of ['', 'short', Buffer.alloc(31).toString('base64'), 'ab'.repeat(33)]) {
    assert.throws(() => readImageKey(wrong), /32 bytes/);
  }
});
