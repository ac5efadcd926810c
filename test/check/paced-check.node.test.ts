import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { CheckState } from '../../src/check/check-state.ts';
import { openSession } from '../../src/submission/session-client.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';
import { makeJpeg, toDataUri } from '../service/jpeg.ts';
import { pacedStage } from './paced-stage.ts';
import { obedient } from './scripted-check.ts';

const HEAD = ['turn-left', 'turn-right', 'nod-up', 'nod-down'] as const;

describe('a check that the service paces', () => {
  it('asks what the service chose, is told one gesture at a time, and submits the last step alone', async (t) => {
    const { service, check, token, calls, told } = await pacedStage(t, {
      sessionGestures: [...HEAD],
    });
    const { jobId, paced, images } = await check.run();
    assert.equal(paced, true);
    await service.finishedJob(jobId, token);
    const [request] = service.analyst.requests;
    const asked = request?.paced?.map(({ shows }) => shows);
    assert.deepEqual(
      images.map(({ shows }) => shows),
      asked,
    );
    assert.equal(asked?.length, 4);
    assert.deepEqual(
      request?.images.map((image) => toDataUri(image)),
      images.map(({ dataUri }) => dataUri),
    );
    assert.deepEqual(calls.filter((call) => call !== 'frames').slice(0, 5), [
      'liveness-session',
      'steps',
      'steps',
      'steps',
      'face-liveness',
    ]);
    assert.equal(calls.filter((call) => call === 'frames').length, 3);
    assert.ok(told.every((answer) => (answer.match(/turn-|nod-/g) ?? []).length <= 1));
    assert.deepEqual(
      check.gestures,
      asked.slice(1).map((gesture, i) => `${gesture} ${i + 1}/3`),
    );
  });

  it('binds the evidence to the words that the person agreed to, and tells the backend', async (t) => {
    const { service, check, token } = await pacedStage(t);
    const words = 'The bank keeps four pictures.\nI agree';
    check.options = { ...check.options, consentText: words };
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    const { body } = await service.readJob(jobId, await service.authorize());
    assert.deepEqual(body.details.session, {
      cameras: ['front', 'front', 'front', 'front'],
      declined: [],
      more_time: false,
      consent_sha256: createHash('sha256').update(words).digest('hex'),
    });
    const asPage = await service.readJob(jobId, { authorization: token });
    assert.equal(asPage.body.details, undefined);
  });

  it('never shows a gesture before the service has told it', async (t) => {
    const { check, told } = await pacedStage(t);
    check.onState = (state) => {
      if (state.name !== 'gesture') return;
      const steps = told.filter((answer) => answer.includes('"gesture_count"')).length;
      assert.ok(steps >= state.index + 2, `${state.gesture} at ${state.index}`);
    };
    await check.run();
  });

  it('goes on with a fresh sequence after a time-out, and only that is judged', async (t) => {
    const obey = obedient();
    let restarted = false;
    const slow = (state: CheckState, atMs: number) => {
      restarted ||= state.name === 'positioning' && state.restarted;
      if (restarted) return obey(state, atMs);
      return { capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } as const;
    };
    const { service, check, token, calls } = await pacedStage(t, {}, slow);
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    assert.equal(calls.filter((call) => call === 'attempts').length, 1);
    assert.equal(service.analyst.requests[0]?.images.length, 4);
  });

  it('fails as a check that took too long when the service gives no other attempt', async (t) => {
    const still = (_: CheckState, atMs: number) =>
      ({ capturedAtMs: atMs, faceCount: 1, face: NEUTRAL }) as const;
    const { check } = await pacedStage(t, { sessionAttempts: 1 }, still);
    await assert.rejects(check.run(), { code: 'check-timeout' });
    assert.equal(check.camerasOpen, 0);
    assert.equal(check.pictures.open, 0);
  });

  it('fails with the service’s own word when the token was used', async (t) => {
    const { check, service, token } = await pacedStage(t);
    await service.submit(token, { images: [toDataUri(await makeJpeg())] });
    await assert.rejects(check.run(), { code: 'token-used' });
  });
});

describe('a service that does not pace', () => {
  it('leaves the choice to the page, which says so', async (t) => {
    const { check, service } = await pacedStage(t, { pacing: 'off' });
    const { paced, jobId, images } = await check.run();
    assert.equal(paced, false);
    assert.equal(images.length, 4);
    assert.equal(
      (await service.readJob(jobId, await service.authorize())).body.details.paced,
      false,
    );
  });

  it('ends the check where pacing is required', async (t) => {
    const { check, calls } = await pacedStage(t, { pacing: 'off' });
    check.options = { ...check.options, requirePaced: true };
    await assert.rejects(check.run(), { code: 'pacing-unavailable' });
    assert.deepEqual(calls, ['liveness-session']);
  });
});

describe('opening a session', () => {
  const key = { publicKey: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } } as const;
  const connection = { apiUrl: 'http://vendor.test', token: 'token' };
  const never = new AbortController().signal;
  const answering = (t: TestContext, status: number, body: string) => {
    globalThis.document ??= { baseURI: 'http://page.test/' } as Document;
    t.mock.method(globalThis, 'fetch', async () => new Response(body, { status }));
    return openSession(connection, key, never);
  };

  it('finds none where the route is unknown, in whatever words', async (t) => {
    const json = JSON.stringify({ ok: false, code: 'not-found', message: '', errors: [] });
    assert.equal(await answering(t, 404, json), undefined);
    assert.equal(await answering(t, 404, '<html>'), undefined);
    assert.equal(await answering(t, 403, '{"message":"Missing Authentication Token"}'), undefined);
    assert.equal(await answering(t, 200, '<html>'), undefined);
  });

  it('finds none where no page may call, which looks like no network', async (t) => {
    t.mock.method(globalThis, 'fetch', async () => {
      throw new TypeError('Failed to fetch');
    });
    assert.equal(await openSession(connection, key, never), undefined);
  });

  it('is no reason to go on unpaced when the service refuses or is in trouble', async (t) => {
    const refusal = (message: string) =>
      JSON.stringify({ ok: false, code: 'not-authenticate', message, errors: [] });
    await assert.rejects(answering(t, 401, refusal('Submission token is expired')), {
      code: 'token-expired',
    });
    await assert.rejects(answering(t, 409, refusal('The token was activated before')), {
      code: 'rejected',
    });
    await assert.rejects(answering(t, 503, ''), { code: 'network' });
  });

  it('ends with the signal’s reason when it is aborted', async (t) => {
    const ending = new AbortController();
    t.mock.method(globalThis, 'fetch', async () => {
      ending.abort();
      throw new DOMException('gone', 'AbortError');
    });
    await assert.rejects(openSession(connection, key, ending.signal), { name: 'AbortError' });
  });
});
