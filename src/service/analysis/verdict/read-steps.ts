import { GESTURES, type GestureName } from '../../../challenge/gesture.ts';
import type { PacedFrame } from '../analysis.ts';
import { measureGestures } from '../comparison/measure-gestures.ts';
import { findRepeat, type Repeat } from '../comparison/same-picture.ts';
import type { FaceFindings } from '../faces/image-inspector.ts';

/** One gesture of a session: what was asked, and what its images show against the neutral face. */
export interface Step {
  /** From 1. Without pacing each further image is a step. */
  readonly number: number;
  /** Places among the images. */
  readonly images: readonly number[];
  /** Absent when the service did not choose the gesture. */
  readonly asked: GestureName | undefined;
  /** The gesture at its clearest among the images that were not there before; absent when there is none. */
  readonly clearest: MeasuredGesture | undefined;
  /** {@link clearest}, where it is clear enough to count. */
  readonly seen: MeasuredGesture | undefined;
  /** What the first image repeats, when all of them were there before. */
  readonly repeats: Repeat | undefined;
}

/** How clearly one image shows a gesture. */
export interface MeasuredGesture {
  /** Place among the images. */
  readonly image: number;
  readonly gesture: GestureName;
  /** Change ÷ smallest change that counts: 1 and more counts. */
  readonly clearness: number;
}

/**
 * Reads the steps of a session. Pure. Where the service asked for a gesture, only that one is looked for; otherwise
 * whatever an image shows most clearly.
 *
 * @param faces one for each image
 * @param asked one for each image, when the service chose the gestures
 */
export function readSteps(
  faces: readonly FaceFindings[],
  asked: readonly PacedFrame[] | undefined,
): Step[] {
  return [...imagesOfSteps(faces.length, asked)].map(([number, images]) => {
    const gesture = askedOf(asked?.[images[0] ?? 0]);
    const readings = images.map((image) => {
      const clearest = clearestOf(faces, image, gesture);
      return { clearest, repeats: repeatOf(faces, images[0] ?? 0, image, asked, clearest) };
    });
    const fresh = readings.filter(({ repeats }) => !repeats);
    const clearest = fresh
      .flatMap((reading) => reading.clearest ?? [])
      .toSorted((a, b) => b.clearness - a.clearness)[0];
    return {
      number,
      images,
      asked: gesture,
      clearest,
      seen: clearest && clearest.clearness >= 1 ? clearest : undefined,
      repeats: fresh.length === 0 ? readings[0]?.repeats : undefined,
    };
  });
}

function imagesOfSteps(
  count: number,
  asked: readonly PacedFrame[] | undefined,
): Map<number, number[]> {
  const steps = new Map<number, number[]>();
  for (let image = asked ? 0 : 1; image < count; image++) {
    const frame = asked?.[image];
    if (asked && (!frame || frame.shows === 'neutral')) continue;
    const number = frame?.step ?? image;
    steps.set(number, [...(steps.get(number) ?? []), image]);
  }
  return steps;
}

function clearestOf(
  faces: readonly FaceFindings[],
  image: number,
  asked: GestureName | undefined,
): MeasuredGesture | undefined {
  const [face, neutral] = [faces[image], faces[0]];
  if (!face || !neutral) return undefined;
  const [shown] = measureGestures(face, neutral, asked && [asked]);
  return shown && { image, ...shown };
}

/** What an image repeats of those before its step. A gesture that hardly changes the shape is not compared by shape. */
function repeatOf(
  faces: readonly FaceFindings[],
  firstOfStep: number,
  image: number,
  asked: readonly PacedFrame[] | undefined,
  clearest: MeasuredGesture | undefined,
): Repeat | undefined {
  const face = faces[image];
  if (!face) return undefined;
  const shows =
    askedOf(asked?.[image]) ?? (clearest && clearest.clearness >= 1 ? clearest.gesture : undefined);
  const changesShape = shows !== undefined && !GESTURES[shows].mayGoUnseen;
  for (const [earlier, other] of faces.slice(0, firstOfStep).entries()) {
    const before = askedOf(asked?.[earlier]);
    const byShape = changesShape && !(before && GESTURES[before].mayGoUnseen);
    const repeat = findRepeat(face, other, byShape);
    if (repeat) return { ...repeat, image: earlier };
  }
  return undefined;
}

function askedOf(frame: PacedFrame | undefined): GestureName | undefined {
  return frame && frame.shows !== 'neutral' ? frame.shows : undefined;
}
