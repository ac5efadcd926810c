import { MESSAGES } from '../../submission/wire.ts';
import type { Analysis } from './analysis.ts';
import { isAbove } from './compare-faces.ts';
import { thumbnailDifference } from './face-thumbnail.ts';
import type { FaceFindings, ImageFindings } from './image-inspector.ts';
import { meshDifference } from './mesh-difference.ts';
import {
  COVER_LIMIT,
  DUPLICATE_DIFFERENCE,
  NEUTRAL_PITCH_DEGREES,
  NEUTRAL_YAW_DEGREES,
  OCCLUSION,
  OTHER_SHAPE,
  SAME_SHAPE,
} from './thresholds.ts';

/** The faces of a submission that can be judged, or the answer for one that cannot. */
export type Gate =
  | {
      readonly faces: readonly FaceFindings[];
      readonly neutral: FaceFindings;
      readonly others: readonly FaceFindings[];
    }
  | { readonly incompleted: Analysis };

/** An image without a face, with several, or a covered neutral face makes the job `incompleted`. Pure. */
export function gateImages(findings: readonly ImageFindings[], mainFaceOnly: boolean): Gate {
  const incompleted = (message: string, reason: string): Gate => ({
    incompleted: { status: 'incompleted', message, reasons: [reason] },
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
  const occlusion = occlusionOf(neutral);
  if (occlusion) return incompleted(MESSAGES.occluded, `image-0: ${occlusion}`);
  return { faces, neutral, others };
}

/** What seems to cover the face; undefined when nothing does. Pure. */
export function occlusionOf(face: FaceFindings): string | undefined {
  if (!isAbove(face, OCCLUSION)) return 'face likely occluded';
  if (face.cover.noseColour > COVER_LIMIT.noseColour) return 'nose likely covered';
  if (face.cover.eyeShade > COVER_LIMIT.eyeShade) return 'eyes likely covered';
  return undefined;
}

/** What is wrong with the neutral face, for the reasons. */
export function faultsOfNeutral({ measured }: FaceFindings): string[] {
  const looksAhead =
    Math.abs(measured.yawDegrees) <= NEUTRAL_YAW_DEGREES &&
    Math.abs(measured.pitchDegrees) <= NEUTRAL_PITCH_DEGREES;
  return looksAhead ? [] : ['image-0: does not look ahead'];
}

/** A camera never gives the same bytes twice. */
export function identicalImages(findings: readonly ImageFindings[]): string[] {
  return new Set(findings.map(({ sha256 }) => sha256)).size < findings.length
    ? ['identical images']
    : [];
}

/** Whether two faces are the same picture, encoded again. A blink changes little else than a few grey values: see {@link isSameShape}. */
export function isSamePicture(a: FaceFindings, b: FaceFindings): boolean {
  const { face, eyes } = thumbnailDifference(a.thumbnail, b.thumbnail);
  const looksAlike = face < DUPLICATE_DIFFERENCE && eyes < DUPLICATE_DIFFERENCE;
  return looksAlike && meshDifference(a.points, b.points) < OTHER_SHAPE;
}

/** Whether two faces that should show different gestures, neither a blink, are one picture in whatever light. */
export function isSameShape(a: FaceFindings, b: FaceFindings): boolean {
  return meshDifference(a.points, b.points) < SAME_SHAPE;
}
