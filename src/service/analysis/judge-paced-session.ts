import { GESTURES, type GestureName } from '../../challenge/gesture.ts';
import type { Analysis, AnalysisRequest, PacedFrame } from './analysis.ts';
import { shownGestures } from './compare-faces.ts';
import {
  faultsOfNeutral,
  gateImages,
  identicalImages,
  isSamePicture,
  isSameShape,
} from './gate-images.ts';
import { gestureStrength, meanStrengthWithHelp } from './gesture-strength.ts';
import type { FaceFindings, ImageFindings } from './image-inspector.ts';
import { measurePlanarity } from './planarity.ts';
import { samePerson } from './same-person.ts';
import { FAULTY_SCORE_LIMIT, MIN_DIFFERENT_GESTURES, PLANARITY_MINIMUM } from './thresholds.ts';
import { timingFaults } from './timing-faults.ts';

/**
 * Judges the images of a session that the service paced. Pure. It knows what each image must show, so it is stricter than
 * `judgeEvidence`, of which it shares the gates and the scale.
 *
 * Each step is worth what its clearest frame shows of the gesture that was asked; whatever else it shows is worth nothing.
 * The score is the mean over the steps. A blink counts only where it raises the mean, because the mesh follows the lids
 * only half-way: one that cannot be seen, or hardly, counts neither for nor against. But a session without any movement
 * of the head, because the person declined them all, needs its blinks: else two still pictures make one.
 *
 * Live means that the score reaches the threshold and nothing is wrong: every gesture but a blink is seen, at least
 * {@link MIN_DIFFERENT_GESTURES} different ones; a turn is not that of a flat picture; no picture comes twice, in whatever
 * light; the neutral face looks ahead; all faces are one person's; the times are plausible. Otherwise the score is held
 * under {@link FAULTY_SCORE_LIMIT}.
 *
 * Not covered: a live stream that follows the gestures as they come, from a person behind a virtual camera or a puppet of
 * somebody's face.
 *
 * @param findings one per image, in the order sent
 * @param paced what the service asked for, one per image
 */
export function judgePacedSession(
  findings: readonly ImageFindings[],
  paced: readonly PacedFrame[],
  { livenessThreshold, mainFaceOnly }: Pick<AnalysisRequest, 'livenessThreshold' | 'mainFaceOnly'>,
): Analysis {
  const gate = gateImages(findings, mainFaceOnly);
  if ('incompleted' in gate) return gate.incompleted;
  const { faces, neutral } = gate;

  const person = samePerson(faces);
  const faults = [
    ...faultsOfNeutral(neutral),
    ...identicalImages(findings),
    ...person.faults,
    ...timingFaults(paced),
  ];
  const steps = stepsOf(faces, paced);
  const judged = steps.map((step) => judgeStep(step, neutral, faces));
  faults.push(...judged.flatMap(({ faults: own }) => own));
  const measured = judged.filter(({ strength }) => strength !== undefined);
  if (!measured.some(({ shows }) => GESTURES[shows].moves === 'head'))
    faults.push(...unseenGestures(judged));
  const different = new Set(measured.map(({ shows }) => shows));
  if (different.size < MIN_DIFFERENT_GESTURES) faults.push('too few different gestures');

  const strengthsOf = (steps: readonly JudgedStep[]) => steps.map((step) => step.strength ?? 0);
  const strength = meanStrengthWithHelp(
    strengthsOf(measured.filter(({ shows }) => !GESTURES[shows].mayGoUnseen)),
    strengthsOf(measured.filter(({ shows }) => GESTURES[shows].mayGoUnseen)),
  );
  const liveness = faults.length > 0 ? Math.min(strength, FAULTY_SCORE_LIMIT) : strength;
  return {
    status: 'success',
    live: faults.length === 0 && liveness >= livenessThreshold,
    liveness,
    reasons: [...faults, ...judged.map(({ reason }) => reason), ...person.reasons],
  };
}

function unseenGestures(judged: readonly JudgedStep[]): string[] {
  return judged
    .filter(({ shows, strength }) => GESTURES[shows].mayGoUnseen && strength === undefined)
    .map(({ reason }) => `${reason}, and no movement of the head`);
}

interface Step {
  readonly number: number;
  readonly shows: GestureName;
  /** Places among the images. */
  readonly images: readonly number[];
  /** Earlier images, and whether each was to show a gesture that may go unseen. */
  readonly earlier: readonly { readonly face: FaceFindings; readonly mayGoUnseen: boolean }[];
}

interface JudgedStep {
  readonly shows: GestureName;
  /** 0..1; undefined when nothing can be said. */
  readonly strength: number | undefined;
  readonly reason: string;
  readonly faults: readonly string[];
}

function stepsOf(faces: readonly FaceFindings[], paced: readonly PacedFrame[]): Step[] {
  const steps = new Map<number, { shows: GestureName; images: number[] }>();
  for (const [index] of faces.entries()) {
    const frame = paced[index];
    if (!frame || frame.shows === 'neutral') continue;
    const step = steps.get(frame.step) ?? { shows: frame.shows, images: [] };
    step.images.push(index);
    steps.set(frame.step, step);
  }
  return [...steps].map(([number, step]) => ({
    number,
    ...step,
    earlier: faces
      .slice(0, step.images[0])
      .map((face, index) => ({ face, mayGoUnseen: showsLittle(paced[index]?.shows) })),
  }));
}

function judgeStep(step: Step, neutral: FaceFindings, faces: readonly FaceFindings[]): JudgedStep {
  const { earlier, number, shows } = step;
  const name = `step-${number} ${shows}`;
  const { mayGoUnseen, showsDepth } = GESTURES[shows];
  const wasThere = (image: FaceFindings): boolean =>
    earlier.some(
      (before) =>
        isSamePicture(image, before.face) ||
        (!mayGoUnseen && !before.mayGoUnseen && isSameShape(image, before.face)),
    );
  const fresh = step.images.filter((image) => !wasThere(faces[image] as FaceFindings));
  if (fresh.length === 0 && !mayGoUnseen) {
    const fault = `${name}: same picture again`;
    return { shows, strength: 0, reason: `${name}: not judged`, faults: [fault] };
  }
  const seen = fresh
    .map((image) => ({
      image,
      clearness: clearnessOf(shows, faces[image] as FaceFindings, neutral),
    }))
    .toSorted((a, b) => b.clearness - a.clearness)[0];
  if (!seen || seen.clearness < 1) {
    return mayGoUnseen
      ? { shows, strength: undefined, reason: `${name}: cannot be seen`, faults: [] }
      : { shows, strength: 0, reason: `${name}: not judged`, faults: [`${name}: not seen`] };
  }
  const reason = `${name} ×${seen.clearness.toFixed(1)}`;
  const strength = gestureStrength(seen.clearness);
  if (!showsDepth) return { shows, strength, reason, faults: [] };
  const { ratio } = measurePlanarity(neutral.points, (faces[seen.image] as FaceFindings).points);
  const faults = ratio < PLANARITY_MINIMUM ? [`${name}: flat, ${ratio.toFixed(2)}`] : [];
  return { shows, strength, reason: `${reason}, depth ${ratio.toFixed(2)}`, faults };
}

function clearnessOf(asked: GestureName, face: FaceFindings, neutral: FaceFindings): number {
  return shownGestures(face, neutral).find(({ name }) => name === asked)?.clearness ?? 0;
}

function showsLittle(shows: PacedFrame['shows'] | undefined): boolean {
  return shows !== undefined && shows !== 'neutral' && (GESTURES[shows].mayGoUnseen ?? false);
}
