import { MESSAGES } from '../../submission/wire.ts';
import type { Analysis, AnalysisRequest } from './analysis.ts';
import { isAbove, type ShownGesture, shownGesture } from './compare-faces.ts';
import { thumbnailDifference } from './face-thumbnail.ts';
import type { FaceFindings, ImageFindings } from './image-inspector.ts';
import {
  BARE_GESTURE_STRENGTH,
  DUPLICATE_DIFFERENCE,
  FAULTY_SCORE_LIMIT,
  MIN_DIFFERENT_GESTURES,
  NEUTRAL_PITCH_DEGREES,
  NEUTRAL_YAW_DEGREES,
  OCCLUSION,
} from './thresholds.ts';

/**
 * Judges what the images of one submission show. Pure.
 *
 * Gates come first: an image without a face, with several, or a covered neutral face makes the job `incompleted`.
 * Then evidence: the first image is the neutral face, and each further one is worth what it shows against it:
 * 0 for no gesture or for a picture that was there before, {@link BARE_GESTURE_STRENGTH} for a gesture that only just
 * counts, rising to 1 for one twice as clear. The score is the mean over the further images, so one gesture of three that
 * cannot be measured leaves at most 0.67: enough for the contract's default threshold of 0.6, not for the element's 0.7.
 *
 * Live means: the score reaches the threshold, at least {@link MIN_DIFFERENT_GESTURES} different gestures are seen, the
 * neutral face looks ahead, and no image was sent twice. Where one of these fails the score is held under
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
  const incompleted = (message: string, reason: string): Analysis => ({
    status: 'incompleted',
    message,
    reasons: [reason],
  });
  const faces: FaceFindings[] = [];
  for (const [index, { face, faceCount }] of findings.entries()) {
    if (!face) return incompleted(MESSAGES.noFace, `image-${index}: no face`);
    if (faceCount > 1 && !mainFaceOnly) {
      return incompleted(MESSAGES.multipleFaces, `image-${index}: ${faceCount} faces`);
    }
    faces.push(face);
  }
  const [neutral, ...others] = faces;
  if (!neutral) return incompleted(MESSAGES.noFace, 'no image');
  if (!isAbove(neutral, OCCLUSION)) {
    return incompleted(MESSAGES.occluded, 'image-0: face likely occluded');
  }

  const faults = [...faultsOfNeutral(neutral), ...identicalImages(findings)];
  const shown = others.map((face, i) =>
    faces.slice(0, i + 1).some((earlier) => isSamePicture(face, earlier))
      ? 'same-picture'
      : shownGesture(face, neutral),
  );
  const different = new Set(shown.flatMap((s) => (isGesture(s) ? s.name : [])));
  if (different.size < MIN_DIFFERENT_GESTURES) faults.push('too few different gestures');
  const strength = meanStrength(shown.map(strengthOf));
  const liveness = faults.length > 0 ? Math.min(strength, FAULTY_SCORE_LIMIT) : strength;
  return {
    status: 'success',
    live: faults.length === 0 && liveness >= livenessThreshold,
    liveness,
    reasons: [...faults, ...shown.map((s, i) => `image-${i + 1}: ${describe(s)}`)],
  };
}

type Shown = ShownGesture | 'same-picture' | undefined;

function isGesture(shown: Shown): shown is ShownGesture {
  return typeof shown === 'object';
}

function strengthOf(shown: Shown): number {
  if (!isGesture(shown)) return 0;
  return Math.min(1, BARE_GESTURE_STRENGTH + (1 - BARE_GESTURE_STRENGTH) * (shown.clearness - 1));
}

function meanStrength(strengths: readonly number[]): number {
  if (strengths.length === 0) return 0;
  const mean = strengths.reduce((sum, strength) => sum + strength, 0) / strengths.length;
  return Math.round(mean * 1000) / 1000;
}

function describe(shown: Shown): string {
  if (!isGesture(shown)) return shown === 'same-picture' ? 'same picture again' : 'no gesture';
  return `${shown.name} ×${shown.clearness.toFixed(1)}`;
}

function faultsOfNeutral({ measured }: FaceFindings): string[] {
  const looksAhead =
    Math.abs(measured.yawDegrees) <= NEUTRAL_YAW_DEGREES &&
    Math.abs(measured.pitchDegrees) <= NEUTRAL_PITCH_DEGREES;
  return looksAhead ? [] : ['image-0: does not look ahead'];
}

/** A camera never gives the same bytes twice. */
function identicalImages(findings: readonly ImageFindings[]): string[] {
  return new Set(findings.map(({ sha256 }) => sha256)).size < findings.length
    ? ['identical images']
    : [];
}

function isSamePicture(a: FaceFindings, b: FaceFindings): boolean {
  const { face, eyes } = thumbnailDifference(a.thumbnail, b.thumbnail);
  return face < DUPLICATE_DIFFERENCE && eyes < DUPLICATE_DIFFERENCE;
}
