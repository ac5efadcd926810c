import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createCaller, goodBody, KEYS, temporaryFolder } from './run-service.ts';

const CHILD = fileURLToPath(new URL('crash-child.ts', import.meta.url));

/** Starts a service in a process of its own; `line` resolves to the first line that it prints that starts so. */
function spawnService(t: TestContext, dataFile: string, mode: 'hang' | 'finish') {
  const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', CHILD, dataFile, mode], {
    env: {
      ...process.env,
      NODEFLUX_ACCESS_KEY: KEYS.accessKey,
      NODEFLUX_SECRET_KEY: KEYS.secretKey,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  t.after(kill);
  const seen: string[] = [];
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  lines.on('line', (line) => seen.push(line));
  async function line(start: string): Promise<string> {
    for (;;) {
      const found = seen.find((text) => text.startsWith(start));
      if (found) return found.slice(start.length + 1);
      await Promise.race([
        once(lines, 'line'),
        exited.then(() => Promise.reject(new Error('the service ended by itself'))),
      ]);
    }
  }
  return { line, kill };
}

test('an accepted job survives kill -9 in the middle of its analysis', async (t) => {
  const dataFile = join(temporaryFolder(t), 'service.db');
  const first = spawnService(t, dataFile, 'hang');
  const before = createCaller(await first.line('listening'));
  const [token, unspent] = [await before.mintToken(), await before.mintToken()];
  const { status, body } = await before.submit(token, await goodBody());
  assert.equal(status, 202);
  assert.equal(await first.line('analysing'), '2');
  await first.kill();

  const second = spawnService(t, dataFile, 'finish');
  const after = createCaller(await second.line('listening'));
  const finished = await after.finishedJob(body.job_id, token);
  assert.equal(await second.line('analysing'), '2');
  assert.equal(finished.body.job.result.status, 'success');
  const again = await after.submit(token, await goodBody());
  assert.equal(again.body.message, 'Submission token has been used');
  assert.equal((await after.submit(unspent, await goodBody())).status, 202);
});
