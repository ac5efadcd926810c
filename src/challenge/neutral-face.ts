import type { FaceMeasurements } from '../face/face-signals.ts';
import type { FaceCover } from '../mesh/face-cover.ts';

/** The signals that a gesture changes. */
const SIGNALS = [
  'yawDegrees',
  'pitchDegrees',
  'rollDegrees',
  'eyeAspectRatioLeft',
  'eyeAspectRatioRight',
  'mouthWidthRatio',
  'mouthOpeningRatio',
  'cornerToEyeLeft',
  'cornerToEyeRight',
] as const;

/** The person's own face at rest, as it was while they held still. Every gesture is measured as a change from it. */
export type NeutralFace = Readonly<Record<(typeof SIGNALS)[number], number>> & {
  /** How sure the detector was of the face; absent when it was not asked. */
  readonly detectorScore?: number;
  /** How covered it was; absent when that could not be measured. */
  readonly cover?: FaceCover;
};

/** The median of each signal over the held frames: a blink or a twitch in between does not move it. */
export function averageNeutralFace(held: readonly FaceMeasurements[]): NeutralFace {
  const neutral = Object.fromEntries(
    SIGNALS.map((signal) => [signal, medianOf(held.map((face) => face[signal]))]),
  ) as unknown as NeutralFace;
  const scores = held.flatMap(({ detectorScore = [] }) => detectorScore);
  const covers = held.flatMap(({ cover = [] }) => cover);
  return {
    ...neutral,
    ...(scores.length > 0 && { detectorScore: medianOf(scores) }),
    ...(covers.length > 0 && {
      cover: {
        noseColour: medianOf(covers.map(({ noseColour }) => noseColour)),
        eyeShade: medianOf(covers.map(({ eyeShade }) => eyeShade)),
      },
    }),
  };
}

/** The middle of the values; 0 when there are none. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
