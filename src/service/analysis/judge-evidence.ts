import { GESTURES } from '../../challenge/gesture.ts';
import type { Analysis, AnalysisRequest } from './analysis.ts';
import { type ShownGesture, shownGesture } from './compare-faces.ts';
import {
  faultsOfNeutral,
  gateImages,
  identicalImages,
  isSamePicture,
  isSameShape,
} from './gate-images.ts';
import { gestureStrength, meanStrength } from './gesture-strength.ts';
import type { ImageFindings } from './image-inspector.ts';
import { samePerson } from './same-person.ts';
import { FAULTY_SCORE_LIMIT, MIN_DIFFERENT_GESTURES } from './thresholds.ts';

/**
 * Judges what the images of one submission show. Pure.
 *
 * Gates come first: an image without a face, with several, or a covered neutral face makes the job `incompleted`.
 * Then evidence: the first image is the neutral face, and each further one is worth what it shows against it:
 * 0 for no gesture or for a picture that was there before, `BARE_GESTURE_STRENGTH` for a gesture that only just
 * counts, rising to 1 for one twice as clear. The score is the mean over the further images, so one gesture of three that
 * cannot be measured leaves at most 0.67: enough for the contract's default threshold of 0.6, not for the element's 0.7.
 *
 * Live means: the score reaches the threshold, at least {@link MIN_DIFFERENT_GESTURES} different gestures are seen, the
 * neutral face looks ahead, all faces are one person's, and no image was sent twice. Where one of these fails the score is held under
 * {@link FAULTY_SCORE_LIMIT}, for those who read the number alone. One lone image shows no change and is never live.
 *
 * This finds still pictures: prints, masks, photos on a screen. It does not find a replayed video of the same gestures.
 *
 * @param findings one per image, in the order sent
 */
export function judgeEvidence(
  findings: readonly ImageFindings[],
  { livenessThreshold, mainFaceOnly }: Pick<AnalysisRequest, 'livenessThreshold' | 'mainFaceOnly'>,
): Analysis {
  const gate = gateImages(findings, mainFaceOnly);
  if ('incompleted' in gate) return gate.incompleted;
  const { faces, neutral, others } = gate;

  const person = samePerson(faces);
  const faults = [...faultsOfNeutral(neutral), ...identicalImages(findings), ...person.faults];
  const shown = others.map((face, i) => {
    const gesture = shownGesture(face, neutral);
    const hasOwnShape = gesture && !GESTURES[gesture.name].mayGoUnseen;
    const wasThere = faces
      .slice(0, i + 1)
      .some(
        (earlier) => isSamePicture(face, earlier) || (hasOwnShape && isSameShape(face, earlier)),
      );
    return wasThere ? 'same-picture' : gesture;
  });
  const different = new Set(shown.flatMap((s) => (isGesture(s) ? s.name : [])));
  if (different.size < MIN_DIFFERENT_GESTURES) faults.push('too few different gestures');
  const strength = meanStrength(shown.map(strengthOf));
  const liveness = faults.length > 0 ? Math.min(strength, FAULTY_SCORE_LIMIT) : strength;
  return {
    status: 'success',
    live: faults.length === 0 && liveness >= livenessThreshold,
    liveness,
    reasons: [
      ...faults,
      ...shown.map((s, i) => `image-${i + 1}: ${describe(s)}`),
      ...person.reasons,
    ],
  };
}

type Shown = ShownGesture | 'same-picture' | undefined;

function isGesture(shown: Shown): shown is ShownGesture {
  return typeof shown === 'object';
}

function strengthOf(shown: Shown): number {
  return isGesture(shown) ? gestureStrength(shown.clearness) : 0;
}

function describe(shown: Shown): string {
  if (!isGesture(shown)) return shown === 'same-picture' ? 'same picture again' : 'no gesture';
  return `${shown.name} ×${shown.clearness.toFixed(1)}`;
}
