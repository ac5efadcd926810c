import assert from 'node:assert/strict';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import Database from 'libsql';
import {
  openSqliteDatabase,
  transaction,
} from '../../src/service/storage/sqlite/sqlite-database.ts';
import { storeOn } from '../../src/service/storage/sqlite/sqlite-store.ts';
import { waitForLock } from '../../src/service/storage/sqlite/wait-for-lock.ts';
import { StoreUnavailable } from '../../src/service/storage/store-unavailable.ts';
import { SIGNATURES_PATH, SUBMISSION_TOKENS_PATH } from '../../src/submission/wire.ts';
import { goodBody, KEYS, runService, temporaryFolder } from './run-service.ts';

/** A service on a file that the test can lock, fill and make read-only. */
async function runOnFile(t: TestContext) {
  const file = join(temporaryFolder(t), 'service.db');
  const database = openSqliteDatabase(file);
  const service = await runService(t, { store: storeOn(database) });
  const other = new Database(file);
  t.after(() => other.close());
  return { ...service, database, other };
}

test('while another process has the file locked, every write is refused with 503 and retry-after, and health answers', async (t) => {
  const { authorize, call, mintToken, other, post, submit } = await runOnFile(t);
  const token = await mintToken();
  const authorization = await authorize();
  other.exec('BEGIN IMMEDIATE');
  const body = await goodBody();
  const answers = Promise.all([
    post(SUBMISSION_TOKENS_PATH, null, authorization),
    submit(token, body),
    call('/readyz'),
  ]);
  // While all three wait for the lock.
  assert.equal((await call('/healthz')).status, 200);
  for (const { body, headers, status } of await answers) {
    assert.equal(status, 503, JSON.stringify(body));
    assert.ok(Number(headers.get('retry-after')) > 0);
    assert.equal(body.ok, false);
  }
  other.exec('COMMIT');
  const after = await submit(token, body);
  assert.equal(after.status, 202, 'the token stayed good');
});

test('a lock that ends in time is waited for, and nobody notices', async (t) => {
  const { authorize, call, other, post } = await runOnFile(t);
  const authorization = await authorize();
  other.exec('BEGIN IMMEDIATE');
  const minted = post(SUBMISSION_TOKENS_PATH, null, authorization);
  await call('/healthz');
  other.exec('COMMIT');
  assert.equal((await minted).status, 200);
});

test('a file that stays locked is given up, after many tries', async () => {
  let tries = 0;
  const call = async () => {
    tries += 1;
    throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY_RECOVERY' });
  };
  const waiting = waitForLock(call, { now: () => tries * 100, pause: async () => {} });
  await assert.rejects(waiting, StoreUnavailable);
  assert.equal(tries, 20);
});

test('what is wrong with a statement is not taken for trouble with the file', async () => {
  const wrong = Object.assign(new Error('no such table'), { code: 'SQLITE_ERROR' });
  await assert.rejects(
    waitForLock(() => Promise.reject(wrong)),
    wrong,
  );
});

test('a full disk is a 503 with retry-after, says so at readyz, and nothing is lost when there is room again', async (t) => {
  const { call, database, finishedJob, log, mintToken, submit } = await runOnFile(t);
  const token = await mintToken();
  const body = await goodBody('x'.repeat(300_000));
  const { pages } = database.prepare('SELECT page_count AS pages FROM pragma_page_count').get() as {
    pages: number;
  };
  database.pragma(`max_page_count = ${pages}`);
  const refused = await submit(token, body);
  assert.equal(refused.status, 503);
  assert.equal(refused.body.code, 'store-unavailable');
  assert.ok(Number(refused.headers.get('retry-after')) > 0);
  assert.match(log(), /SQLITE_FULL/);
  assert.equal((await call('/healthz')).status, 200);
  database.pragma('max_page_count = 1000000');
  const accepted = await submit(token, body);
  assert.equal(accepted.status, 202);
  const { body: done } = await finishedJob(accepted.body.job_id, token);
  assert.equal(done.job.result.status, 'success');
});

test('a read-only database refuses writes with 503, says so at readyz, and goes on giving results', async (t) => {
  const { authorize, call, database, finishedJob, mintToken, post, submit } = await runOnFile(t);
  const token = await mintToken();
  const { body } = await submit(token, await goodBody());
  await finishedJob(body.job_id, token);
  const authorization = await authorize();
  database.pragma('query_only = ON');
  const minted = await post(SUBMISSION_TOKENS_PATH, null, authorization);
  assert.equal(minted.status, 503);
  assert.ok(Number(minted.headers.get('retry-after')) > 0);
  const ready = await call('/readyz');
  assert.equal(ready.status, 503);
  assert.equal(ready.body.errors[0].path, 'database');
  assert.equal((await finishedJob(body.job_id, token)).status, 200);
  const pair = { access_key: KEYS.accessKey, secret_key: KEYS.secretKey };
  assert.equal((await post(SIGNATURES_PATH, pair)).status, 200, 'a signature needs no writing');
  database.pragma('query_only = OFF');
});

test('a verdict that the store does not take is written later, and the images are judged once', async (t) => {
  const { analyst, database, finishedJob, mintToken, submit } = await runOnFile(t);
  const token = await mintToken();
  const analyse = analyst.analyse.bind(analyst);
  analyst.analyse = async (request) => {
    const analysis = await analyse(request);
    database.pragma('query_only = ON');
    setTimeout(() => database.pragma('query_only = OFF'), 50);
    return analysis;
  };
  const { body } = await submit(token, await goodBody());
  const { body: done } = await finishedJob(body.job_id, token);
  assert.equal(done.job.result.status, 'success');
  assert.equal(analyst.requests.length, 1);
});

test('a transaction that the disk has ended fails with what the disk said', (t) => {
  const database = openSqliteDatabase(join(temporaryFolder(t), 'service.db'));
  t.after(() => database.close());
  database.exec('CREATE TABLE things (thing TEXT)');
  const insert = database.prepare('INSERT INTO things VALUES (?)');
  const { pages } = database.prepare('SELECT page_count AS pages FROM pragma_page_count').get() as {
    pages: number;
  };
  database.pragma(`max_page_count = ${pages}`);
  assert.throws(() => transaction(database, () => insert.run('x'.repeat(100_000)))(), {
    code: 'SQLITE_FULL',
  });
});
