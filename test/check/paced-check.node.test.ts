import assert from 'node:assert/strict';
import { createHash, randomBytes } from 'node:crypto';
import { describe, it, type TestContext } from 'node:test';
import type { CheckState } from '../../src/check/check-state.ts';
import { splitWays } from '../../src/service/analysis/verdict/split-ways.ts';
import {
  openSession,
  type PacedConnection,
  type SessionClient,
} from '../../src/submission/session-client.ts';
import { facesOf, NEUTRAL } from '../fixtures/gesture-faces.ts';
import { makeJpeg, toDataUri } from '../service/jpeg.ts';
import { pacedStage } from './paced-stage.ts';
import { obedient } from './scripted-check.ts';

/** Of each draw of a gesture the first: a movement of the head comes first. Keys stay random. */
const headsFirst = (bytes: number) => (bytes === 4 ? Buffer.alloc(4) : randomBytes(bytes));

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
    assert.ok(request);
    const { judged, way } = splitWays(request);
    const asked = judged.paced?.map(({ shows }) => shows);
    assert.deepEqual(
      images.map(({ shows }) => shows),
      asked,
    );
    assert.equal(asked?.length, 4);
    assert.deepEqual(
      judged.images.map((image) => toDataUri(image)),
      images.map(({ dataUri }) => dataUri),
    );
    assert.deepEqual(
      way.map(({ step }) => step),
      [1, 1, 1, 2, 2, 2, 3, 3, 3],
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
    const { service, check, token, calls } = await pacedStage(t, { sessionSwaps: 0 }, slow);
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    assert.equal(calls.filter((call) => call === 'attempts').length, 1);
    assert.equal(service.analyst.requests[0]?.paced?.filter(({ onTheWay }) => !onTheWay).length, 4);
  });

  it('asks a gesture again that was missed, in the service’s time, and what was done stays done', async (t) => {
    const obey = obedient();
    const missOnce = (state: CheckState, atMs: number) =>
      state.name === 'gesture' && state.index === 1 && !state.again
        ? ({ capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } as const)
        : obey(state, atMs);
    const { service, check, token, calls, told } = await pacedStage(t, {}, missOnce);
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    assert.deepEqual(calls.filter((call) => call !== 'frames').slice(0, 6), [
      'liveness-session',
      'steps',
      'steps',
      'more-time',
      'steps',
      'face-liveness',
    ]);
    const shows = told.flatMap((answer) => JSON.parse(answer).step?.shows ?? []);
    assert.equal(shows[2], shows[3], 'the same gesture');
    assert.deepEqual(service.analyst.requests[0]?.session?.declined, []);
  });

  it('asks for another gesture in the place of one that was missed twice', async (t) => {
    const obey = obedient();
    let missed: string | undefined;
    const missTwice = (state: CheckState, atMs: number) => {
      if (state.name === 'gesture') missed ??= state.gesture;
      return state.name === 'gesture' && state.gesture === missed
        ? ({ capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } as const)
        : obey(state, atMs);
    };
    const { service, check, token, calls } = await pacedStage(t, {}, missTwice);
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    assert.deepEqual(
      calls.slice(0, 5).filter((call) => call !== 'frames'),
      ['liveness-session', 'steps', 'more-time', 'swaps'],
    );
    assert.ok(!calls.includes('attempts'), 'nobody begins again');
    assert.deepEqual(service.analyst.requests[0]?.session?.declined, [missed]);
  });

  it('sends no mouth without its way where no head is moved, which the service would miss', async (t) => {
    const abrupt = (state: CheckState, atMs: number) => {
      const isOpen =
        state.name === 'gesture' && state.gesture === 'open-mouth' && atMs % 1000 < 500;
      const face = isOpen ? (facesOf('open-mouth')[0] ?? NEUTRAL) : NEUTRAL;
      return { capturedAtMs: atMs, faceCount: 1, face } as const;
    };
    const { check, calls } = await pacedStage(
      t,
      { sessionAttempts: 1, sessionGestures: [...HEAD, 'open-mouth'], random: headsFirst },
      abrupt,
    );
    await assert.rejects(check.run(), { code: 'check-timeout' });
    assert.equal(calls.filter((call) => call === 'swaps').length, 2);
    const asked = check.states.flatMap((state) => (state.name === 'gesture' ? state.gesture : []));
    assert.equal(asked.at(-1), 'open-mouth');
    assert.deepEqual(check.gestures, []);
    assert.ok(!calls.includes('face-liveness'));
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

describe('a person who cannot do a gesture, and says so again and again', () => {
  it('gets one other gesture, and the wish is seen to be under way meanwhile', async (t) => {
    const { check, calls, service, token } = await pacedStage(t, { sessionSwaps: 1 });
    let first: string | undefined;
    check.onState = (state) => {
      if (state.name !== 'gesture' || state.index > 0) return;
      first ??= state.gesture;
      // At every picture until there is another one.
      if (state.gesture === first) check.options.requests.askSwap();
    };
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    assert.equal(calls.filter((call) => call === 'swaps').length, 1);
    const shown = check.states.filter((state) => state.name === 'gesture');
    const swapping = shown.filter((state) => state.swapping);
    assert.ok(swapping.length >= 1);
    assert.ok(swapping.every((state) => state.gesture === first));
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
    check.options = { ...check.options, pacing: 'required' };
    await assert.rejects(check.run(), { code: 'pacing-unavailable' });
    assert.deepEqual(calls, ['liveness-session']);
  });
});

describe('opening a session', () => {
  const key = { publicKey: { kty: 'EC', crv: 'P-256', x: 'x', y: 'y' } } as const;
  const connection = { apiUrl: 'http://vendor.test', token: 'token', pacing: 'offered' } as const;
  const required = { ...connection, pacing: 'required' } as const;
  const never = new AbortController().signal;
  const plan = { tryLimitMs: 50, totalLimitMs: 1000, tries: 3, firstPauseMs: 1 };
  type Answering = () => Response | Promise<Response>;
  /** Answers one after the other, the last one for ever. */
  function answering(t: TestContext, ...answers: Answering[]) {
    globalThis.document ??= { baseURI: 'http://page.test/' } as Document;
    let calls = 0;
    t.mock.method(globalThis, 'fetch', async () =>
      answers[Math.min(calls++, answers.length - 1)]?.(),
    );
    return { calls: () => calls };
  }
  const open = (where: PacedConnection = connection) => openSession(where, key, never, plan);
  const saying =
    (status: number, body: string | ReadableStream | object | null, headers = {}) =>
    () =>
      new Response(
        body === null || typeof body === 'string' || body instanceof ReadableStream
          ? body
          : JSON.stringify(body),
        {
          status,
          headers,
        },
      );
  const refusal = (message: string, code = 'not-authenticate') => ({
    ok: false,
    code,
    message,
    errors: [],
  });
  const place = (changes: object = {}) => ({
    ok: true,
    session: '0'.repeat(32),
    attempt: 0,
    gesture_count: 3,
    attempts_left: 2,
    swaps_left: 3,
    step: { step: 0, shows: 'neutral', limit_ms: 60_000 },
    ...changes,
  });
  const atSmile = { step: 1, shows: 'smile', limit_ms: 10_000 };
  const lost = () => Promise.reject(new TypeError('Failed to fetch'));
  const silent = () => new Promise<Response>(() => undefined);

  /** What gateways in front of the vendor's cloud answer to a route that they do not know. */
  const UNKNOWN_ROUTE: [string, Answering][] = [
    ['404 HTML', saying(404, '<html>')],
    ['404 in the contract’s shape', saying(404, refusal('', 'not-found'))],
    ['400 in the contract’s shape', saying(400, refusal('no such analytic', 'bad-request'))],
    ['401 in the contract’s shape', saying(401, refusal('Missing authorization'))],
    ['403 of a gateway', saying(403, { message: 'Missing Authentication Token' })],
    ['405 with nothing', saying(405, null)],
    ['501', saying(501, '')],
  ];
  for (const [name, answer] of UNKNOWN_ROUTE) {
    it(`is not offered by ${name}: the check goes on where that is allowed, and ends where not`, async (t) => {
      answering(t, answer);
      assert.equal(await open(), undefined);
      await assert.rejects(open(required), {
        code: 'pacing-unavailable',
      });
    });
  }

  it('says whose answer it was that has no such route: the service’s, or somebody else’s at another address', async (t) => {
    const messageOf = async (answer: Answering) => {
      t.mock.restoreAll();
      answering(t, answer);
      return open(required).then(
        () => '',
        ({ message }: Error) => message,
      );
    };
    const foreign = await messageOf(saying(404, '<html>'));
    assert.match(foreign, /404 .*not the service.*http:\/\/vendor\.test\/v1\/liveness-session/);
    const own = await messageOf(saying(404, refusal('', 'not-found')));
    assert.match(own, /404/);
    assert.doesNotMatch(own, /not the service/);
  });

  const TROUBLE: [string, Answering, string][] = [
    ['a lost request', lost, 'network'],
    ['silence', silent, 'network'],
    ['an answer that drips', saying(201, dripping()), 'network'],
    ['503', saying(503, ''), 'network'],
    ['500 in the contract’s shape', saying(500, refusal('out of order')), 'network'],
    ['429', saying(429, refusal('slow down')), 'too-many-requests'],
    ['HTML with 200', saying(200, '<html>'), 'answer-unexpected'],
    ['nothing with 200', saying(200, null), 'answer-unexpected'],
    ['half a JSON', saying(201, '{"ok":true,"session":"'), 'answer-unexpected'],
    ['another schema', saying(201, { ok: true, session: 'x' }), 'answer-unexpected'],
    ['a redirect', saying(307, null, { location: 'https://evil.test/' }), 'redirect-refused'],
    ['an expired token', saying(401, refusal('Submission token is expired')), 'token-expired'],
    ['a used token', saying(401, refusal('Submission token has been used')), 'token-used'],
    ['an unknown token', saying(401, refusal('Submission token is invalid')), 'rejected'],
    ['a foreign session', saying(409, refusal('activated before', 'session-repeated')), 'rejected'],
    [
      'a lockout',
      saying(429, refusal('', 'locked-out'), { 'retry-after': '60' }),
      'too-many-requests',
    ],
    ['step 9', saying(201, place({ step: { step: 9, shows: 'smile', limit_ms: 1 } })), 'rejected'],
    [
      'a gesture at step 0',
      saying(201, place({ step: { step: 0, shows: 'smile', limit_ms: 1 } })),
      'rejected',
    ],
  ];
  for (const [name, answer, code] of TROUBLE) {
    it(`${name} is ${code}, and never a check without pacing`, async (t) => {
      answering(t, answer);
      await assert.rejects(open(), { code });
    });
  }

  it('heals what passes: it asks again, with the same body', async (t) => {
    for (const answer of [
      lost,
      silent,
      saying(503, ''),
      saying(200, '<html>'),
      saying(429, null),
    ]) {
      const { calls } = answering(t, answer, saying(201, place()));
      assert.equal((await open(required))?.opened.step.shows, 'neutral');
      assert.equal(calls(), 2);
      t.mock.restoreAll();
    }
  });

  it('heals a repeat whose answer was lost: the same time, once', async (t) => {
    const repeated = place({ step: atSmile, repeats_left: 0 });
    const { calls } = answering(
      t,
      saying(201, place({ repeats_left: 3 })),
      saying(200, place({ step: atSmile, repeats_left: 3 })),
      lost,
      saying(200, repeated),
    );
    const client = await open();
    assert.ok(client);
    await client.commit({ attempt: 0, step: 0, frames: [], head: '', signature: '' });
    assert.deepEqual(await client.repeat(0, 1), repeated);
    assert.equal(calls(), 4);
  });

  it('ends with the signal’s reason when it is aborted', async (t) => {
    const ending = new AbortController();
    answering(t, () => {
      ending.abort();
      throw new DOMException('gone', 'AbortError');
    });
    await assert.rejects(openSession(connection, key, ending.signal, plan), { name: 'AbortError' });
  });

  const OUT_OF_PLACE: [string, (client: SessionClient) => Promise<unknown>, object][] = [
    ['the same step again after a commit', commit, {}],
    ['a neutral face after a commit', commit, { step: { step: 1, shows: 'neutral', limit_ms: 1 } }],
    ['step 9 after step 0', commit, { step: { step: 9, shows: 'smile', limit_ms: 1 } }],
    ['step 2 after step 0', commit, { step: { step: 2, shows: 'smile', limit_ms: 1 } }],
    [
      'another number of gestures',
      commit,
      { gesture_count: 5, step: { step: 1, shows: 'smile', limit_ms: 1 } },
    ],
    ['another attempt', commit, { attempt: 1, step: { step: 1, shows: 'smile', limit_ms: 1 } }],
    [
      'another session',
      commit,
      { session: 'f'.repeat(32), step: { step: 1, shows: 'smile', limit_ms: 1 } },
    ],
    ['the same attempt after a restart', (client) => client.restart(0), {}],
    ['no swap less after a swap', (client) => client.swap(0, 0), {}],
    ['no repeat less after a repeat', (client) => client.repeat(0, 0), {}],
    [
      'another gesture after a repeat',
      (client) => client.repeat(0, 0),
      { step: { step: 0, shows: 'smile', limit_ms: 1 } },
    ],
  ];
  function commit(client: SessionClient): Promise<unknown> {
    return client.commit({ attempt: 0, step: 0, frames: [], head: '', signature: '' });
  }
  for (const [name, call, changes] of OUT_OF_PLACE) {
    it(`${name} is rejected at once, with what was wrong`, async (t) => {
      const { calls } = answering(t, saying(201, place()), saying(200, place(changes)));
      const client = await open();
      assert.ok(client);
      await assert.rejects(call(client), { code: 'rejected', message: /expected/ });
      assert.equal(calls(), 2);
    });
  }
});

/** A byte every 20 ms, and no end. */
function dripping(): ReadableStream<Uint8Array> {
  let timer: NodeJS.Timeout;
  return new ReadableStream({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new TextEncoder().encode(' ')), 20).unref();
    },
    cancel() {
      clearInterval(timer);
    },
  });
}
