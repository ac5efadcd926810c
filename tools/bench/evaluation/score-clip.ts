import { GESTURE_NAMES, type GestureName } from '../../../src/challenge/gesture.ts';
import type { NeutralFace } from '../../../src/challenge/neutral-face.ts';
import type { Interval } from './labelled-clip.ts';
import {
  bestNeutral,
  type GesturePlay,
  isWithin,
  playFromNeutral,
  playGesture,
} from './play-gesture.ts';
import type { TrackedClip } from './track-cache.ts';

/** A gesture is reported after its peak, and labels are not exact: a detection in this room around one is a hit. */
export const HIT_BEFORE_S = 0.1;
export const HIT_AFTER_S = 0.5;
/** A gesture has a chance when the machine was asking this long before it began. */
const ASKED_BEFORE_S = 0.25;
/** A looped clip jumps from its end to its start: what is seen right after is not a person's doing, and is listed apart. */
const SEAM_S = 0.75;
/** What had begun before the clip did cannot be told from the seam. */
const FIRST_START_S = 0.1;

/** How often one labelled gesture could have been seen, and was. */
export interface OccurrenceScore extends Interval<GestureName> {
  readonly chances: number;
  readonly hits: number;
}

/** What the machine made of a clip when asked for one gesture. */
export interface GestureScore {
  readonly gesture: GestureName;
  readonly occurrences: readonly OccurrenceScore[];
  /** Where the gesture was seen, but not labelled; seconds in the clip, once for each time. */
  readonly falseAtS: readonly number[];
  /** The same, right after the clip jumped from its end to its start; not counted. */
  readonly atSeamS: readonly number[];
  /** How long it was asked for, without the labelled stretches and the seams. */
  readonly askedS: number;
  /** How often it was seen where it is labelled, and in how many of these the way there was seen too. */
  readonly right: number;
  readonly rightWithWay: number;
  /** Every place in the clip where it was seen, right or wrong. */
  readonly seenAtS: readonly number[];
}

/** What the machine made of a clip. */
export interface ClipScore {
  readonly heldAtS: number | undefined;
  readonly askedAtS: number | undefined;
  /** What it showed in the first lap. */
  readonly shown: readonly Interval[];
  /** The neutral face that was taken in it; absent when there was none. */
  readonly neutral: NeutralFace | undefined;
  /** With the neutral face that the machine took itself. */
  readonly gestures: readonly GestureScore[];
  /** With the best neutral face that the clip has. */
  readonly withBestNeutral: readonly GestureScore[];
}

const LAPS = 3;
/** The neutral face is taken wherever the check begins: so it begins at several places. */
const STARTS = 4;

/** Asks the clip for each gesture, from several starting points. Pure. */
export function scoreClip(tracked: TrackedClip): ClipScore {
  const best = bestNeutral(tracked);
  const frames = tracked.track.length;
  const starts = startsOf(tracked);
  const score = (gesture: GestureName, neutral?: NeutralFace): GestureScore => {
    const plays = starts.map((startFrame) => {
      const looping = { laps: LAPS, startFrame };
      return neutral
        ? playFromNeutral(tracked, gesture, neutral, looping)
        : playGesture(tracked, gesture, looping);
    });
    return scorePlays(tracked, gesture, plays);
  };
  const first = playGesture(tracked, tracked.clip.actions[0]?.name ?? 'blink', { laps: LAPS });
  const reached = (phase: string): number | undefined =>
    first.shown.find(({ name }) => name.startsWith(phase))?.fromS;
  const durationS = frames / tracked.clip.framesPerSecond;
  return {
    heldAtS: reached('holding'),
    askedAtS: reached('gesture'),
    shown: first.shown.filter(({ fromS }) => fromS < durationS),
    neutral: first.neutral,
    gestures: GESTURE_NAMES.map((gesture) => score(gesture)),
    withBestNeutral: best ? GESTURE_NAMES.map((gesture) => score(gesture, best)) : [],
  };
}

/** Asks the clip for one gesture alone, as {@link scoreClip} does, with the neutral face that the machine takes. Pure. */
export function scoreGesture(tracked: TrackedClip, gesture: GestureName): GestureScore {
  const plays = startsOf(tracked).map((startFrame) =>
    playGesture(tracked, gesture, { laps: LAPS, startFrame }),
  );
  return scorePlays(tracked, gesture, plays);
}

function startsOf({ track }: TrackedClip): number[] {
  return Array.from({ length: STARTS }, (_, i) => Math.floor((i * track.length) / STARTS));
}

/** Compares what was seen with what was labelled. Pure. */
export function scorePlays(
  { clip, track }: TrackedClip,
  gesture: GestureName,
  plays: readonly GesturePlay[],
): GestureScore {
  const frameS = 1 / clip.framesPerSecond;
  const durationS = track.length * frameS;
  const labels = clip.actions.filter(({ name }) => name === gesture);
  const inLap = (timeS: number): number => timeS % durationS;
  const isHit = (timeS: number): boolean =>
    labels.some((label) =>
      // A label near the end is still answered after the seam.
      [inLap(timeS), inLap(timeS) + durationS].some((at) =>
        isWithin(at, label, HIT_BEFORE_S, HIT_AFTER_S),
      ),
    );
  const isSeam = (timeS: number, { startS }: GesturePlay): boolean =>
    timeS - startS > SEAM_S && inLap(timeS) < SEAM_S;

  const wrong = plays.flatMap((play) =>
    play.seenAtS.filter((timeS) => !isHit(timeS)).map((timeS) => ({ timeS, play })),
  );
  let askedS = 0;
  for (const play of plays) {
    for (const { fromS, toS } of play.asked) {
      for (let timeS = fromS; timeS < toS - frameS / 2; timeS += frameS) {
        if (!isHit(timeS) && !isSeam(timeS, play)) askedS += frameS;
      }
    }
  }
  const right = plays.flatMap((play) =>
    play.seenAtS.filter(isHit).map((timeS) => ({ hasWay: !play.withoutWayAtS.includes(timeS) })),
  );
  return {
    gesture,
    right: right.length,
    rightWithWay: right.filter(({ hasWay }) => hasWay).length,
    occurrences: labels
      .filter(({ fromS }) => fromS >= FIRST_START_S)
      .map((label) => ({ ...label, ...countChances(label, plays, durationS) })),
    falseAtS: wrong
      .filter(({ timeS, play }) => !isSeam(timeS, play))
      .map((one) => inLap(one.timeS)),
    atSeamS: wrong.filter(({ timeS, play }) => isSeam(timeS, play)).map((one) => inLap(one.timeS)),
    askedS,
    seenAtS: plays.flatMap((play) => play.seenAtS.map(inLap)),
  };
}

function countChances(
  label: Interval,
  plays: readonly GesturePlay[],
  durationS: number,
): { chances: number; hits: number } {
  let chances = 0;
  let hits = 0;
  for (const play of plays) {
    for (let lapS = 0; label.toS + lapS + HIT_AFTER_S < play.endS; lapS += durationS) {
      const fromS = label.fromS + lapS;
      const asked = play.asked.some((span) => isWithin(fromS - ASKED_BEFORE_S, span));
      if (!asked) continue;
      chances++;
      const window = { fromS, toS: label.toS + lapS };
      if (play.seenAtS.some((atS) => isWithin(atS, window, HIT_BEFORE_S, HIT_AFTER_S))) hits++;
    }
  }
  return { chances, hits };
}
