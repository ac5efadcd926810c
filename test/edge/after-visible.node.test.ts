import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { afterVisible } from '../../src/edge/after-visible.ts';

describe('afterVisible', () => {
  let fired = 0;
  let page: EventTarget & { visibilityState: string };
  const become = (visibilityState: 'visible' | 'hidden') => {
    page.visibilityState = visibilityState;
    page.dispatchEvent(new Event('visibilitychange'));
  };
  const start = () => afterVisible(1000, () => fired++);

  beforeEach(() => {
    fired = 0;
    page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    globalThis.document = page as unknown as Document;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  it('acts once, when the time is over', () => {
    start();
    mock.timers.tick(999);
    assert.equal(fired, 0);
    mock.timers.tick(5000);
    assert.equal(fired, 1);
  });

  it('does not act while the page is hidden', () => {
    page.visibilityState = 'hidden';
    start();
    mock.timers.tick(60_000);
    assert.equal(fired, 0);
  });

  it('gives the whole time again when the page comes back', () => {
    start();
    mock.timers.tick(900);
    become('hidden');
    mock.timers.tick(60_000);
    become('visible');
    mock.timers.tick(999);
    assert.equal(fired, 0);
    mock.timers.tick(1);
    assert.equal(fired, 1);
  });

  it('does nothing any more once it is called off', () => {
    const callOff = start();
    callOff();
    become('hidden');
    become('visible');
    mock.timers.tick(60_000);
    assert.equal(fired, 0);
  });
});
