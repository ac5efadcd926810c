import type { GestureName } from '../../../../src/challenge/gesture.ts';
import type { Interval, LabelledClip } from '../../evaluation/labelled-clip.ts';
import type { Shows } from '../face-library.ts';

/** As many frames of a step as the wire takes. */
export const FRAMES_PER_STEP = 4;
/** A gesture begins and ends a little outside of its label. */
const SLACK_S = 0.2;

/** The gestures that are labelled in a clip, each once. */
export function labelledGestures({ actions }: Pick<LabelledClip, 'actions'>): GestureName[] {
  return [...new Set(actions.map(({ name }) => name))];
}

/**
 * Which frames a client would show for a step: of a labelled gesture its way from rest to the middle; otherwise of the longest rest for
 * the neutral face, and from anywhere for a gesture that is not in the clip. Places in the clip, in its order. Pure.
 *
 * @param taken how often this gesture was shown before: each label serves once, then again
 * @param random 0..1
 */
export function pickFrames(
  clip: Pick<LabelledClip, 'actions' | 'framesPerSecond'>,
  frameCount: number,
  shows: Shows,
  taken: number,
  random: () => number,
): number[] {
  const durationS = frameCount / clip.framesPerSecond;
  const placeOf = (atS: number): number =>
    Math.min(frameCount - 1, Math.max(0, Math.round(atS * clip.framesPerSecond)));
  if (shows === 'neutral') {
    const { fromS, toS } = longestRest(clip.actions, durationS);
    return [placeOf((fromS + toS) / 2)];
  }
  const labels = clip.actions.filter(({ name }) => name === shows);
  const label = labels[taken % Math.max(1, labels.length)];
  const times = Array.from({ length: FRAMES_PER_STEP }, (_, i) =>
    label
      ? restS(label) + ((middleS(label, random()) - restS(label)) * i) / (FRAMES_PER_STEP - 1)
      : durationS * random(),
  );
  return [...new Set(times.map(placeOf))].toSorted((a, b) => a - b);
}

/** Just before the gesture. */
const restS = ({ fromS }: Omit<Interval, 'name'>): number => fromS - SLACK_S;

/** About the middle of it. */
const middleS = ({ fromS, toS }: Omit<Interval, 'name'>, random: number): number =>
  fromS + (toS - fromS) * (0.45 + 0.1 * random);

function longestRest(actions: readonly Interval[], durationS: number): Omit<Interval, 'name'> {
  const sorted = actions.toSorted((a, b) => a.fromS - b.fromS);
  let best = { fromS: 0, toS: (sorted[0]?.fromS ?? durationS + SLACK_S) - SLACK_S };
  let endS = 0;
  for (const [index, action] of sorted.entries()) {
    endS = Math.max(endS, action.toS);
    const nextS = sorted[index + 1]?.fromS ?? durationS + SLACK_S;
    const rest = { fromS: endS + SLACK_S, toS: nextS - SLACK_S };
    if (rest.toS - rest.fromS > best.toS - best.fromS) best = rest;
  }
  return best;
}
