import { embeddingDistance } from '../../faces/face-embedding.ts';
import type { FaceFindings } from '../../faces/image-inspector.ts';
import type { FaceRule } from '../rule.ts';

/**
 * Largest distance of two embeddings of one person. 0.6 is also what dlib's author recommends. Clips: 0 of 1141 frames of
 * all gestures are farther from their own neutral face (0.57 at most); of other people's 1.5 % are nearer, 4.6 % when turned
 * by over 35°.
 *
 * Tilted far up or down, faces are up to 0.77 from themselves (32 frames), and a third of other people's pass.
 * `npm run evaluate:verdict` measures it.
 */
export const SAME_PERSON = { distance: 0.6, steepDistance: 0.78, steepPitchDegrees: 20 } as const;

/**
 * Every face is compared with the neutral one. Who looks like somebody may pass: this finds that the person changed, it
 * does not say who anybody is.
 */
export const DIFFERENT_PERSON: FaceRule = {
  code: 'different-person',
  needs: 'faces',
  outcome: 'not-live',
  description: 'A face is not that of the person on the neutral image.',
  measures: 'distance of the two embeddings',
  limits: `≤ ${SAME_PERSON.distance}; ≤ ${SAME_PERSON.steepDistance} where the head is tilted by more than ${SAME_PERSON.steepPitchDegrees}°`,
  find: ({ faces }) =>
    facesOfOthers(faces).map((other) => ({
      message: `Image ${other.image} shows another person than the neutral image.`,
      ...other,
    })),
  measure({ faces }) {
    const [farthest] = distancesOf(faces).toSorted((a, b) => b.measured - a.measured);
    if (!farthest || !Number.isFinite(farthest.measured)) return [];
    const message = `The faces are at most ${farthest.measured.toFixed(2)} from the neutral one.`;
    return [{ code: 'face-distance', message, ...farthest }];
  },
};

/** A face, and how far it is from the neutral one. */
interface FaceDistance {
  /** Place among the images. */
  readonly image: number;
  readonly measured: number;
  readonly limit: number;
}

/** The faces that are farther from the first, the neutral one, than a person is from themselves. Pure. */
export function facesOfOthers(faces: readonly FaceFindings[]): FaceDistance[] {
  // A distance that is no number must not pass.
  return distancesOf(faces).filter(({ limit, measured }) => !(measured <= limit));
}

function distancesOf([neutral, ...others]: readonly FaceFindings[]): FaceDistance[] {
  if (!neutral) return [];
  return others.map((face, i) => ({
    image: i + 1,
    measured: embeddingDistance(face.embedding, neutral.embedding),
    limit: limitFor(face, neutral),
  }));
}

/** A face that is tilted far up or down looks less like itself, and may be farther. */
function limitFor({ measured: face }: FaceFindings, { measured: neutral }: FaceFindings): number {
  const pitch = Math.abs(face.pitchDegrees - neutral.pitchDegrees);
  return pitch > SAME_PERSON.steepPitchDegrees ? SAME_PERSON.steepDistance : SAME_PERSON.distance;
}
