import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import type { GestureName } from '../../src/challenge/gesture.ts';
import type { CheckState } from '../../src/check/check-state.ts';
import { LivenessStateEvent } from '../../src/events.ts';
import type { Offset } from '../../src/testing/gesture-timeline.ts';
import { obey, type Performer } from '../../src/testing/obey.ts';

/** Writes down what it is asked, and ends a gesture or a pause only when it is told to. */
class Actor implements Performer {
  readonly asked: string[] = [];
  readonly beside: (Offset | undefined)[] = [];
  readonly #running: (() => void)[] = [];

  perform(gesture: GestureName, slowness = 1, beside?: Offset): Promise<void> {
    this.beside.push(beside);
    return this.#begin(slowness === 1 ? gesture : `${gesture} ${slowness} times as slowly`);
  }
  pause(durationMs: number): Promise<void> {
    return this.#begin(`pause ${durationMs}`);
  }
  relax(): void {
    this.asked.push('relax');
    for (const finish of this.#running.splice(0)) finish();
  }
  /** Ends what is running. */
  async finish(): Promise<void> {
    this.#running.shift()?.();
    await setImmediate();
  }
  #begin(what: string): Promise<void> {
    this.asked.push(what);
    return new Promise((finish) => {
      this.#running.push(finish);
    });
  }
}

function gestureState(gesture: GestureName, index: number): CheckState {
  return {
    name: 'gesture',
    gesture,
    index,
    count: 3,
    hint: undefined,
    canSwap: false,
    strength: 0,
    timeLeft: 1,
  };
}

function begin() {
  const element = new EventTarget();
  const actor = new Actor();
  const stop = obey(element, actor, { reactionMs: 100, retryMs: 200 });
  const tell = async (state: CheckState): Promise<void> => {
    element.dispatchEvent(new LivenessStateEvent({ state }));
    await setImmediate();
  };
  return { actor, stop, tell };
}

describe('a person who obeys', () => {
  it('heeds in the next try that slower was asked for, though another hint is on the screen by then', async () => {
    const { actor, stop, tell } = begin();
    await tell(gestureState('turn-left', 0));
    await actor.finish();
    await tell({ ...gestureState('turn-left', 0), hint: 'more-slowly' } as CheckState);
    await tell({ ...gestureState('turn-left', 0), hint: 'look-straight' } as CheckState);
    await actor.finish();
    await actor.finish();
    stop();
    const performed = actor.asked.filter((what) => what.startsWith('turn'));
    assert.deepEqual(performed, ['turn-left', 'turn-left 2 times as slowly']);
  });

  it('corrects in the next try what lacked to the dot when it was nearest, and begins anew with the next dot', async () => {
    const { actor, stop, tell } = begin();
    const dot = { left: 0.5, up: 1 };
    const at = (index: number, left: number, up: number) =>
      tell({
        ...gestureState('dot-up-left-far', index),
        dot,
        pointsAt: { left, up },
      } as CheckState);
    await at(0, 0, 0);
    await actor.finish();
    for (const [left, up] of [
      [0.25, 0.5],
      [0.5, 1.25],
      [0, 0],
    ] as const) {
      await at(0, left, up);
    }
    await actor.finish();
    await actor.finish();
    await at(0, 0.75, 1);
    await actor.finish();
    await actor.finish();
    await at(1, 0, 0);
    await actor.finish();
    await actor.finish();
    stop();
    assert.deepEqual(actor.beside, [
      { left: 0, up: 0 },
      { left: 0, up: -0.25 },
      { left: -0.25, up: -0.25 },
      { left: 0, up: 0 },
    ]);
  });

  it('tries it slower each time that it is asked for slower, and the next at the usual speed', async () => {
    const { actor, stop, tell } = begin();
    await tell(gestureState('turn-left', 0));
    await actor.finish();
    for (let tries = 0; tries < 4; tries++) {
      await tell({ ...gestureState('turn-left', 0), hint: 'more-slowly' } as CheckState);
      await actor.finish();
      await actor.finish();
    }
    await tell(gestureState('smile', 1));
    for (let n = 0; n < 3; n++) await actor.finish();
    const performed = actor.asked.filter((what) => /^(turn|smile)/.test(what));
    assert.deepEqual(performed, [
      'turn-left',
      'turn-left 2 times as slowly',
      'turn-left 4 times as slowly',
      'turn-left 4 times as slowly',
      'turn-left 4 times as slowly',
      'smile',
    ]);
    stop();
  });

  it('makes the gesture that is asked for, after a moment, and once while it is asked', async () => {
    const { actor, tell } = begin();
    await tell(gestureState('smile', 0));
    await tell(gestureState('smile', 0));
    await actor.finish();
    await tell(gestureState('smile', 0));
    assert.deepEqual(actor.asked, ['relax', 'pause 100', 'smile']);
  });

  it('tries again when the gesture is still asked for after it was made', async () => {
    const { actor, tell } = begin();
    await tell(gestureState('blink', 0));
    for (let step = 0; step < 3; step += 1) await actor.finish();
    assert.deepEqual(actor.asked, ['relax', 'pause 100', 'blink', 'pause 200', 'blink']);
  });

  it('makes the same gesture again when it is asked for as the next one', async () => {
    const { actor, tell } = begin();
    await tell(gestureState('blink', 0));
    await actor.finish();
    await tell(gestureState('blink', 1));
    await actor.finish();
    await actor.finish();
    assert.deepEqual(actor.asked, ['relax', 'pause 100', 'blink', 'pause 100', 'blink']);
  });

  it('finishes a gesture before the next, but not a wait', async () => {
    const { actor, tell } = begin();
    await tell(gestureState('nod-up', 0));
    await actor.finish();
    await actor.finish();
    assert.deepEqual(actor.asked.at(-1), 'pause 200');
    await tell(gestureState('smile', 1));
    assert.deepEqual(actor.asked.slice(-2), ['relax', 'pause 100']);
    await actor.finish();
    assert.deepEqual(actor.asked.at(-1), 'smile');
  });

  it('looks straight ahead when no gesture is asked for', async () => {
    const { actor, tell } = begin();
    await tell({ name: 'positioning', hint: 'hold-still', restarted: false });
    await tell({ name: 'holding', progress: 0.5 });
    assert.deepEqual(actor.asked, []);
    await tell(gestureState('smile', 0));
    await actor.finish();
    await tell({ name: 'positioning', hint: 'hold-still', restarted: true });
    assert.deepEqual(actor.asked, ['relax', 'pause 100', 'smile', 'relax']);
  });

  it('does what is asked a second time after a restart', async () => {
    const { actor, tell } = begin();
    await tell(gestureState('smile', 0));
    await tell({ name: 'positioning', hint: 'hold-still', restarted: true });
    actor.asked.length = 0;
    await tell(gestureState('smile', 0));
    await actor.finish();
    assert.deepEqual(actor.asked.slice(-2), ['pause 100', 'smile']);
  });

  it('does nothing more after it was stopped', async () => {
    const { actor, stop, tell } = begin();
    await tell(gestureState('smile', 0));
    stop();
    await setImmediate();
    const before = [...actor.asked];
    await tell(gestureState('blink', 1));
    assert.deepEqual(actor.asked, before);
    assert.equal(before.at(-1), 'relax');
  });
});
