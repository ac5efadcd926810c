import { COVER_LIMIT } from '../../../../mesh/face-limits.ts';
import { MESSAGES } from '../../../../submission/wire.ts';
import { isSure, SURE_FACE } from '../../comparison/measure-gestures.ts';
import type { FaceFindings } from '../../faces/image-inspector.ts';
import type { FaceRule, FoundFault } from '../rule.ts';

const COVERED = {
  needs: 'faces',
  outcome: 'incompleted',
  answer: MESSAGES.occluded,
} as const;

/** Finds hands before the face; also a face that is too far, too near or too dark. */
export const FACE_UNSURE: FaceRule = {
  ...COVERED,
  code: 'face-unsure',
  description: 'Detector or mesh is not sure of the neutral face: it is likely occluded.',
  measures: 'sureness of the detector, else of the mesh, 0..1',
  limits: `≥ ${SURE_FACE.detectorScore}; ≥ ${SURE_FACE.faceFlag}`,
  find: ({ neutral }) => findUnsure(neutral),
};

/** Finds masks. */
export const NOSE_COVERED: FaceRule = {
  ...COVERED,
  code: 'nose-covered',
  description:
    'The nose of the neutral face has another colour than the forehead: it is likely covered.',
  measures: 'distance of the colours, logarithm of a ratio',
  limits: `≤ ${COVER_LIMIT.noseColour}`,
  find: ({ neutral }) => findCoveredNose(neutral),
};

/** Finds dark glasses. */
export const EYES_COVERED: FaceRule = {
  ...COVERED,
  code: 'eyes-covered',
  description:
    'The neutral face is much darker below the eyes than on the cheeks: dark glasses are likely.',
  measures: 'difference of brightness, logarithm of a ratio',
  limits: `≤ ${COVER_LIMIT.eyeShade}`,
  find: ({ neutral }) => findCoveredEyes(neutral),
};

/** What seems to cover a face, were it the neutral one; empty when nothing does. Pure. */
export function findCovers(face: FaceFindings): FoundFault[] {
  return [findUnsure, findCoveredNose, findCoveredEyes].flatMap((find) => find(face));
}

function findUnsure(face: FaceFindings): FoundFault[] {
  if (isSure(face, SURE_FACE)) return [];
  const field = face.detectorScore < SURE_FACE.detectorScore ? 'detectorScore' : 'faceFlag';
  const message = 'The neutral face cannot be made out: it is likely occluded.';
  return [{ message, image: 0, measured: face[field], limit: SURE_FACE[field] }];
}

function findCoveredNose({ cover }: FaceFindings): FoundFault[] {
  return above(cover.noseColour, COVER_LIMIT.noseColour, 'The nose is likely covered.');
}

function findCoveredEyes({ cover }: FaceFindings): FoundFault[] {
  return above(cover.eyeShade, COVER_LIMIT.eyeShade, 'The eyes are likely covered.');
}

function above(measured: number, limit: number, message: string): FoundFault[] {
  return measured > limit ? [{ message, image: 0, measured, limit }] : [];
}
