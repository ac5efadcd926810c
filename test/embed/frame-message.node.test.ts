import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readFrameMessage, readHostMessage } from '../../src/embed/frame-message.ts';

const protocol = 'nodeflux-liveness/1';

test('what a frame may say is read, and nothing more of it', () => {
  for (const message of [
    { protocol, type: 'ready' },
    { protocol, type: 'height', heightPx: 512, isChecking: false },
    { protocol, type: 'success', jobId: 'job-1' },
    { protocol, type: 'error', code: 'camera-denied', retryable: true },
    { protocol, type: 'error', code: 'network', retryable: true, jobId: 'job-1' },
    { protocol, type: 'cancel' },
  ]) {
    assert.deepEqual(readFrameMessage({ ...message, live: true }), message);
  }
});

test('anything else is no message, whatever it is', () => {
  const wrong: unknown[] = [
    undefined,
    null,
    'ready',
    [],
    { type: 'ready' },
    { protocol: 'nodeflux-liveness/2', type: 'ready' },
    { protocol, type: 'verdict', live: true },
    { protocol, type: 'height', heightPx: Number.NaN, isChecking: true },
    { protocol, type: 'height', heightPx: -1, isChecking: true },
    { protocol, type: 'height', heightPx: 1e9, isChecking: true },
    { protocol, type: 'height', heightPx: '100', isChecking: true },
    { protocol, type: 'success' },
    { protocol, type: 'success', jobId: 'j'.repeat(129) },
    { protocol, type: 'error', code: '<img>', retryable: true },
    { protocol, type: 'error', code: 'network', retryable: 'yes' },
  ];
  for (const data of wrong) {
    assert.equal(readFrameMessage(data), undefined);
    assert.equal(readHostMessage(data), undefined);
  }
  assert.deepEqual(readHostMessage({ protocol, type: 'cancel' }), { protocol, type: 'cancel' });
});
