import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import { GESTURE_NAMES, type GestureName } from '../../../src/challenge/gesture.ts';

/** Something that the person does in a clip, in seconds from its start. */
export interface Interval<Name extends string = string> {
  readonly name: Name;
  readonly fromS: number;
  readonly toS: number;
}

/** A clip and what is known of it. */
export interface LabelledClip {
  /** The file's name without its ending. */
  readonly name: string;
  readonly path: string;
  readonly framesPerSecond: number;
  /** Only `real` clips make the recall and the false alarms; the others are listed. */
  readonly kind: 'real' | 'attack' | 'bad';
  /** What is wrong with a bad clip, or what kind of attack it is. */
  readonly condition: string | undefined;
  readonly actions: readonly Interval<GestureName>[];
  /** What must not be counted as any gesture. */
  readonly distractors: readonly Interval[];
}

const Seconds = v.pipe(v.number(), v.minValue(0));
const Manifest = v.array(
  v.object({
    file: v.pipe(v.string(), v.regex(/^[^/\\]+$/, 'a file name without a folder')),
    kind: v.string(),
    fps: v.pipe(v.number(), v.minValue(1)),
    condition: v.optional(v.string()),
    attack_type: v.optional(v.string()),
    actions: v.optional(v.array(v.object({ name: v.string(), t0: Seconds, t1: Seconds })), []),
    distractors: v.optional(v.array(v.object({ what: v.string(), t0: Seconds, t1: Seconds })), []),
  }),
);

/**
 * Reads `manifest.json` in the folder: a list of clips, each with `file`, `kind`, `fps`, `actions` and `distractors`.
 * Actions that are no gesture (`still`) are left out: they are rest.
 *
 * @param words Only clips whose name contains one of these; all when there are none.
 * @throws Error when there is none, or it is not of that form.
 */
export function readManifest(folder: string, words: readonly string[] = []): LabelledClip[] {
  const path = join(folder, 'manifest.json');
  if (!existsSync(path)) throw new Error(`${folder} has no manifest.json that labels its clips.`);
  const parsed = v.safeParse(Manifest, JSON.parse(readFileSync(path, 'utf8')));
  if (!parsed.success) {
    const [issue] = parsed.issues;
    throw new Error(`${path}: ${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  }
  const clips: LabelledClip[] = parsed.output.map((clip) => ({
    name: clip.file.replace(/\.\w+$/, ''),
    path: join(folder, clip.file),
    framesPerSecond: clip.fps,
    kind: clip.kind === 'real' || clip.kind === 'bad' ? clip.kind : 'attack',
    condition: clip.condition ?? clip.attack_type,
    actions: joinClose(
      clip.actions.flatMap(({ name, t0, t1 }) =>
        isGesture(name) ? [{ name, fromS: t0, toS: t1 }] : [],
      ),
    ),
    distractors: clip.distractors.map(({ what, t0, t1 }) => ({ name: what, fromS: t0, toS: t1 })),
  }));
  return clips.filter(
    ({ name }) => words.length === 0 || words.some((word) => name.includes(word)),
  );
}

/** Nobody comes to rest between two gestures of the same kind that are nearer than this: they are one. */
const CLOSE_S = 0.3;

/** Gestures of the same kind that are too near to each other are one, in the order of their beginnings. */
export function joinClose(actions: readonly Interval<GestureName>[]): Interval<GestureName>[] {
  const joined: Interval<GestureName>[] = [];
  for (const action of [...actions].sort((a, b) => a.fromS - b.fromS)) {
    const index = joined.findLastIndex(({ name }) => name === action.name);
    const before = joined[index];
    if (before && action.fromS - before.toS < CLOSE_S) {
      joined[index] = { ...before, toS: Math.max(before.toS, action.toS) };
    } else {
      joined.push(action);
    }
  }
  return joined;
}

function isGesture(name: string): name is GestureName {
  return (GESTURE_NAMES as readonly string[]).includes(name);
}
