import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { NEUTRAL_EXPRESSION } from '../../src/testing/expression.ts';
import { gestureTimeline, pauseTimeline } from '../../src/testing/gesture-timeline.ts';
import { TimelinePlayer } from '../../src/testing/timeline-player.ts';

/** Whether a promise is settled by now. */
async function settled(promise: Promise<void>): Promise<boolean> {
  const open = Symbol();
  return (await Promise.race([promise, Promise.resolve(open)])) !== open;
}

describe('the timeline player', () => {
  it('starts a timeline when time next goes on, not when it is asked for', () => {
    const player = new TimelinePlayer();
    player.advance(10_000);
    void player.play(gestureTimeline('smile'));
    assert.deepEqual(player.advance(20_000), NEUTRAL_EXPRESSION);
    assert.equal(player.advance(20_500).smile, 1);
  });

  it('plays one after the other and resolves each at its end', async () => {
    const player = new TimelinePlayer();
    const [smile, blink] = [gestureTimeline('smile'), gestureTimeline('blink')];
    const [first, second] = [player.play(smile), player.play(blink)];
    player.advance(0);
    assert.equal(player.advance(500).smile, 1);
    assert.equal(await settled(first), false);
    player.advance(smile.durationMs);
    assert.equal(await settled(first), true);
    assert.equal(player.advance(smile.durationMs + blink.durationMs / 2).blinkLeft, 1);
    assert.equal(await settled(second), false);
    assert.deepEqual(player.advance(smile.durationMs + blink.durationMs), NEUTRAL_EXPRESSION);
    assert.equal(await settled(second), true);
  });

  it('stays neutral for the length of a pause', async () => {
    const player = new TimelinePlayer();
    const pause = player.play(pauseTimeline(300));
    void player.play(gestureTimeline('blink'));
    player.advance(0);
    assert.deepEqual(player.advance(299), NEUTRAL_EXPRESSION);
    assert.equal(await settled(pause), false);
    player.advance(300);
    assert.equal(await settled(pause), true);
    assert.ok(player.advance(400).blinkLeft > 0);
  });

  it('resolves and forgets everything when it is cleared', async () => {
    const player = new TimelinePlayer();
    const both = [player.play(gestureTimeline('smile')), player.play(gestureTimeline('blink'))];
    player.advance(0);
    player.clear();
    await Promise.all(both);
    assert.deepEqual(player.advance(300), NEUTRAL_EXPRESSION);
  });
});
