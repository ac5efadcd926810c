import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LivenessError } from '../src/errors.ts';
import {
  LivenessAlternativeEvent,
  LivenessCancelEvent,
  LivenessErrorEvent,
  LivenessGestureEvent,
  LivenessStateEvent,
} from '../src/events.ts';

describe('the events', () => {
  const error = new LivenessError('camera-denied', { errors: ['a'] });
  const events: [Event & { readonly detail: unknown }, type: string, detail: object][] = [
    [
      new LivenessStateEvent({ state: { name: 'idle' } }),
      'liveness-state',
      { state: { name: 'idle' } },
    ],
    [
      new LivenessGestureEvent({ gesture: 'smile', index: 0, count: 3 }),
      'liveness-gesture',
      { gesture: 'smile', index: 0, count: 3 },
    ],
    [new LivenessAlternativeEvent({ name: 'idle' }), 'liveness-alternative', { during: 'idle' }],
    [
      new LivenessAlternativeEvent({ name: 'failed', error }),
      'liveness-alternative',
      { during: 'failed', code: 'camera-denied' },
    ],
    [new LivenessCancelEvent({ during: 'gesture' }), 'liveness-cancel', { during: 'gesture' }],
    [
      new LivenessErrorEvent(error),
      'liveness-error',
      {
        code: 'camera-denied',
        message: error.message,
        retryable: error.retryable,
        errors: error.errors,
        error,
      },
    ],
  ];
  for (const [event, type, detail] of events) {
    it(`${type} carries all it tells in its detail, and leaves shadow roots`, () => {
      assert.equal(event.type, type);
      assert.deepEqual(event.detail, detail);
      assert.deepEqual([event.bubbles, event.composed, event.cancelable], [true, true, false]);
    });
  }
});
