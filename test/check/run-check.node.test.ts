import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CheckState } from '../../src/check/check-state.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';
import { obedient, ScriptedCheck } from './scripted-check.ts';

describe('a check that goes well', () => {
  it('passes through its states in order and hands over the job', async () => {
    const check = new ScriptedCheck();
    const { jobId, verdict } = await check.run();
    assert.deepEqual(check.path, ['preparing', 'positioning', 'holding', 'gesture', 'submitting']);
    assert.equal(jobId, 'job 1');
    assert.equal(verdict, undefined);
    assert.deepEqual(check.gestures, ['smile 1/3', 'turn-left 2/3', 'blink 3/3']);
  });

  it('submits the neutral face first, then each gesture at its clearest', async () => {
    const check = new ScriptedCheck();
    const { images } = await check.run();
    const shown = images.map(({ shows }) => shows);
    assert.deepEqual(shown, ['neutral', 'smile', 'turn-left', 'blink']);
    assert.deepEqual(check.submitted?.images, images);
    const times = images.map(({ capturedAtMs }) => capturedAtMs);
    assert.deepEqual(
      times,
      times.toSorted((a, b) => a - b),
    );
  });

  it('submits to the service that was named, with the token and the threshold', async () => {
    const check = new ScriptedCheck();
    await check.run();
    const { apiUrl, token, threshold } = check.submitted ?? {};
    assert.deepEqual([apiUrl, token, threshold], ['https://service.test', 'token 1', 0.7]);
    assert.equal(check.tokensFetched, 1);
  });

  it('has the camera off and every picture closed before anything is submitted', async () => {
    const check = new ScriptedCheck();
    check.onState = ({ name }) => {
      if (name === 'submitting') assert.equal(check.camerasOpen, 0);
    };
    await check.run();
    assert.deepEqual([check.camerasOpened, check.camerasOpen], [1, 0]);
    assert.equal(check.pictures.open, 0);
    assert.equal(check.encodersOpen, 0);
    assert.deepEqual(check.previews, [true, false]);
  });

  it('says how far the loading is', async () => {
    const check = new ScriptedCheck();
    await check.run();
    assert.deepEqual(check.states.slice(0, 2), [
      { name: 'preparing', loadedBytes: 0, totalBytes: 0 },
      { name: 'preparing', loadedBytes: 5, totalBytes: 10 },
    ]);
  });

  it('lets the time that is left for a gesture run down from one', async () => {
    const check = new ScriptedCheck();
    await check.run();
    const left = check.states.flatMap((state) =>
      state.name === 'gesture' && state.index === 0 ? [state.timeLeft] : [],
    );
    assert.equal(left[0], 1);
    assert.deepEqual(
      left,
      left.toSorted((a, b) => b - a),
    );
    assert.ok((left.at(-1) ?? 1) < 0.9);
  });
});

describe('time in a check', () => {
  /** Does nothing until the check has started over. */
  const slow = () => {
    const obey = obedient();
    let restarted = false;
    return (state: CheckState, atMs: number) => {
      restarted ||= state.name === 'positioning' && state.restarted;
      return restarted
        ? obey(state, atMs)
        : ({ capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } as const);
    };
  };

  it('a person who misses one gesture is asked for that one again, and keeps what was done', async () => {
    const obey = obedient();
    const check = new ScriptedCheck((state, atMs) => {
      const misses = state.name === 'gesture' && state.index === 1 && !state.again;
      return misses ? { capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } : obey(state, atMs);
    });
    const { images } = await check.run();
    assert.equal(check.path.filter((name) => name === 'positioning').length, 1);
    const missed = check.states.filter((state) => state.name === 'gesture' && state.index === 1);
    const again = missed.filter((state) => state.name === 'gesture' && state.again);
    assert.ok(again.length > 0 && again.length < missed.length);
    assert.equal(new Set(missed.map((state) => state.name === 'gesture' && state.gesture)).size, 1);
    assert.deepEqual(check.gestures, ['smile 1/3', 'turn-left 2/3', 'blink 3/3']);
    const [, smile, turn] = images.map(({ capturedAtMs }) => capturedAtMs);
    assert.ok((turn ?? 0) - (smile ?? 0) > 3000, 'the image of the turn is of the second time');
  });

  it('who misses a gesture twice is asked for another, and is not sent back', async () => {
    const obey = obedient();
    const check = new ScriptedCheck((state, atMs) =>
      state.name === 'gesture' && state.gesture === 'turn-left'
        ? { capturedAtMs: atMs, faceCount: 1, face: NEUTRAL }
        : obey(state, atMs),
    );
    check.options = { ...check.options, gestures: ['smile', 'turn-left', 'blink', 'nod-up'] };
    await check.run();
    assert.equal(check.path.filter((name) => name === 'positioning').length, 1);
    assert.ok(check.gestures.includes('nod-up 2/3'), check.gestures.join());
  });

  it('a gesture that does not come starts everything over once, with the same token', async () => {
    const check = new ScriptedCheck(slow());
    const { images } = await check.run();
    assert.deepEqual(check.path, [
      'preparing',
      'positioning',
      'holding',
      'gesture',
      'positioning',
      'holding',
      'gesture',
      'submitting',
    ]);
    assert.equal(check.tokensFetched, 1);
    const restart = check.states.findIndex((s) => s.name === 'positioning' && s.restarted);
    assert.ok(restart > 0);
    // Nothing of the first attempt is sent.
    assert.ok((images[0]?.capturedAtMs ?? 0) > 3000);
  });

  it('the second time-out fails the check', async () => {
    const check = new ScriptedCheck((_, atMs) => ({
      capturedAtMs: atMs,
      faceCount: 1,
      face: NEUTRAL,
    }));
    await assert.rejects(check.run(), { code: 'gesture-timeout' });
    assert.equal(check.camerasOpen, 0);
    assert.equal(check.pictures.open, 0);
    assert.equal(check.submitted, undefined);
  });

  it('another attempt asks the same again: a fresh sequence would be another draw', async () => {
    const check = new ScriptedCheck(slow());
    let drawn = 0;
    // Nothing else can be offered: both are one movement.
    check.options = { ...check.options, gestures: ['turn-left', 'turn-right'], gestureCount: 1 };
    check.parts = { ...check.parts, randomInt: (limit) => (drawn++ === 0 ? 0 : limit - 1) };
    const { images } = await check.run();
    assert.equal(drawn, 1);
    assert.deepEqual(
      images.map(({ shows }) => shows),
      ['neutral', check.options.gestures[0]],
    );
  });
});

describe('a check without gestures', () => {
  it('submits the neutral face alone, and asks the service for no session', async () => {
    const check = new ScriptedCheck();
    let asked = 0;
    check.options = { ...check.options, gestureCount: 0 };
    check.parts = {
      ...check.parts,
      openSession: async () => {
        asked++;
        return undefined;
      },
    };
    const { images, paced } = await check.run();
    assert.deepEqual(
      images.map(({ shows }) => shows),
      ['neutral'],
    );
    assert.deepEqual([asked, paced], [0, false]);
    assert.deepEqual(check.path, ['preparing', 'positioning', 'holding', 'submitting']);
  });
});

describe('a check without gestures where pacing is required', () => {
  it('fails: it is never paced', async () => {
    const check = new ScriptedCheck();
    check.options = { ...check.options, gestureCount: 0, pacing: 'required' };
    await assert.rejects(check.run(), { code: 'pacing-unavailable' });
    assert.equal(check.camerasOpen, 0);
  });
});
