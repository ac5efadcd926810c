import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { GESTURE_NAMES, GESTURES, type GestureName } from '../../src/challenge/gesture.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import { NEUTRAL } from '../fixtures/gesture-faces.ts';
import { pacedStage } from './paced-stage.ts';
import { obedient, ScriptedCheck } from './scripted-check.ts';

const HEAD = ['turn-left', 'turn-right', 'nod-up', 'nod-down'] as const;

/** Asks for another gesture whenever one is asked that the person cannot do, and notes what was asked and offered. */
function decline(check: ScriptedCheck, cannot: (gesture: GestureName) => boolean) {
  const asked: { gesture: GestureName; canSwap: boolean }[] = [];
  check.onState = (state) => {
    if (state.name !== 'gesture') return;
    const { gesture, canSwap } = state;
    const isNews = asked.at(-1)?.gesture !== gesture;
    if (isNews) asked.push({ gesture, canSwap });
    if (isNews && cannot(gesture)) check.options.requests.askSwap();
  };
  return asked;
}

/** Does what is asked, but never what cannot be done. */
function unable(cannot: (gesture: GestureName) => boolean) {
  const obey = obedient();
  return (state: CheckState, atMs: number) =>
    state.name === 'gesture' && cannot(state.gesture)
      ? ({ capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } as const)
      : obey(state, atMs);
}

const isNod = (gesture: GestureName) => GESTURES[gesture].movement === 'nod';

describe('a person who cannot do a gesture', () => {
  it('is asked another of the same strength in its place', async () => {
    const isBlink = (gesture: GestureName) => gesture === 'blink';
    const check = new ScriptedCheck(unable(isBlink));
    check.options = { ...check.options, gestures: ['blink', 'turn-left', 'smile', 'nod-up'] };
    check.options = { ...check.options, gestureCount: 2 };
    const asked = decline(check, isBlink);
    await check.run();
    const gestures = asked.map(({ gesture }) => gesture);
    assert.equal(gestures[0], 'blink');
    assert.equal(gestures[1], 'smile');
    assert.ok(check.gestures.every((seen) => !seen.startsWith('blink')));
    assert.equal(check.gestures.length, 3, 'and one more');
  });

  it('is offered another so many times and no more, and only where there is one', async () => {
    const anything = () => true;
    const check = new ScriptedCheck(unable(anything));
    check.options = { ...check.options, gestures: GESTURE_NAMES };
    const asked = decline(check, anything);
    await assert.rejects(check.run(), { code: 'gesture-timeout' });
    assert.deepEqual(
      asked.map(({ canSwap }) => canSwap),
      [true, true, false],
    );
  });

  it('gets it from the service where the service paces, and the evidence is of the other one', async (t) => {
    const { service, check, token, calls } = await pacedStage(
      t,
      { sessionGestures: [...HEAD] },
      unable(isNod),
    );
    const asked = decline(check, isNod);
    const { jobId } = await check.run();
    await service.finishedJob(jobId, token);
    const shown = (service.analyst.requests[0]?.paced ?? []).flatMap(({ onTheWay, shows }) =>
      onTheWay ? [] : shows,
    );
    assert.ok(
      asked.some(({ gesture }) => isNod(gesture)),
      'no nod was asked',
    );
    assert.ok(calls.includes('swaps'));
    assert.ok(!shown.some((shows) => shows !== 'neutral' && isNod(shows)));
    assert.equal(shown.length, 4);
  });

  it('is offered no other where the service has none', async (t) => {
    const { check, calls } = await pacedStage(
      t,
      { sessionGestures: ['turn-left', 'turn-right'], sessionGestureCount: 1 },
      unable(() => true),
    );
    const asked = decline(check, () => true);
    await assert.rejects(check.run(), { code: /timeout/ });
    assert.ok(asked.length > 0 && asked.every(({ canSwap }) => !canSwap));
    assert.ok(!calls.includes('swaps'));
  });
});

describe('a person who needs more time', () => {
  /** Does a gesture only after this long. */
  function slow(afterMs: number) {
    const obey = obedient();
    let asked = '';
    let sinceMs = 0;
    return (state: CheckState, atMs: number) => {
      const now = state.name === 'gesture' ? `${state.index} ${state.gesture}` : '';
      if (now !== asked) sinceMs = atMs;
      asked = now;
      if (now === '' || atMs - sinceMs >= afterMs) return obey(state, atMs);
      return { capturedAtMs: atMs, faceCount: 1, face: NEUTRAL } as const;
    };
  }

  it('times out without it, and passes with it', async () => {
    await assert.rejects(new ScriptedCheck(slow(6000)).run(), { code: 'gesture-timeout' });
    const check = new ScriptedCheck(slow(6000));
    check.options.requests.askMoreTime();
    await check.run();
    assert.equal(check.gestures.length, 3);
  });

  it('may ask for it while the gesture waits', async () => {
    const check = new ScriptedCheck(slow(6000));
    check.onState = (state) => {
      if (state.name === 'gesture' && state.timeLeft < 0.3) check.options.requests.askMoreTime();
    };
    await check.run();
    assert.equal(check.path.filter((name) => name === 'positioning').length, 1);
  });

  it('gets as much as the service grants', async (t) => {
    const { check, calls } = await pacedStage(t, { sessionGestures: [...HEAD] }, slow(6000));
    check.options.requests.askMoreTime();
    await check.run();
    assert.equal(check.gestures.length, 3);
    assert.equal(calls.filter((call) => call === 'more-time').length, 1);
  });
});
