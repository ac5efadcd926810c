import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { spawnChild } from './child-process.ts';
import { createCaller, goodBody, temporaryFolder } from './run-service.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));

test('an accepted job survives kill -9 in the middle of its analysis', async (t) => {
  const dataFile = join(temporaryFolder(t), 'service.db');
  const first = spawnChild(t, CHILD, [dataFile, 'hang']);
  const before = createCaller(await first.line('listening'));
  const [token, unspent] = [await before.mintToken(), await before.mintToken()];
  const { status, body } = await before.submit(token, await goodBody());
  assert.equal(status, 202);
  assert.equal(await first.line('analysing'), '2');
  await first.kill();

  const second = spawnChild(t, CHILD, [dataFile, 'finish']);
  const after = createCaller(await second.line('listening'));
  const finished = await after.finishedJob(body.job_id, token);
  assert.equal(await second.line('analysing'), '2');
  assert.equal(finished.body.job.result.status, 'success');
  // Its answer may have been lost: the same again is the same job.
  const again = await after.submit(token, await goodBody());
  assert.deepEqual([again.status, again.body.job_id], [202, body.job_id]);
  assert.equal((await after.submit(unspent, await goodBody())).status, 202);
});
