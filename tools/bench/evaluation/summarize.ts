import { GESTURE_NAMES, type GestureName } from '../../../src/challenge/gesture.ts';
import type { ClipScore, GestureScore } from './score-clip.ts';
import type { TrackedClip } from './track-cache.ts';

/** A clip with its track and its score. */
export interface EvaluatedClip extends TrackedClip {
  readonly score: ClipScore;
}

/** One gesture over all real clips. */
export interface GestureSummary {
  readonly gesture: GestureName;
  /** Labelled, whether or not it had a chance. */
  readonly labelled: number;
  readonly withChance: number;
  /** Part of those with a chance that were seen; each labelled gesture counts once, however often it was played. */
  readonly recall: number | undefined;
  readonly recallWithBestNeutral: number | undefined;
  /** Part of those that were seen whose way from rest was seen too, at the first try. */
  readonly withWay: number | undefined;
  /** Minutes of footage, not labelled with the gesture, in which it was asked for, over all starts and laps. */
  readonly askedMinutes: number;
  readonly falsePer10Minutes: number | undefined;
  readonly falseWithBestNeutralPer10Minutes: number | undefined;
}

/** Pools the real clips. Pure. */
export function summarize(clips: readonly EvaluatedClip[]): GestureSummary[] {
  const real = clips.filter(({ clip }) => clip.kind === 'real');
  return GESTURE_NAMES.map((gesture) => {
    const own = real.flatMap(({ score }) => pick(score.gestures, gesture));
    const best = real.flatMap(({ score }) => pick(score.withBestNeutral, gesture));
    const occurrences = own.flatMap((one) => one.occurrences);
    return {
      gesture,
      labelled: occurrences.length,
      withChance: occurrences.filter(({ chances }) => chances > 0).length,
      recall: recallOf(own),
      recallWithBestNeutral: recallOf(best),
      withWay: withWayOf(own),
      askedMinutes: own.reduce((sum, { askedS }) => sum + askedS, 0) / 60,
      falsePer10Minutes: falseRate(own),
      falseWithBestNeutralPer10Minutes: falseRate(best),
    };
  });
}

function pick(scores: readonly GestureScore[], gesture: GestureName): GestureScore[] {
  return scores.filter((score) => score.gesture === gesture);
}

function recallOf(scores: readonly GestureScore[]): number | undefined {
  const chanced = scores.flatMap((score) => score.occurrences).filter(({ chances }) => chances > 0);
  if (chanced.length === 0) return undefined;
  return chanced.reduce((sum, { hits, chances }) => sum + hits / chances, 0) / chanced.length;
}

function withWayOf(scores: readonly GestureScore[]): number | undefined {
  const right = scores.reduce((sum, score) => sum + score.right, 0);
  return right > 0
    ? scores.reduce((sum, { rightWithWay }) => sum + rightWithWay, 0) / right
    : undefined;
}

function falseRate(scores: readonly GestureScore[]): number | undefined {
  const minutes = scores.reduce((sum, { askedS }) => sum + askedS, 0) / 60;
  const count = scores.reduce((sum, { falseAtS }) => sum + falseAtS.length, 0);
  return minutes > 0 ? (10 * count) / minutes : undefined;
}
