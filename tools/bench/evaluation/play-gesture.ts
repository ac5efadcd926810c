import { advanceChallenge, beginChallenge } from '../../../src/challenge/advance.ts';
import { advanceGesture } from '../../../src/challenge/advance-gesture.ts';
import type { ChallengePlan, ChallengeState } from '../../../src/challenge/challenge-state.ts';
import { compareFaces } from '../../../src/challenge/face-change.ts';
import { lacksWay } from '../../../src/challenge/follow-way.ts';
import { GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import { ASKED, type GestureProgress } from '../../../src/challenge/gesture-progress.ts';
import type { Hint } from '../../../src/challenge/hint.ts';
import { averageNeutralFace, type NeutralFace } from '../../../src/challenge/neutral-face.ts';
import type { FaceMeasurements } from '../../../src/face/face-signals.ts';
import type { Interval } from './labelled-clip.ts';
import type { TrackedClip } from './track-cache.ts';

/** What the machine did while one gesture was asked for over and over. Times are seconds on the clip's own clock, which runs on through the laps. */
export interface GesturePlay {
  readonly gesture: GestureName;
  readonly startS: number;
  readonly endS: number;
  /** When the gesture was seen. */
  readonly seenAtS: readonly number[];
  /** Those of these times at which the page would have asked once more, slower: the way there was not seen. */
  readonly withoutWayAtS: readonly number[];
  /** Stretches in which the machine was asking, with a neutral face in hand. */
  readonly asked: readonly Interval[];
  /** What the machine showed, from one change to the next: its phase and its hint. */
  readonly shown: readonly Interval[];
  /** The first neutral face that it took. */
  readonly neutral: NeutralFace | undefined;
}

/** How often a clip is played, and from which of its frames on. */
export interface Looping {
  readonly laps: number;
  readonly startFrame?: number;
}

/** Nobody answers in a recording, so nothing runs out of time. */
export const PATIENT = {
  timeoutMs: Number.POSITIVE_INFINITY,
  gestureToleranceMs: Number.POSITIVE_INFINITY,
};

/**
 * Plays the clip in a loop through the real machine and asks for one gesture over and over, from the neutral face that
 * the machine takes itself, as in a check.
 */
export function playGesture(
  { clip, track }: TrackedClip,
  gesture: GestureName,
  { laps, startFrame = 0 }: Looping,
): GesturePlay {
  const frameS = 1 / clip.framesPerSecond;
  const plan: ChallengePlan = { attempts: [Array<GestureName>(1000).fill(gesture)], ...PATIENT };
  const seenAtS: number[] = [];
  const withoutWayAtS: number[] = [];
  const shown: Interval[] = [];
  let neutral: NeutralFace | undefined;
  let state = beginChallenge(startFrame * frameS * 1000);
  const lastFrame = startFrame + track.length * laps;
  for (let frame = startFrame; frame < lastFrame; frame++) {
    const signals = track[frame % track.length];
    if (!signals) continue;
    const nowS = frame * frameS;
    const nowMs = nowS * 1000;
    const before = state;
    const advance = advanceChallenge(plan, before, { ...signals, capturedAtMs: nowMs }, nowMs);
    state = advance.state;
    if (state.phase === 'gesture') {
      neutral ??= state.neutral;
      if (before.phase === 'gesture' && state.index > before.index) {
        seenAtS.push(nowS);
        if (lacksWay(GESTURES[gesture], advance.way)) withoutWayAtS.push(nowS);
      }
    }
    extend(shown, nameOf(state), nowS, nowS + frameS);
  }
  return {
    gesture,
    startS: startFrame * frameS,
    endS: lastFrame * frameS,
    seenAtS,
    withoutWayAtS,
    asked: shown.filter(({ name }) => name.startsWith('gesture')),
    shown,
    neutral,
  };
}

/** The same with a given neutral face, asked from the first frame to the last. */
export function playFromNeutral(
  { clip, track }: TrackedClip,
  gesture: GestureName,
  neutral: NeutralFace,
  { laps, startFrame = 0 }: Looping,
): GesturePlay {
  const frameS = 1 / clip.framesPerSecond;
  const seenAtS: number[] = [];
  let progress: GestureProgress = ASKED;
  const lastFrame = startFrame + track.length * laps;
  for (let frame = startFrame; frame < lastFrame; frame++) {
    const face = track[frame % track.length]?.face;
    const change = face && compareFaces(face, neutral);
    progress = advanceGesture(GESTURES[gesture], progress, change, frame * frameS * 1000).progress;
    if (progress.phase === 'seen') {
      seenAtS.push(frame * frameS);
      progress = ASKED;
    }
  }
  const play = { startS: startFrame * frameS, endS: lastFrame * frameS };
  const asked = [{ name: 'gesture', fromS: play.startS, toS: play.endS }];
  return { ...play, gesture, seenAtS, withoutWayAtS: [], asked, shown: asked, neutral };
}

function nameOf(state: ChallengeState): string {
  const hint: Hint | undefined = 'hint' in state ? state.hint : undefined;
  return hint ? `${state.phase}: ${hint}` : state.phase;
}

function extend(spans: Interval[], name: string, fromS: number, toS: number): void {
  const last = spans.at(-1);
  if (last?.name === name) spans[spans.length - 1] = { ...last, toS };
  else spans.push({ name, fromS, toS });
}

/** Room left around a label, which is never exact to the frame. */
const LABEL_MARGIN_S = 0.25;
const FEWEST_FRAMES = 5;

/**
 * The best neutral face that the clip has: the median of the frames in which nothing is labelled; where there are
 * too few, distractors are let in, and then everything. It tells a gesture that is not recognised from a neutral face
 * that was not, or badly, taken.
 */
export function bestNeutral({ clip, track }: TrackedClip): NeutralFace | undefined {
  for (const labels of [[...clip.actions, ...clip.distractors], clip.actions, []]) {
    const faces = restingFaces({ clip, track }, labels);
    if (faces.length >= FEWEST_FRAMES) return averageNeutralFace(faces);
  }
  return undefined;
}

function restingFaces(
  { clip, track }: TrackedClip,
  labels: readonly Interval[],
): FaceMeasurements[] {
  return track.flatMap(({ face }, frame) => {
    const nowS = frame / clip.framesPerSecond;
    return face && !labels.some((label) => isWithin(nowS, label, LABEL_MARGIN_S)) ? [face] : [];
  });
}

/** Whether the time is within the interval, or not farther than a margin from it. */
export function isWithin(
  timeS: number,
  { fromS, toS }: Pick<Interval, 'fromS' | 'toS'>,
  beforeS = 0,
  afterS = beforeS,
): boolean {
  return timeS >= fromS - beforeS && timeS <= toS + afterS;
}
