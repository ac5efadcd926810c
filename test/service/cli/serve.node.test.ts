import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { buildFaceModel } from '../../../tools/face-model/build-face-model.ts';
import { createCaller, goodBody, KEYS, temporaryFolder } from '../run-service.ts';

const CLI = fileURLToPath(new URL('../../../src/service/cli.ts', import.meta.url));

await buildFaceModel();

/** Starts the command in a process of its own, with the real analysis. */
function spawnServe(t: TestContext, args: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', CLI, 'serve', '--port', '0', ...args], {
    env: {
      ...process.env,
      NODEFLUX_ACCESS_KEY: KEYS.accessKey,
      NODEFLUX_SECRET_KEY: KEYS.secretKey,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exited = once(child, 'exit') as Promise<[code: number | null, signal: string | null]>;
  t.after(() => child.kill('SIGKILL'));
  let log = '';
  child.stdout.on('data', (chunk) => {
    log += String(chunk);
  });
  const told = createInterface({ input: child.stderr });
  return { child, exited, told, log: () => log };
}

test('the command says where it listens, serves, and ends in order at SIGTERM', async (t) => {
  const data = join(temporaryFolder(t), 'service.db');
  const { child, exited, log, told } = spawnServe(t, ['--data', data, '--pacing', 'offered']);
  const [line] = (await once(told, 'line')) as [string];
  const [, url] = /^Listening on (http:\/\/127\.0\.0\.1:\d+)$/.exec(line) ?? [];
  assert.ok(url, line);

  const service = createCaller(url);
  const ready = await service.call('/readyz');
  assert.deepEqual(ready.body, {
    checks: { database: true, analysis: true, worker: true },
    ok: true,
  });
  const token = await service.mintToken();
  const { body } = await service.submit(token, await goodBody());
  const finished = await service.finishedJob(body.job_id, token);
  assert.equal(finished.body.message, 'No face detected');

  child.kill('SIGTERM');
  assert.deepEqual(await exited, [0, null]);
  assert.match(log(), /"level":40.*"pacing":"offered".*pictures from a library pass/);
  assert.match(log(), /"msg":"closed"/);
});

test('a port that is taken is told as such', async (t) => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  t.after(() => other.close());
  const { port } = other.address() as AddressInfo;
  const data = join(temporaryFolder(t), 'service.db');
  const taken = spawn(
    process.execPath,
    ['--import', 'tsx', CLI, 'serve', '--data', data, '--port', String(port)],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  t.after(() => taken.kill('SIGKILL'));
  let text = '';
  taken.stderr.on('data', (chunk) => {
    text += String(chunk);
  });
  const [code] = await once(taken, 'exit');
  assert.equal(code, 1);
  assert.match(text, new RegExp(`Port ${port} is taken`));
});
