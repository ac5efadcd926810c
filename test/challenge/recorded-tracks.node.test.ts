import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { advanceChallenge, beginChallenge } from '../../src/challenge/advance.ts';
import type { ChallengePlan, ChallengeState } from '../../src/challenge/challenge-state.ts';
import { GESTURE_NAMES, type GestureName } from '../../src/challenge/gesture.ts';
import { type RecordedTrack, readTrack } from './recorded-track.ts';

/** Plays the track in a loop and asks for one gesture over and over; returns the seconds at which it was seen. */
function seenAt(track: RecordedTrack, gesture: GestureName, loops = 4): number[] {
  const plan: ChallengePlan = {
    attempts: [Array<GestureName>(100).fill(gesture)],
    timeoutMs: Number.POSITIVE_INFINITY,
    gestureToleranceMs: Number.POSITIVE_INFINITY,
  };
  const seen: number[] = [];
  let state: ChallengeState = beginChallenge(0);
  for (let step = 0; step < track.frames.length * loops; step++) {
    const index = step % track.frames.length;
    const signals = track.frames[index];
    assert.ok(signals);
    const before = state;
    state = advanceChallenge(plan, state, signals, step * track.frameMs).state;
    if (before.phase === 'gesture' && state.phase === 'gesture' && state.index > before.index) {
      seen.push((index * track.frameMs) / 1000);
    }
  }
  return seen;
}

/** A gesture is reported a little after its peak. */
const REPORTED_WITHIN_S = 0.5;

const TRACKS = ['turns', 'nods', 'open-mouth', 'smile-blink'] as const;

describe('gestures of real people', () => {
  for (const name of TRACKS) {
    const track = readTrack(name);
    for (const gesture of new Set(track.labels.map((label) => label.name))) {
      it(`${gesture} is seen in the track "${name}"`, () => {
        assert.ok(seenAt(track, gesture).length >= 2, 'seen in at least two of four rounds');
      });
    }
  }

  it('a person who sits still does no gesture, whichever is asked', () => {
    const still = readTrack('still');
    for (const gesture of GESTURE_NAMES) assert.deepEqual(seenAt(still, gesture), [], gesture);
  });

  for (const name of TRACKS) {
    it(`nothing but what the person did is seen in the track "${name}"`, () => {
      const track = readTrack(name);
      for (const gesture of GESTURE_NAMES) {
        const labels = track.labels.filter((label) => label.name === gesture);
        for (const second of seenAt(track, gesture)) {
          const labelled = labels.some(
            ({ fromS, toS }) => second >= fromS && second <= toS + REPORTED_WITHIN_S,
          );
          assert.ok(labelled, `${gesture} seen at ${second.toFixed(2)} s`);
        }
      }
    });
  }
});
