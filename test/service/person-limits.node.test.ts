import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import { test as testOnce } from 'node:test';
import { createByteBudget } from '../../src/service/http/byte-budget.ts';
import { FACE_LIVENESS_PATH, SUBMISSION_TOKENS_PATH } from '../../src/submission/wire.ts';
import { makeJpeg } from './jpeg.ts';
import { goodBody, runService } from './run-service.ts';
import { assertRefused } from './sessions/open-session.ts';
import { PacedClient, takeShot } from './sessions/paced-client.ts';
import { testOnEachStore as test } from './stores.ts';

type Running = Awaited<ReturnType<typeof runService>>;

async function mintFor(service: Running, subject: string) {
  return service.post(SUBMISSION_TOKENS_PATH, { subject }, await service.authorize());
}

test('one person is given so many tokens and no more, and others are not kept from theirs', async (t) => {
  const service = await runService(t, { personTokens: 2 });
  assert.equal((await mintFor(service, 'budi')).status, 200);
  assert.equal((await mintFor(service, 'budi')).status, 200);
  const refused = await mintFor(service, 'budi');
  assertRefused(refused, 429, 'rate-limited');
  assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  assert.equal((await mintFor(service, 'siti')).status, 200);
});

test('frames are kept for one person up to so many bytes, over all of the person’s sessions', async (t) => {
  const { jpeg } = await takeShot();
  const service = await runService(t, { personKeptBytes: Math.floor(jpeg.byteLength * 2.5) });
  const openFor = async (subject: string) => {
    const { body } = await mintFor(service, subject);
    const client = new PacedClient(service, body.submission_token);
    await client.activate();
    return client;
  };
  for (const subject of ['budi', 'siti']) {
    for (const status of [200, 200, 429]) {
      const client = await openFor(subject);
      const shot = await takeShot();
      await client.commit([shot]);
      const answer = await client.upload(shot);
      assert.equal(answer.status, status, subject);
      if (status === 200) {
        assert.equal(
          (await client.upload(shot)).status,
          200,
          'sent again, it is not counted again',
        );
      }
    }
  }
});

test('a frame that is larger than its picture needs is refused', async (t) => {
  const service = await runService(t);
  const client = new PacedClient(service, await service.mintToken());
  await client.activate();
  const padded = await takeShot(Buffer.concat([await makeJpeg(), Buffer.alloc(96 * 128 + 65_536)]));
  await client.commit([padded]);
  assertRefused(await client.upload(padded), 400, 'invalid-image');
});

testOnce(
  'while one body of a person is on its way a second has no room, and another person’s has',
  async (t) => {
    const service = await runService(t, {
      maxImages: 4,
      pacing: 'off',
      personRequestsPerMinute: 0,
    });
    const [first, second] = [await mintFor(service, 'budi'), await mintFor(service, 'budi')];
    const other = await mintFor(service, 'siti');
    const held = httpRequest(service.baseUrl + FACE_LIVENESS_PATH, {
      method: 'POST',
      headers: {
        authorization: first.body.submission_token,
        'content-type': 'application/json',
        'content-length': 5_300_000,
      },
    });
    t.after(() => held.destroy());
    held.on('error', () => {});
    held.write('{"images":[');
    const small = { images: [(await goodBody()).images[0]], padding: 'x'.repeat(60_000) };
    // Until the first has arrived there is room.
    for (;;) {
      const token = second.body.submission_token;
      const refused = await service.post(
        FACE_LIVENESS_PATH,
        JSON.stringify({ ...small, images: 'none' }),
        { authorization: token },
      );
      if (refused.status === 400) continue;
      assertRefused(refused, 429, 'rate-limited');
      assert.equal(refused.headers.get('retry-after'), '2');
      break;
    }
    assert.equal((await service.submit(other.body.submission_token, small)).status, 202);
    held.destroy();
    for (;;) {
      const answer = await service.submit(second.body.submission_token, small);
      if (answer.status === 429) continue;
      assert.equal(answer.status, 202, 'its room is free again');
      break;
    }
  },
);

testOnce('bytes in flight are bounded for the process, and come back', () => {
  const budget = createByteBudget({ processBytes: 100, personBytes: 60 });
  const release = budget.reserve('a', 60);
  assert.ok(typeof release === 'function');
  assert.equal(budget.reserve('a', 1), 'person-full');
  assert.equal(budget.reserve('b', 41), 'process-full');
  const other = budget.reserve('b', 40);
  assert.ok(typeof other === 'function');
  release();
  release();
  assert.equal(
    budget.reserve('c', 61),
    'process-full',
    'released once, however often it is called',
  );
  assert.ok(typeof budget.reserve('a', 60) === 'function');
});

testOnce('one slash at the end of a path is accepted', async (t) => {
  const service = await runService(t);
  const { body } = await service.post(
    `${SUBMISSION_TOKENS_PATH}/`,
    null,
    await service.authorize(),
  );
  const answer = await service.post(`${FACE_LIVENESS_PATH}/`, await goodBody(), {
    authorization: body.submission_token,
  });
  assert.equal(answer.status, 202);
  assert.equal((await service.call('/healthz/')).status, 200);
});

testOnce(
  'a service that is mounted without its connections says so in the log, once',
  async (t) => {
    const { service, log } = await runService(t);
    const ask = () => service.fetch(new Request('http://service/v1/jobs/x'));
    await ask();
    await ask();
    const warnings = log().match(/every limit by address is off/g);
    assert.equal(warnings?.length, 1);
  },
);

testOnce(
  'the database is asked once a second whether it can be written to, whoever asks',
  async (t) => {
    const service = await runService(t);
    const answers = await Promise.all(Array.from({ length: 30 }, () => service.call('/readyz')));
    assert.ok(answers.every(({ status }) => status === 200));
  },
);
