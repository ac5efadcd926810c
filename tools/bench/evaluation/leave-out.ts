import { GESTURE_NAMES, GESTURES, type GestureName } from '../../../src/challenge/gesture.ts';
import { formatGrid } from './format-evaluation.ts';
import { type GestureScore, scoreGesture } from './score-clip.ts';
import type { TrackedClip } from './track-cache.ts';

/** What the thresholds of all gestures are multiplied by, together. */
const SCALES = [0.8, 0.9, 1, 1.1, 1.2] as const;
/** One false alarm in 10 minutes is as bad as this part of the recall. */
const COST_OF_FALSE = 0.03;

interface Row {
  readonly scale: number;
  readonly person: string;
  readonly score: GestureScore;
}

/**
 * How sure each gesture is with all its thresholds lower or higher, and for people who had no say in them: for each person
 * the scale is chosen that suits all others best. The person is the second word of the clip's name. Prints a table.
 */
export function leaveOneOut(clips: readonly TrackedClip[]): string {
  const real = clips.filter(({ clip }) => clip.kind === 'real');
  const head = ['gesture', ...SCALES.map((scale) => `× ${scale}`), 'person left out'];
  return formatGrid([head, ...GESTURE_NAMES.map((gesture) => [gesture, ...cells(real, gesture)])]);
}

function cells(clips: readonly TrackedClip[], gesture: GestureName): string[] {
  const rows: Row[] = SCALES.flatMap((scale) =>
    withScale(scale, () =>
      clips.map((one) => ({
        scale,
        person: one.clip.name.split('_')[1] ?? one.clip.name,
        score: scoreGesture(one, gesture),
      })),
    ),
  );
  const at = (scale: number): Row[] => rows.filter((row) => row.scale === scale);
  const people = [...new Set(rows.map(({ person }) => person))];
  const leftOut = people.flatMap((person) => {
    const cost = (scale: number): number => {
      const { recall, falsePer10Minutes } = pool(at(scale).filter((row) => row.person !== person));
      // Among equals, the scale that changes least.
      return 1 - recall + COST_OF_FALSE * falsePer10Minutes + 1e-4 * Math.abs(scale - 1);
    };
    const best = [...SCALES].sort((a, b) => cost(a) - cost(b))[0] ?? 1;
    return at(best).filter((row) => row.person === person);
  });
  return [...SCALES.map(at), leftOut].map((part) => {
    const { recall, falsePer10Minutes } = pool(part);
    return `${(100 * recall).toFixed(0)} % / ${falsePer10Minutes.toFixed(1)}`;
  });
}

function pool(rows: readonly Row[]): { recall: number; falsePer10Minutes: number } {
  const chanced = rows.flatMap(({ score }) => score.occurrences.filter((one) => one.chances > 0));
  const recalled = chanced.reduce((sum, { hits, chances }) => sum + hits / chances, 0);
  const falseCount = rows.reduce((sum, { score }) => sum + score.falseAtS.length, 0);
  const minutes = rows.reduce((sum, { score }) => sum + score.askedS, 0) / 60;
  return {
    recall: chanced.length > 0 ? recalled / chanced.length : 1,
    falsePer10Minutes: minutes > 0 ? (10 * falseCount) / minutes : 0,
  };
}

/** The measures read their smallest changes from the records: these are changed for the while, and put back. */
function withScale<T>(scale: number, run: () => T): T {
  const changes = new Set<Record<string, number>>(
    GESTURE_NAMES.map((name) => GESTURES[name].page.smallestChange),
  );
  const before = [...changes].map((change) => ({ ...change }));
  try {
    for (const change of changes) {
      for (const [name, value] of Object.entries(change)) change[name] = value * scale;
    }
    return run();
  } finally {
    for (const [index, change] of [...changes].entries()) Object.assign(change, before[index]);
  }
}
