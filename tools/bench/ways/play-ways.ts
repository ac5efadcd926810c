import { advanceChallenge, beginChallenge } from '../../../src/challenge/advance.ts';
import type { ChallengePlan } from '../../../src/challenge/challenge-state.ts';
import { lacksWay } from '../../../src/challenge/follow-way.ts';
import { GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import type { WaySample } from '../../../src/challenge/way-between.ts';
import { isWithin, PATIENT } from '../evaluation/play-gesture.ts';
import { HIT_AFTER_S, HIT_BEFORE_S } from '../evaluation/score-clip.ts';
import type { TrackedClip } from '../evaluation/track-cache.ts';

/** A gesture that the page saw where it is labelled, and what it would have sent of it. Frames by their place in the track. */
export interface PlayedWay {
  readonly gesture: GestureName;
  /** When the label begins, which names the event, in seconds. */
  readonly fromS: number;
  readonly neutral: number;
  /** From rest to the clearest. */
  readonly way: readonly WaySample[];
  /** Places of the same frames. */
  readonly frames: readonly number[];
  /** Whether the page takes the way, or asks once more. */
  readonly isTaken: boolean;
}

/** A clip is gone through as often, so that the neutral face is taken in several places. */
const STARTS = 3;
const LAPS = 2;

/** Asks the clip for a gesture over and over, as a check would, and gives the ways of those that are labelled. Pure. */
export function playWays({ clip, track }: TrackedClip, gesture: GestureName): PlayedWay[] {
  const labels = clip.actions.filter(({ name }) => name === gesture);
  const frameMs = 1000 / clip.framesPerSecond;
  const plan: ChallengePlan = { attempts: [Array<GestureName>(1000).fill(gesture)], ...PATIENT };
  const played: PlayedWay[] = [];
  for (let start = 0; start < STARTS; start += 1) {
    const first = Math.floor((start * track.length) / STARTS);
    let state = beginChallenge(first * frameMs);
    let neutral = 0;
    for (let at = first; at < first + LAPS * track.length; at += 1) {
      const signals = track[at % track.length];
      if (!signals) continue;
      const nowMs = at * frameMs;
      const before = state;
      const advance = advanceChallenge(plan, before, { ...signals, capturedAtMs: nowMs }, nowMs);
      state = advance.state;
      if (before.phase !== 'gesture' && advance.keepFrame) neutral = at % track.length;
      const isSeen =
        before.phase === 'gesture' && state.phase === 'gesture' && state.index > before.index;
      const atS = (at % track.length) / clip.framesPerSecond;
      const label = labels.find((one) => isWithin(atS, one, HIT_BEFORE_S, HIT_AFTER_S));
      if (!isSeen || !label || !advance.way) continue;
      played.push({
        gesture,
        fromS: label.fromS,
        neutral,
        way: advance.way,
        frames: advance.way.map(
          ({ capturedAtMs }) => Math.round(capturedAtMs / frameMs) % track.length,
        ),
        isTaken: !lacksWay(GESTURES[gesture], advance.way),
      });
    }
  }
  return played;
}
