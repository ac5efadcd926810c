import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrameMessage } from '../../src/embed/frame-message.ts';
import { nativeBridge } from '../../src/embed/native-bridge.ts';

const SUCCESS = { protocol: 'nodeflux-liveness/1', type: 'success', jobId: 'job-1' };

/** A port as apps put it into a page: it works only when it is called on itself. */
function port() {
  const told: unknown[] = [];
  const own = {
    told,
    postMessage(message: unknown) {
      assert.equal(this, own);
      told.push(message);
    },
  };
  return own;
}

test('each kind of app is told the same, in the form that it takes', () => {
  const wk = port();
  nativeBridge({ webkit: { messageHandlers: { NodefluxLiveness: wk } } })?.({
    type: 'success',
    jobId: 'job-1',
  });
  assert.deepEqual(wk.told, [SUCCESS]);
  for (const name of ['NodefluxLiveness', 'ReactNativeWebView']) {
    const own = port();
    nativeBridge({ [name]: own })?.({ type: 'success', jobId: 'job-1' });
    assert.deepEqual(own.told, [JSON.stringify(SUCCESS)]);
    assert.deepEqual(readFrameMessage(JSON.parse(String(own.told[0]))), SUCCESS);
  }
});

test('where no app listens there is no bridge', () => {
  for (const page of [
    {},
    { webkit: {} },
    { webkit: { messageHandlers: {} } },
    { webkit: { messageHandlers: { other: port() } } },
    { NodefluxLiveness: {} },
    // What a page has by that name is no port of an app: an element with this id, say.
    { NodefluxLiveness: 'text' },
  ]) {
    assert.equal(nativeBridge(page), undefined);
  }
});
