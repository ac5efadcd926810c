import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whileCameraLives } from '../../src/camera/track-life.ts';

/** A page that is always visible, and counts what hangs on it. */
function stagePage(t: import('node:test').TestContext) {
  const page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  const before = globalThis.document;
  globalThis.document = page as unknown as Document;
  t.after(() => {
    globalThis.document = before;
  });
  t.mock.timers.enable({ apis: ['setTimeout'] });
  let listening = 0;
  for (const target of [page]) {
    const { addEventListener, removeEventListener } = target;
    target.addEventListener = function (...args: Parameters<typeof addEventListener>) {
      listening++;
      addEventListener.apply(this, args);
    };
    target.removeEventListener = function (...args: Parameters<typeof removeEventListener>) {
      listening--;
      removeEventListener.apply(this, args);
    };
  }
  return { listening: () => listening };
}

const never = new AbortController().signal;

test('a wait that is over at once leaves nothing behind', async (t) => {
  const page = stagePage(t);
  let stopped = 0;
  const there = await whileCameraLives<number>([never], 1000, (resolve) => {
    resolve(7);
    return () => {
      stopped++;
    };
  });
  assert.equal(there, 7);
  assert.deepEqual([stopped, page.listening()], [1, 0]);
});

test('a camera that gives nothing for so long is lost', async (t) => {
  stagePage(t);
  let stopped = 0;
  const waiting = whileCameraLives([never], 1000, () => () => {
    stopped++;
  });
  t.mock.timers.tick(1000);
  await assert.rejects(waiting, { code: 'camera-lost' });
  assert.equal(stopped, 1);
});

test('an aborted signal ends the wait with its reason', async (t) => {
  const page = stagePage(t);
  const ending = new AbortController();
  const waiting = whileCameraLives([ending.signal], 1000, () => () => undefined);
  ending.abort(new Error('enough'));
  await assert.rejects(waiting, { message: 'enough' });
  assert.equal(page.listening(), 0);
});
