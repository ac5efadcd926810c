import assert from 'node:assert/strict';
import * as v from 'valibot';
import { ALL_GESTURE_NAMES, GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import { hashSubmissionToken } from '../../../src/service/auth/submission-token.ts';
import { SESSION_PATH, sessionAnswerSchema } from '../../../src/submission/session-wire.ts';
import { SECRET } from '../fake-analyst.ts';
import { makeJpeg, makePattern, toDataUri } from '../jpeg.ts';
import { goodBody, OTHER_KEYS, runService } from '../run-service.ts';
import { openStoreAt, type StorePlace, testOnEachStore as test } from '../stores.ts';
import { assertRefused, openSession } from './open-session.ts';
import { PacedClient, takeShot } from './paced-client.ts';

test('a paced session tells one gesture at a time, and ends as the contract does', async (t) => {
  const { service, client, activation } = await openSession(t);
  assert.equal(activation.status, 201);
  assert.ok(v.is(sessionAnswerSchema, activation.body));
  assert.equal(activation.body.step.shows, 'neutral');
  assert.equal(activation.body.gesture_count, 3);

  const names = ALL_GESTURE_NAMES;
  const told: string[] = [];
  const shots = [];
  for (const step of [0, 1, 2]) {
    assert.equal(client.answer?.step.step, step);
    const shot = await takeShot();
    shots.push(shot);
    const done = await client.commit([shot]);
    assert.equal(done.status, 200);
    told.push(done.body.step.shows);
    assert.deepEqual(
      JSON.stringify(done.body).match(new RegExp(`"(${names.join('|')})"`, 'g')),
      [`"${told.at(-1)}"`],
      'nothing of what is still to come',
    );
    assert.deepEqual((await client.upload(shot)).body, { ok: true, missing: 0 });
  }
  assert.ok(told.some((gesture) => GESTURES[gesture as GestureName].showsDepth));

  const last = await takeShot();
  const submitted = await client.submit([last]);
  assert.equal(submitted.status, 202);
  assert.deepEqual(Object.keys(submitted.body).sort(), ['job_id', 'ok']);
  await service.finishedJob(submitted.body.job_id, client.token);

  const [request] = service.analyst.requests;
  assert.deepEqual(
    request?.images.map((image) => Buffer.from(image)),
    [...shots, last].map(({ jpeg }) => jpeg),
  );
  assert.deepEqual(
    request.paced?.map(({ shows, step }) => [step, shows]),
    [[0, 'neutral'], ...told.map((gesture, i) => [i + 1, gesture])],
  );
});

test('the backend is told the reasons with its access key, the browser never', async (t) => {
  const { service, client } = await openSession(t);
  await client.reachLastStep();
  const { body } = await client.submit([await takeShot()]);
  const asBrowser = await service.finishedJob(body.job_id, client.token);
  assert.equal('details' in asBrowser.body, false);
  assert.doesNotMatch(JSON.stringify(asBrowser.body), /the-reason-kept-on-the-server/);
  const asBackend = await service.readJob(body.job_id, await service.authorize());
  assert.deepEqual(asBackend.body.details, {
    paced: true,
    faults: [],
    measurements: [SECRET],
    session: {
      cameras: Array(4).fill('front'),
      declined: [],
      more_time: false,
      consent_sha256: null,
    },
  });
  assert.equal(
    (await service.readJob(body.job_id, await service.authorize(OTHER_KEYS))).status,
    404,
  );

  const plain = await service.mintToken();
  const unpaced = await service.submit(plain, await goodBody());
  await service.finishedJob(unpaced.body.job_id, plain);
  const details = (await service.readJob(unpaced.body.job_id, await service.authorize())).body
    .details;
  assert.equal(details.paced, false);
});

test('a token is activated once, even by many at once', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const answers = await Promise.all(
    Array.from({ length: 10 }, () => new PacedClient(service, token).activate()),
  );
  const opened = answers.filter(({ status }) => status === 201);
  assert.equal(opened.length, 1);
  for (const answer of answers) {
    if (answer.status !== 201) assertRefused(answer, 409, 'session-repeated');
  }
});

test('only a usable token is activated, and only with a key', async (t) => {
  const service = await runService(t);
  const token = await service.mintToken();
  const post = (body: unknown, authorization = token) =>
    service.post(SESSION_PATH, body, { authorization });
  const public_key = { kty: 'EC', crv: 'P-256', x: 'A'.repeat(43), y: 'A'.repeat(43) };
  assertRefused(await post({ version: 1 }), 400, 'bad-request');
  assertRefused(await post({ version: 2, public_key }), 400, 'bad-request');
  assertRefused(await post({ version: 1, public_key }), 400, 'evidence-invalid');
  assertRefused(await post({ version: 1, public_key }, 'no token'), 401, 'not-authenticate');
  const unknown = token.replace(/.{16}$/, 'AAAAAAAAAAAAAAAA');
  assertRefused(await new PacedClient(service, unknown).activate(), 401, 'not-authenticate');
  const used = await service.mintToken();
  await service.submit(used, await goodBody());
  assertRefused(await new PacedClient(service, used).activate(), 401, 'not-authenticate');
  service.clock.nowMs += 5 * 60_000;
  assertRefused(await new PacedClient(service, token).activate(), 401, 'not-authenticate');
});

test('a step out of order, repeated, or of another attempt is refused', async (t) => {
  const { service, client } = await openSession(t);
  const shot = await takeShot();
  assertRefused(await client.commit([shot], { step: 1 }), 409, 'step-out-of-order');
  assertRefused(await client.commit([shot], { attempt: 1 }), 409, 'step-out-of-order');
  const commitment = await client.commitment([shot]);
  assert.equal((await client.send(commitment)).status, 200);
  const other = { ...commitment, head: '0'.repeat(64) };
  assertRefused(await client.send(other), 409, 'step-repeated');
  assertRefused(await client.submit([await takeShot()]), 409, 'step-out-of-order');
  await client.upload(shot);
  await client.reachLastStep();
  assertRefused(await client.commit([await takeShot()]), 409, 'step-out-of-order');
  await client.restart();
  await client.restart();
  assertRefused(await client.send({ ...commitment, attempt: 0 }), 409, 'step-repeated');
  assertRefused(await client.restart(0), 409, 'step-repeated');
  const stranger = new PacedClient(service, await service.mintToken());
  await stranger.activate();
  assertRefused(await stranger.send(commitment), 400, 'evidence-invalid');
  const unopened = await service.mintToken();
  const path = `${SESSION_PATH}/steps`;
  const missing = await service.post(path, commitment, { authorization: unopened });
  assertRefused(missing, 409, 'session-missing');
});

test('of two commitments to one step at once, one is kept', async (t) => {
  const { client } = await openSession(t);
  const commitments = await Promise.all(
    Array.from({ length: 6 }, async () => client.commitment([await takeShot()])),
  );
  const answers = await Promise.all(commitments.map((commitment) => client.send(commitment)));
  assert.equal(answers.filter(({ status }) => status === 200).length, 1);
  for (const answer of answers) {
    if (answer.status !== 200) assertRefused(answer, 409, 'step-repeated');
  }
});

test('a step is late from the millisecond after its limit, the last one too', async (t) => {
  const { service, client } = await openSession(t, { gestureLimitMs: 4000 });
  await client.commit([await takeShot()]);
  service.clock.nowMs += 4000;
  assert.equal((await client.commit([await takeShot()])).status, 200);
  service.clock.nowMs += 4001;
  assertRefused(await client.commit([await takeShot()]), 409, 'step-late');
  assertRefused(await client.swap(), 409, 'step-late');
  assert.equal((await client.restart()).body.step.shows, 'neutral');
  await client.reachLastStep();
  service.clock.nowMs += 4001;
  assertRefused(await client.submit([await takeShot()]), 409, 'step-late');
});

test('the neutral face may take as long as the token lives, and nothing outlives it', async (t) => {
  const { service, client } = await openSession(t);
  service.clock.nowMs += 5 * 60_000 - 1;
  const done = await client.commit([await takeShot()]);
  assert.equal(done.body.step.limit_ms, 1);
  service.clock.nowMs += 1;
  assertRefused(await client.commit([await takeShot()]), 401, 'not-authenticate');
});

test('every call from another origin than the activation’s is refused', async (t) => {
  const { client } = await openSession(t);
  const shot = await takeShot();
  for (const origin of ['https://evil.example', 'null', 'https://shop.example.evil']) {
    const foreign = client.from(origin);
    assertRefused(await foreign.commit([shot]), 403, 'session-origin');
    assertRefused(await foreign.swap(), 403, 'session-origin');
    assertRefused(await foreign.restart(), 403, 'session-origin');
    assertRefused(await foreign.upload(shot), 403, 'session-origin');
  }
  await client.reachLastStep();
  const last = await takeShot();
  assertRefused(await client.from('https://evil.example').submit([last]), 403, 'session-origin');
  assert.equal((await client.submit([last])).status, 202);
});

test('evidence that does not fit is refused, and the step can still be done', async (t) => {
  for (const part of [0, 2, 4]) {
    const { client } = await openSession(t);
    const earlier = await takeShot();
    const shot = await takeShot();
    const good = await client.commitment([shot]);
    const other = await client.commitment([earlier]);
    const wrong = [
      { ...good, head: other.head },
      { ...good, signature: other.signature },
      { ...good, frames: other.frames },
      { ...other, signature: good.signature },
      await client.commitment([shot, earlier]),
      await client.commitment([shot, shot]),
    ];
    for (const commitment of wrong.slice(part, part + 2)) {
      assertRefused(await client.send(commitment), 400, 'evidence-invalid');
    }
    assert.equal((await client.send(good)).status, 200);
    assertRefused(await client.commit([shot]), 400, 'evidence-invalid');
  }
});

test('the third piece of wrong evidence ends the session: nobody guesses at a gesture for nothing', async (t) => {
  const { client } = await openSession(t);
  const shot = await takeShot();
  const good = await client.commitment([shot]);
  const guess = { ...good, head: 'f'.repeat(64) };
  for (let guesses = 0; guesses < 3; guesses += 1) {
    assertRefused(await client.send(guess), 400, 'evidence-invalid');
  }
  assertRefused(await client.send(good), 409, 'attempts-exhausted');
});

test('a frame that nobody committed to, or of another size than was said, is refused', async (t) => {
  const { client } = await openSession(t);
  const shot = await takeShot();
  assertRefused(await client.upload(shot), 409, 'frame-unknown');
  const bigger = await takeShot(await makeJpeg({ widthPx: 100 }));
  const text = await takeShot(Buffer.from('this is no picture at all'));
  await client.commit([bigger]);
  assertRefused(await client.upload(shot), 409, 'frame-unknown');
  assertRefused(await client.upload(bigger), 400, 'evidence-invalid');
  await client.commit([text]);
  assertRefused(await client.upload(text), 400, 'invalid-image');
});

test('the small frames of a step come with its commitment and are pictures, or the next gesture is not told', async (t) => {
  const [rest, between, clearest] = [await takeShot(), await takeShot(), await takeShot()];
  const other = await takeShot();
  const text = await takeShot(Buffer.from('this is no picture at all'));
  const frames = [rest, between, clearest];
  const oneColour = await takeShot(await makeJpeg());
  const copy = await takeShot(Buffer.concat([rest.jpeg, Buffer.from('other bytes')]));
  const cut = await takeShot(between.jpeg.subarray(0, between.jpeg.length >> 1));
  const huge = await takeShot(await makePattern('huge', 1024, 1024));
  const hugeSaid = { ...huge, record: { ...huge.record, width_px: 1024, height_px: 1024 } };
  const last = await takeShot();
  const refused = [
    [frames, [], 'evidence-invalid'],
    [frames, [rest], 'evidence-invalid'],
    [frames, [rest, between, clearest], 'evidence-invalid'],
    [frames, [between, rest], 'evidence-invalid'],
    [frames, [rest, other], 'evidence-invalid'],
    [[text, last], [text], 'invalid-image'],
    [[oneColour, last], [oneColour], 'invalid-image'],
    [[rest, copy, last], [rest, copy], 'invalid-image'],
    [[cut, last], [cut], 'invalid-image'],
    [[hugeSaid, last], [hugeSaid], 'invalid-image'],
  ] as const;
  for (const [shown, small, code] of refused) {
    const { client } = await openSession(t);
    const answer = await client.commit(shown, {}, [...small]);
    assertRefused(answer, 400, code);
    assert.equal(answer.body.step, undefined);
    assert.equal(client.answer?.step.shows, 'neutral');
  }
  const { client } = await openSession(t);
  await client.commit(frames);
  // The commitment brought two of three.
  assert.equal((await client.upload(clearest)).body.missing, 0);
});

test('small frames that are wrong three times end the session', async (t) => {
  const { client } = await openSession(t);
  const [rest, other, clearest] = [await takeShot(), await takeShot(), await takeShot()];
  for (let wrong = 0; wrong < 3; wrong += 1) {
    const answer = await client.commit([rest, clearest], {}, [other]);
    assertRefused(answer, 400, 'evidence-invalid');
  }
  assertRefused(await client.commit([rest, clearest]), 409, 'attempts-exhausted');
});

test('a frame may be sent again, and a session that lacks one keeps its token', async (t) => {
  const { client } = await openSession(t);
  const [one, two] = [await takeShot(), await takeShot()];
  await client.commit([one]);
  await client.commit([two]);
  assert.equal((await client.upload(two)).body.missing, 1);
  assert.equal((await client.upload(two)).body.missing, 1);
  await client.reachLastStep();
  const last = await takeShot();
  assertRefused(await client.submit([last]), 409, 'frames-missing');
  assert.equal((await client.upload(one)).body.missing, 0);
  assertRefused(await client.submit([last, one]), 400, 'evidence-invalid');
  assert.equal((await client.submit([last])).status, 202);
  assertRefused(await client.submit([last]), 401, 'not-authenticate');
});

test('images other than those of the last commitment are refused', async (t) => {
  const { client, service } = await openSession(t);
  await client.reachLastStep();
  const [shown, exchanged] = [await takeShot(), await takeShot()];
  const answer = await service.post(
    '/v1/analytics/face-liveness',
    { images: [toDataUri(exchanged.jpeg)], session: await client.commitment([shown]) },
    { authorization: client.token, origin: 'https://shop.example' },
  );
  assertRefused(answer, 400, 'evidence-invalid');
});

test('an activated token takes no plain submission, and a service may take none at all', async (t) => {
  const { service, client } = await openSession(t);
  assertRefused(await service.submit(client.token, await goodBody()), 403, 'session-required');
  const strict = await runService(t, { pacing: 'required' });
  const plain = await strict.submit(await strict.mintToken(), await goodBody());
  assertRefused(plain, 403, 'session-required');
  assert.match(plain.body.message, /--pacing offered/);
  const paced = new PacedClient(strict, await strict.mintToken());
  await paced.activate();
  await paced.reachLastStep();
  assert.equal((await paced.submit([await takeShot()])).status, 202);
});

test('a service without pacing answers 404, which a page may read, and takes no session', async (t) => {
  const page = 'https://shop.example';
  const { client, service, activation } = await openSession(t, {
    pacing: 'off',
    allowedOrigins: [page],
  });
  assertRefused(activation, 404, 'not-found');
  assert.equal(activation.headers.get('access-control-allow-origin'), page);
  assert.equal((await service.submit(client.token, await goodBody())).status, 202);
});

test('an attempt can be given up, so many times and no more, and the next asks the same again', async (t) => {
  const { client, service } = await openSession(t, { sessionAttempts: 2 });
  const shots = await client.reachLastStep();
  const restarted = await client.restart();
  assert.deepEqual(
    [restarted.status, restarted.body.attempt, restarted.body.attempts_left],
    [200, 1, 0],
  );
  assert.equal(restarted.body.step.shows, 'neutral');
  assert.equal(
    await framesHeld(service.place, client.token),
    0,
    'the frames of the first attempt are gone',
  );
  const [stale] = shots;
  assert.ok(stale);
  assertRefused(await client.upload(stale), 409, 'frame-unknown');
  assertRefused(await client.restart(), 409, 'attempts-exhausted');
  await client.reachLastStep();
  assert.equal((await client.submit([await takeShot()])).status, 202);
});

test('a session that nobody ends is deleted with its frames when its token has expired', async (t) => {
  const { client, service } = await openSession(t);
  await client.reachLastStep();
  assert.equal(await framesHeld(service.place, client.token), 3);
  service.clock.nowMs += 5 * 60_000 + 1;
  await service.service.start();
  assert.equal(await framesHeld(service.place, client.token), 0);
});

/** How many frames the store holds for the session, as another process sees it. */
async function framesHeld(place: StorePlace, token: string): Promise<number> {
  const store = await openStoreAt(place);
  const hashes = await store.sessions.frameHashes(hashSubmissionToken(token) ?? '');
  await store.close();
  return hashes.length;
}

test('the analysis is told when the operator refuses virtual cameras, and only then', async (t) => {
  for (const cameras of ['refuse-virtual', 'any'] as const) {
    const { client, service } = await openSession(t, { cameras });
    await client.reachLastStep();
    const { body } = await client.submit([await takeShot()]);
    await service.finishedJob(body.job_id, client.token);
    const asked = service.analyst.requests.at(-1)?.refusesVirtualCameras;
    assert.equal(asked, cameras === 'refuse-virtual' ? true : undefined);
  }
});
