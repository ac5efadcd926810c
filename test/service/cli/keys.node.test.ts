import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { SIGNATURES_PATH, SUBMISSION_TOKENS_PATH } from '../../../src/submission/wire.ts';
import { KEYS, runService, temporaryFolder } from '../run-service.ts';
import { runCommand } from './fake-terminal.ts';

/** Makes a key and reads it off what was printed. */
async function createKey(data: string, label = 'shop') {
  const { code, printed } = await runCommand(['keys', 'create', '--label', label, '--data', data]);
  assert.equal(code, 0);
  const [accessKey, secretKey] = printed.map((line) => line.split('=')[1] ?? '');
  assert.ok(accessKey && secretKey);
  return { accessKey, secretKey };
}

test('a key that was created is honoured by the running service until it is disabled', async (t) => {
  const service = await runService(t);
  const keys = await createKey(service.dataFile);
  const before = await service.authorize(keys);
  assert.equal((await service.post(SUBMISSION_TOKENS_PATH, null, before)).status, 200);
  const unspent = await service.authorize(keys);

  const disabled = await runCommand([
    'keys',
    'disable',
    keys.accessKey,
    '--data',
    service.dataFile,
  ]);
  assert.equal(disabled.code, 0);
  assert.equal((await service.post(SUBMISSION_TOKENS_PATH, null, unspent)).status, 401);
  const pair = { access_key: keys.accessKey, secret_key: keys.secretKey };
  assert.equal((await service.post(SIGNATURES_PATH, pair)).status, 401);
  // Keys of the environment go on.
  assert.equal(
    (await service.post(SUBMISSION_TOKENS_PATH, null, await service.authorize(KEYS))).status,
    200,
  );
});

test('the database never holds the secret', async (t) => {
  const data = join(temporaryFolder(t), 'data/service.db');
  const { accessKey, secretKey } = await createKey(data);
  const files = readdirSync(dirname(data)).map((name) => readFileSync(join(dirname(data), name)));
  assert.equal(
    files.some((bytes) => bytes.includes(accessKey)),
    true,
  );
  assert.equal(
    files.some((bytes) => bytes.includes(secretKey)),
    false,
  );
});

test('keys are listed with label and state, and without secrets', async (t) => {
  const data = join(temporaryFolder(t), 'service.db');
  const first = await createKey(data, 'the shop');
  const second = await createKey(data, '');
  await runCommand(['keys', 'disable', first.accessKey], { NODEFLUX_DATA: data });
  const { printed } = await runCommand(['keys', 'list'], { NODEFLUX_DATA: data });
  const time = '2026-01-02T03:04:05Z';
  assert.deepEqual(
    new Set(printed),
    new Set([
      `${first.accessKey}\t${time}\tdisabled ${time}\tthe shop`,
      `${second.accessKey}\t${time}\tenabled`,
    ]),
  );
});

test('a key that is not there cannot be disabled, and no database is made by asking', async (t) => {
  const data = join(temporaryFolder(t), 'service.db');
  assert.equal((await runCommand(['keys', 'list', '--data', data])).code, 2);
  const { accessKey } = await createKey(data);
  assert.equal((await runCommand(['keys', 'disable', 'NOBODY', '--data', data])).code, 1);
  assert.equal((await runCommand(['keys', 'disable', accessKey, '--data', data])).code, 0);
  assert.equal((await runCommand(['keys', 'disable', accessKey, '--data', data])).code, 1, 'twice');
});

test('a label is one line', async (t) => {
  const data = join(temporaryFolder(t), 'service.db');
  const { code } = await runCommand(['keys', 'create', '--label', 'a\nb', '--data', data]);
  assert.equal(code, 2);
});
