import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { labelledGestures, pickFrames } from '../../tools/bench/attacks/clips/clip-album.ts';
import { replaceSection } from '../../tools/bench/report/replace-section.ts';

/** Ten seconds at 10 frames a second: rest, a smile, a long rest, a turn, another smile. */
const CLIP = {
  framesPerSecond: 10,
  actions: [
    { name: 'smile', fromS: 1, toS: 2 },
    { name: 'turn-left', fromS: 6, toS: 7 },
    { name: 'smile', fromS: 8, toS: 9 },
  ],
} as const;
const FRAMES = 100;
const half = () => 0.5;

describe('the frames that a client shows of a clip', () => {
  it('are the way from rest to the middle of the labelled gesture, four of them', () => {
    const places = pickFrames(CLIP, FRAMES, 'turn-left', 0, half);
    assert.deepEqual(places, [58, 60, 63, 65]);
  });

  it('are of the next label when the gesture is asked again, and of the first after the last', () => {
    const firstPlaces = (taken: number) => pickFrames(CLIP, FRAMES, 'smile', taken, half)[0] ?? 0;
    assert.ok(firstPlaces(0) < 20);
    assert.ok(firstPlaces(1) > 70);
    assert.equal(firstPlaces(2), firstPlaces(0));
  });

  it('are the middle of the longest rest for the neutral face', () => {
    assert.deepEqual(pickFrames(CLIP, FRAMES, 'neutral', 0, half), [40]);
    assert.deepEqual(pickFrames({ ...CLIP, actions: [] }, FRAMES, 'neutral', 0, half), [50]);
  });

  it('are from anywhere for a gesture that is not in the clip, and never outside of it', () => {
    let value = 0;
    const random = () => {
      value += 0.249;
      return value;
    };
    assert.deepEqual(pickFrames(CLIP, FRAMES, 'nod-up', 0, random), [25, 50, 75, 99]);
  });
});

describe('the gestures of a clip', () => {
  it('are named once each', () => {
    assert.deepEqual(labelledGestures(CLIP), ['smile', 'turn-left']);
  });
});

describe('a section of a page', () => {
  const page = 'before\n<!-- a:begin -->\nold\n<!-- a:end -->\nafter\n';

  it('is replaced, and nothing else is', () => {
    const replaced = replaceSection(page, 'a', 'new\n');
    assert.equal(replaced, 'before\n<!-- a:begin -->\n\nnew\n\n<!-- a:end -->\nafter\n');
    assert.equal(replaceSection(replaced, 'a', 'new'), replaced);
  });

  it('that is not there is an error', () => {
    assert.throws(() => replaceSection(page, 'b', 'new'), /no section b/);
  });
});
