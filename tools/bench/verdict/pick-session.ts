import { GESTURE_NAMES, type GestureName } from '../../../src/challenge/gesture.ts';
import type { PacedFrame } from '../../../src/service/analysis/analysis.ts';
import { measureGestures } from '../../../src/service/analysis/comparison/measure-gestures.ts';
import type {
  FaceFindings,
  ImageFindings,
} from '../../../src/service/analysis/faces/image-inspector.ts';
import type { Interval } from '../evaluation/labelled-clip.ts';
import type { InspectedClip, InspectedFrame } from './inspect-clip.ts';

/** A session as the element would have sent it. */
export interface PickedSession {
  readonly findings: readonly ImageFindings[];
  readonly paced: readonly PacedFrame[];
}

/** A check asks for three gestures. */
const GESTURE_COUNT = 3;
/** A gesture begins and ends a little outside of its label. */
const LABEL_SLACK_S = 0.15;

/**
 * Picks a neutral frame and the frames of up to three different gestures, in the order of the labels; of each gesture the
 * clearest frame. `undefined` when the clips show fewer than two different gestures, or no face at rest.
 *
 * @param clips of one person; the neutral frame comes from the first
 */
export function pickLabelledSession(clips: readonly InspectedClip[]): PickedSession | undefined {
  const neutral = clips[0] && pickNeutral(clips[0]);
  if (!neutral?.findings.face) return undefined;
  const face = neutral.findings.face;
  const picked = new Map<GestureName, ImageFindings>();
  for (const { clip, frames } of clips) {
    for (const { name, fromS, toS } of clip.actions) {
      if (picked.has(name) || picked.size === GESTURE_COUNT) continue;
      const within = frames.filter(({ atS }) => atS >= fromS && atS <= toS);
      const best = clearest(name, within, face);
      if (best) picked.set(name, best.findings);
    }
  }
  return picked.size < 2 ? undefined : sessionOf(neutral.findings, [...picked]);
}

/**
 * For clips without labels, the session that an attacker would wish for: the three gestures that are asked are those that
 * some frame shows clearest, each in a frame of its own.
 */
export function pickLuckySession({ frames }: InspectedClip): PickedSession | undefined {
  const neutral = frames.find(({ findings }) => findings.face);
  const face = neutral?.findings.face;
  if (!neutral || !face) return undefined;
  const picked: [GestureName, ImageFindings][] = [];
  const left = new Set(frames.filter((frame) => frame !== neutral));
  const clearnessIn = (name: GestureName) =>
    Math.max(...frames.map((frame) => clearnessOf(name, frame, face)));
  const names = GESTURE_NAMES.toSorted((a, b) => clearnessIn(b) - clearnessIn(a));
  for (const name of names.slice(0, GESTURE_COUNT)) {
    const best = clearest(name, [...left], face);
    if (!best) continue;
    left.delete(best);
    picked.push([name, best.findings]);
  }
  return sessionOf(neutral.findings, picked);
}

/**
 * The last frame at rest before the first gesture that looks ahead; otherwise the one that looks ahead most, of those at
 * rest, or of all where nobody rests.
 */
export function pickNeutral({ clip, frames }: InspectedClip): InspectedFrame | undefined {
  const withFace = frames.filter(({ findings }) => findings.face);
  const outside = (labels: readonly Interval[]) =>
    withFace.filter(
      ({ atS }) =>
        !labels.some(
          ({ fromS, toS }) => atS >= fromS - LABEL_SLACK_S && atS <= toS + LABEL_SLACK_S,
        ),
    );
  const firstS = Math.min(...clip.actions.map(({ fromS }) => fromS));
  const ahead = ({ findings }: InspectedFrame) => {
    const { yawDegrees = 90, pitchDegrees = 90 } = findings.face?.measured ?? {};
    return Math.abs(yawDegrees) / 15 + Math.abs(pitchDegrees) / 20;
  };
  const atRest = outside([...clip.actions, ...clip.distractors]);
  const before = atRest.filter((frame) => frame.atS < firstS && ahead(frame) < 1).at(-1);
  if (before) return before;
  const choice = [atRest, outside(clip.actions), withFace].find(({ length }) => length > 0) ?? [];
  return choice.toSorted((a, b) => ahead(a) - ahead(b))[0];
}

function clearest(
  name: GestureName,
  frames: readonly InspectedFrame[],
  neutral: FaceFindings,
): InspectedFrame | undefined {
  // Of frames that show nothing of it, the one in the middle stands for all.
  const middle = Math.floor(frames.length / 2);
  const ordered = [...frames.slice(middle), ...frames.slice(0, middle)];
  return ordered.toSorted(
    (a, b) => clearnessOf(name, b, neutral) - clearnessOf(name, a, neutral),
  )[0];
}

function clearnessOf(name: GestureName, frame: InspectedFrame, neutral: FaceFindings): number {
  const { face } = frame.findings;
  if (!face) return -1;
  const clearness = measureGestures(face, neutral).find(
    ({ gesture }) => gesture === name,
  )?.clearness;
  return clearness !== undefined && clearness >= 1 ? clearness : 0;
}

/** With times that are beyond doubt: what is judged here are the pictures. */
function sessionOf(
  neutral: ImageFindings,
  gestures: readonly (readonly [GestureName, ImageFindings])[],
): PickedSession {
  const shows = ['neutral' as const, ...gestures.map(([name]) => name)];
  return {
    findings: [neutral, ...gestures.map(([, findings]) => findings)],
    paced: shows.map((name, step) => ({
      step,
      shows: name,
      capturedAtMs: 2000 * step + 1900,
      revealedAtMs: 2000 * step,
      committedAtMs: 2000 * step + 2000,
    })),
  };
}
