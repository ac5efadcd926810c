import { existsSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { GESTURE_NAMES } from '../../../src/challenge/gesture.ts';
import { type Interval, joinClose, type LabelledClip } from './labelled-clip.ts';

const Seconds = v.pipe(v.number(), v.minValue(0));
const Gesture = v.picklist(GESTURE_NAMES);
const Correction = v.intersect([
  v.object({
    /** The clip's file name without its ending. */
    clip: v.string(),
    /** What is to be seen in the frames. */
    why: v.pipe(v.string(), v.minLength(1)),
  }),
  v.variant('change', [
    /** A gesture that the manifest does not list. */
    v.object({ change: v.literal('add'), gesture: Gesture, t0: Seconds, t1: Seconds }),
    /** A label that is none: the one of this kind that begins at `t0`. */
    v.object({ change: v.literal('remove'), gesture: Gesture, t0: Seconds }),
  ]),
]);

/** A label that the frames contradict, and what they show. */
export type LabelCorrection = v.InferOutput<typeof Correction>;

/**
 * Reads a list of corrections.
 * @throws Error when there is no such file, or it is not of that form
 */
export function readCorrections(path: string): LabelCorrection[] {
  if (!existsSync(path)) throw new Error(`${path} does not exist.`);
  const parsed = v.safeParse(v.array(Correction), JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
}

/**
 * The clips with their labels corrected. Corrections of clips that are not there are left out. Pure.
 * @throws Error when a label that is to be removed does not exist: the manifest has changed
 */
export function correctLabels(
  clips: readonly LabelledClip[],
  corrections: readonly LabelCorrection[],
): LabelledClip[] {
  return clips.map((clip) =>
    corrections.filter((one) => one.clip === clip.name).reduce(correctLabel, clip),
  );
}

function correctLabel(clip: LabelledClip, correction: LabelCorrection): LabelledClip {
  const { gesture, t0 } = correction;
  if (correction.change === 'add') {
    const added = { name: gesture, fromS: t0, toS: correction.t1 };
    return { ...clip, actions: joinClose([...clip.actions, added]) };
  }
  const isMeant = ({ name, fromS }: Interval): boolean => name === gesture && fromS === t0;
  if (!clip.actions.some(isMeant)) {
    throw new Error(`${clip.name} has no ${gesture} at ${t0} s to remove.`);
  }
  return { ...clip, actions: clip.actions.filter((action) => !isMeant(action)) };
}

/** One line for each correction that was applied, for the console. */
export function formatCorrections(corrections: readonly LabelCorrection[]): string {
  return corrections
    .map(({ clip, change, gesture, t0, why }) => `  ${change} ${clip} ${gesture}@${t0}: ${why}`)
    .join('\n');
}
