import assert from 'node:assert/strict';
import { makePattern } from '../jpeg.ts';
import { runService } from '../run-service.ts';
import { testOnEachStore as test } from '../stores.ts';
import { PacedClient, takeShot } from './paced-client.ts';

type Service = Awaited<ReturnType<typeof runService>>;

/** Plays a session to its end with these files in its second step, and each call twice as if its answer had been lost. */
async function play(service: Service, { small, clear }: { small?: Buffer; clear?: Buffer }) {
  const client = new PacedClient(service, await service.mintToken());
  await client.activate();
  for (const files of [[undefined], [small, clear], [undefined]]) {
    const shots = [];
    for (const file of files) shots.push(await takeShot(file));
    const commitment = await client.commitment(shots);
    const smallFrames = shots.slice(0, -1).map(({ jpeg }) => jpeg.toString('base64'));
    const step = { ...commitment, ...(smallFrames.length > 0 && { small_frames: smallFrames }) };
    for (const _ of [1, 2]) assert.equal((await client.send(step)).status, 200);
    for (const shot of shots.slice(-1)) await client.upload(shot);
  }
  const body = await client.submission([await takeShot()]);
  const [first, again] = [await client.sendSubmission(body), await client.sendSubmission(body)];
  assert.deepEqual([first.status, again.status], [202, 202]);
  assert.equal(again.body.job_id, first.body.job_id);
  await service.finishedJob(first.body.job_id, client.token);
  return service.analyst.requests.at(-1)?.stepsSeenBefore;
}

const filesOf = async (name: string) => ({
  small: await makePattern(`small ${name}`),
  clear: await makePattern(`clear ${name}`),
});

test('a frame of an earlier session, small or large, is known again; calls sent twice are not', async (t) => {
  const service = await runService(t);
  const { small, clear } = await filesOf('known again');
  assert.equal(await play(service, { small, clear }), undefined);
  assert.deepEqual(await play(service, { small }), [1]);
  assert.deepEqual(await play(service, { clear }), [1]);
  assert.equal(service.analyst.requests.length, 3);
});

test('an operator who wants no frames remembered has none', async (t) => {
  const service = await runService(t, { rememberFramesMs: 0 });
  const files = await filesOf('not remembered');
  assert.equal(await play(service, files), undefined);
  assert.equal(await play(service, files), undefined);
});
