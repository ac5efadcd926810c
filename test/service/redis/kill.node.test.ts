import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { type TestContext, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { noRedis, startRedisServer } from '../../../tools/chaos/service/redis-server.ts';
import { type Child, spawnChild } from '../child-process.ts';
import { createCaller, goodBody } from '../run-service.ts';
import { temporaryFolder } from '../temporary-folder.ts';

const MEMBER = fileURLToPath(new URL('member.ts', import.meta.url));
/** How many clients submit at a time. */
const CLIENTS = 6;
/** Of each test, whose waits are for what a process does after another was killed. */
const TIMEOUT_MS = 120_000;

type Body = Awaited<ReturnType<typeof goodBody>>;

/** A Redis and a function that starts processes on it. */
async function startService(t: TestContext) {
  const redis = await startRedisServer(temporaryFolder(t));
  t.after(() => redis.kill());
  const name = randomUUID();
  const start = (role: 'api' | 'worker') => spawnChild(t, MEMBER, [redis.url, name, role]);
  return { redis, start };
}

/** Clients that mint and submit until they are stopped, each token to two APIs at once; remembers every answer. */
function submitUnderLoad(apiUrls: readonly [string, string], body: Body) {
  const callers = apiUrls.map(createCaller);
  /** Of each token; the same submission again is answered with the same job. */
  const acceptedJobs = new Map<string, Set<string>>();
  const answers: string[] = [];
  const listeners = new Set<() => void>();
  let stopped = false;

  async function submit(caller: ReturnType<typeof createCaller>, token: string): Promise<void> {
    // Until an answer says that the token is spent: a client that got none cannot know.
    while (!stopped) {
      const answer = await caller.submit(token, body).catch(() => undefined);
      answers.push(answer ? `${answer.status} ${answer.body.code ?? ''}`.trim() : 'no answer');
      if (answer?.status === 202) {
        acceptedJobs.set(token, (acceptedJobs.get(token) ?? new Set()).add(answer.body.job_id));
      }
      for (const listener of listeners) listener();
      if (answer && (answer.status === 202 || answer.status === 401)) return;
      if (!answer) return;
    }
  }

  async function runClient(): Promise<void> {
    while (!stopped) {
      const minted = await Promise.any(callers.map((caller) => caller.mintToken())).catch(() => '');
      if (minted) await Promise.all(callers.map((caller) => submit(caller, minted)));
      else await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const clients = Array.from({ length: CLIENTS }, runClient);
  return {
    acceptedJobs,
    answers,
    /** Resolves when so many more answers fit than there are now. */
    async until(count: number, fits: (answer: string) => boolean): Promise<void> {
      const from = answers.length;
      while (answers.slice(from).filter(fits).length < count) {
        await new Promise<void>((resolve) => {
          const listener = () => {
            listeners.delete(listener);
            resolve();
          };
          listeners.add(listener);
        });
      }
    },
    async stop() {
      stopped = true;
      await Promise.all(clients);
    },
  };
}

const isAccepted = (answer: string) => answer.startsWith('202');

async function assertNothingLost(
  { acceptedJobs }: ReturnType<typeof submitUnderLoad>,
  apiUrl: string,
): Promise<void> {
  const caller = createCaller(apiUrl);
  for (const [token, jobs] of acceptedJobs) {
    const [job = '', ...others] = jobs;
    assert.deepEqual(others, [], 'a token was accepted twice');
    const finished = await caller.finishedJob(job, token);
    assert.equal(finished.status, 200);
    assert.equal(finished.body.job.result.status, 'success');
  }
}

async function urlOf(child: Child): Promise<string> {
  return child.line('listening');
}

test('with Redis killed under load, the API says so, recovers by itself, and nothing accepted is lost', {
  skip: noRedis ?? false,
  timeout: TIMEOUT_MS,
}, async (t) => {
  const { redis, start } = await startService(t);
  const apis = [start('api'), start('api')] as const;
  start('worker');
  const urls = [await urlOf(apis[0]), await urlOf(apis[1])] as const;
  const load = submitUnderLoad(urls, await goodBody());
  t.after(() => load.stop());
  const caller = createCaller(urls[0]);
  /** Readiness is remembered for a second, and each API connects again in a moment of its own. */
  const readiness = async (status: number) => {
    for (;;) {
      const answer = await caller.call('/readyz');
      if (answer.status === status) return answer;
      await load.until(1, () => true);
    }
  };
  for (let round = 0; round < 2; round += 1) {
    await load.until(20, isAccepted);
    const token = await caller.mintToken();
    await redis.kill();
    const refused = await caller.submit(token, await goodBody());
    assert.deepEqual([refused.status, refused.body.code], [503, 'store-unavailable']);
    assert.equal(refused.headers.get('retry-after'), '5');
    const away = await readiness(503);
    assert.deepEqual(away.body.errors, [{ path: 'database', message: 'Is not ready' }]);
    await redis.restart();
    await load.until(20, isAccepted);
    await readiness(200);
    assert.equal((await caller.submit(token, await goodBody())).status, 202, 'still good');
  }
  await load.stop();
  await assertNothingLost(load, urls[0]);
  const others = load.answers.filter(
    (answer) => !/^(202|401 not-authenticate|503 .*)$/.test(answer),
  );
  assert.deepEqual(others, []);
});
