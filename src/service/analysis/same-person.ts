import { embeddingDistance } from './face-embedding.ts';
import type { FaceFindings } from './image-inspector.ts';
import { SAME_PERSON } from './thresholds.ts';

/** Whether the faces of a session are one person's. */
export interface SamePerson {
  /** One for each image that shows somebody else than the neutral one. */
  readonly faults: readonly string[];
  /** How far the farthest face is, for the reasons; none when there is only one face. */
  readonly reasons: readonly string[];
}

/**
 * Compares every face with the neutral one. Pure.
 *
 * A face that is tilted far up or down looks less like itself, and may be farther. Who looks like somebody may pass: this
 * finds that the person changed, it does not say who anybody is.
 *
 * @param faces in the order of the images, the neutral one first
 */
export function samePerson(faces: readonly FaceFindings[]): SamePerson {
  const [neutral, ...others] = faces;
  if (!neutral || others.length === 0) return { faults: [], reasons: [] };
  const distances = others.map((face) => embeddingDistance(face.embedding, neutral.embedding));
  const faults = others.flatMap((face, i) => {
    const distance = distances[i] ?? 0;
    // A distance that is no number must not pass.
    if (distance <= limitFor(face, neutral)) return [];
    return [`image-${i + 1}: different person, ${distance.toFixed(2)}`];
  });
  return { faults, reasons: [`person: at most ${Math.max(...distances).toFixed(2)} apart`] };
}

function limitFor({ measured: face }: FaceFindings, { measured: neutral }: FaceFindings): number {
  const pitch = Math.abs(face.pitchDegrees - neutral.pitchDegrees);
  return pitch > SAME_PERSON.steepPitchDegrees ? SAME_PERSON.steepDistance : SAME_PERSON.distance;
}
