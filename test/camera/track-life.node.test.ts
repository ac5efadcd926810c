import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, it, mock } from 'node:test';
import { REPLACED, TrackLife } from '../../src/camera/track-life.ts';
import { LivenessError } from '../../src/errors.ts';

const MUTE_LIMIT_MS = 5000;

class FakeTrack extends EventTarget {
  readyState: 'live' | 'ended' = 'live';
  muted = false;
  stop(): void {
    this.readyState = 'ended';
  }
  tell(type: 'mute' | 'unmute' | 'ended'): void {
    this.muted = type === 'mute';
    this.dispatchEvent(new Event(type));
  }
}

describe('the life of a camera track', () => {
  let track: FakeTrack;
  let page: EventTarget & { visibilityState: string };
  const begin = () => new TrackLife(track as unknown as MediaStreamTrack, MUTE_LIMIT_MS);
  const whyLost = ({ over }: TrackLife) => {
    assert.ok(over.reason instanceof LivenessError);
    assert.equal(over.reason.code, 'camera-lost');
    assert.equal(track.readyState, 'ended', 'the camera is off');
    return over.reason.detail;
  };

  beforeEach(() => {
    track = new FakeTrack();
    page = Object.assign(new EventTarget(), { visibilityState: 'visible' });
    globalThis.document = page as unknown as Document;
    mock.timers.enable({ apis: ['setTimeout'] });
  });
  afterEach(() => mock.timers.reset());

  it('is over when the browser ends the track: unplugged, or the permission revoked', () => {
    const life = begin();
    assert.equal(life.over.aborted, false);
    track.tell('ended');
    assert.equal(whyLost(life), 'the track ended');
  });

  it('is over at once when the track has ended before', () => {
    track.readyState = 'ended';
    assert.equal(whyLost(begin()), 'the track ended');
  });

  it('is over when the track stays muted', () => {
    const life = begin();
    track.tell('mute');
    mock.timers.tick(MUTE_LIMIT_MS - 1);
    assert.equal(life.over.aborted, false);
    mock.timers.tick(1);
    assert.equal(whyLost(life), 'the track is muted');
  });

  it('is over when the track was muted from the first and stays so', () => {
    track.muted = true;
    const life = begin();
    mock.timers.tick(MUTE_LIMIT_MS);
    assert.equal(whyLost(life), 'the track is muted');
  });

  it('goes on when the track is given back in time, as often as that happens', () => {
    const life = begin();
    for (let time = 0; time < 3; time++) {
      track.tell('mute');
      mock.timers.tick(MUTE_LIMIT_MS - 1);
      track.tell('unmute');
      mock.timers.tick(MUTE_LIMIT_MS);
    }
    assert.equal(life.over.aborted, false);
    assert.equal(track.readyState, 'live');
  });

  it('counts from the first of two reports of the same muting', () => {
    const life = begin();
    track.tell('mute');
    mock.timers.tick(MUTE_LIMIT_MS - 1);
    track.tell('mute');
    mock.timers.tick(1);
    assert.equal(whyLost(life), 'the track is muted');
  });

  it('does not count while the page is hidden, where iOS mutes every camera', () => {
    const life = begin();
    page.visibilityState = 'hidden';
    page.dispatchEvent(new Event('visibilitychange'));
    track.tell('mute');
    mock.timers.tick(60_000);
    assert.equal(life.over.aborted, false);
    page.visibilityState = 'visible';
    page.dispatchEvent(new Event('visibilitychange'));
    mock.timers.tick(MUTE_LIMIT_MS);
    assert.equal(whyLost(life), 'the track is muted');
  });

  it('ends with its owner’s reason, once, and listens to nothing afterwards', () => {
    const life = begin();
    track.tell('mute');
    life.end(REPLACED);
    life.end(new Error('later'));
    track.tell('ended');
    mock.timers.tick(MUTE_LIMIT_MS);
    assert.equal(life.over.reason, REPLACED);
    assert.equal(track.readyState, 'ended');
  });
});
