import assert from 'node:assert/strict';
import { testOnEachStore as test } from '../stores.ts';
import { assertRefused, openSession } from './open-session.ts';
import { PacedClient, takeShot } from './paced-client.ts';

test('evidence of consent to other words than those of the activation is refused', async (t) => {
  for (const [agreed, signed, status] of [
    ['I agree', 'I agree', 200],
    ['I agree', 'I do not', 400],
    ['I agree', '', 400],
    [undefined, 'I agree', 400],
  ] as const) {
    const { service } = await openSession(t);
    const client = new PacedClient(service, await service.mintToken());
    assert.equal((await client.activate(agreed, signed)).status, 201);
    const { status: answered } = await client.commit([await takeShot()]);
    assert.equal(answered, status, `${agreed} and ${signed}`);
  }
});

test('a gesture can be declined for another movement, so many times and no more', async (t) => {
  const { client, service } = await openSession(t, { sessionSwaps: 2 });
  assertRefused(await client.swap(), 409, 'swap-refused');
  await client.commit([await takeShot()]);
  const asked: string[] = [client.answer?.step.shows ?? ''];
  service.clock.nowMs += 9999;
  for (const left of [1, 0]) {
    const swapped = await client.swap();
    assert.equal(swapped.status, 200);
    assert.equal(swapped.body.swaps_left, left);
    assert.equal(swapped.body.step.step, 1);
    assert.equal(swapped.body.step.limit_ms, 10_000);
    asked.push(swapped.body.step.shows);
  }
  const movements = asked.map((gesture) => gesture.replace(/-(left|right|up|down)$/, ''));
  assert.equal(new Set(movements).size, 3, asked.join());
  assertRefused(await client.swap(), 409, 'swap-refused');
  assertRefused(await client.swap({ step: 2 }), 409, 'step-out-of-order');
  assertRefused(await client.swap({ step: 0 }), 409, 'step-repeated');
  while (client.answer && client.answer.step.step < client.answer.gesture_count) {
    asked.push(client.answer.step.shows);
    await client.commit([await takeShot()]);
  }
  assert.ok(asked.slice(3).every((gesture) => !asked.slice(0, 2).includes(gesture)));
});

test('where there is no other gesture, no swap is left', async (t) => {
  const { client } = await openSession(t, {
    sessionGestures: ['nod-up', 'nod-down'],
    sessionGestureCount: 1,
  });
  await client.commit([await takeShot()]);
  assert.equal(client.answer?.swaps_left, 0);
  assertRefused(await client.swap(), 409, 'swap-refused');
});

test('who needs more time gets the long limit, for the present gesture and those to come, but not twice', async (t) => {
  const { client, service } = await openSession(t, { longGestureLimitMs: 40_000 });
  const early = await client.askMoreTime();
  assert.equal(early.body.step.limit_ms, 5 * 60_000, 'the neutral face has the time of the token');
  await client.commit([await takeShot()]);
  assert.equal(client.answer?.step.limit_ms, 40_000);
  service.clock.nowMs += 39_000;
  assert.equal((await client.askMoreTime()).body.step.limit_ms, 1000);
  await client.commit([await takeShot()]);
  assert.equal(client.answer?.step.limit_ms, 40_000);
  assertRefused(await client.askMoreTime(1), 409, 'step-out-of-order');
});

test('more time can be asked while a gesture waits, but not after its limit', async (t) => {
  const { client, service } = await openSession(t);
  await client.commit([await takeShot()]);
  service.clock.nowMs += 9000;
  assert.equal((await client.askMoreTime()).body.step.limit_ms, 100_000);

  const late = await openSession(t);
  await late.client.commit([await takeShot()]);
  late.service.clock.nowMs += 10_001;
  assertRefused(await late.client.askMoreTime(), 409, 'step-late');
});

test('a gesture that was missed has its time once more, the same gesture and never another', async (t) => {
  const { client, service } = await openSession(t);
  await client.commit([await takeShot()]);
  const first = client.answer?.step ?? assert.fail();
  service.clock.nowMs += 9000;
  const repeated = await client.repeat();
  assert.equal(repeated.status, 200);
  assert.deepEqual(repeated.body.step, first, 'the whole time for it');
  assert.equal(repeated.body.repeats_left, 0, 'not a third time');
  service.clock.nowMs += 9000;
  assert.equal((await client.repeat()).body.step.limit_ms, 1000, 'asked again it is as it was');
  service.clock.nowMs += 1001;
  assert.equal((await client.repeat()).body.step.limit_ms, 0);
  assertRefused(await client.commit([await takeShot()]), 409, 'step-late');
});

test('a repeat that comes late is in time, because a network may be slow', async (t) => {
  const { client, service } = await openSession(t);
  await client.commit([await takeShot()]);
  service.clock.nowMs += 12_000;
  assert.equal((await client.repeat()).body.step.limit_ms, 10_000);
  assert.equal((await client.commit([await takeShot()])).status, 200);
});

test('three gestures of a session are repeated and no more, in whatever attempt, and a repeat tells nothing', async (t) => {
  const { client } = await openSession(t);
  assertRefused(await client.repeat(), 409, 'repeat-refused');
  const shown: string[][] = [[], []];
  for (const [attempt, gestures] of shown.entries()) {
    await client.commit([await takeShot()]);
    for (const step of [1, 2]) {
      const { shows } = client.answer?.step ?? assert.fail();
      gestures.push(shows);
      if (attempt === 1 && step === 2) {
        assert.equal(client.answer?.repeats_left, 0);
        assertRefused(await client.repeat(), 409, 'repeat-refused');
        assertRefused(await client.repeat(3), 409, 'step-out-of-order');
        assertRefused(await client.repeat(1), 409, 'step-repeated');
      } else assert.equal((await client.repeat()).body.step.shows, shows);
      await client.commit([await takeShot()]);
    }
    if (attempt === 0) await client.restart();
  }
  assert.deepEqual(shown[0], shown[1]);
});

test('the gesture that came in the place of a repeated one may be repeated, too', async (t) => {
  const { client } = await openSession(t);
  await client.commit([await takeShot()]);
  await client.repeat();
  const swapped = await client.swap();
  assert.equal(swapped.body.repeats_left, 2);
  assert.equal((await client.repeat()).body.step.shows, swapped.body.step.shows);
});

test('an operator who grants no more time leaves the limit as it is', async (t) => {
  const { client } = await openSession(t, { longGestureLimitMs: 1000 });
  await client.askMoreTime();
  await client.commit([await takeShot()]);
  assert.equal(client.answer?.step.limit_ms, 10_000);
});
