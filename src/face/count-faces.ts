/** A detected face, in any unit. */
interface DetectedBox {
  readonly width: number;
  readonly height: number;
}

/** A face smaller than this part of the biggest one is a poster or somebody far behind, not a second person at the check. */
const SMALLEST_BYSTANDER_RATIO = 0.4;

/** How many people stand at the camera: the biggest face, and each that is not much smaller. */
export function countFaces(boxes: readonly DetectedBox[]): number {
  const biggest = Math.max(0, ...boxes.map((box) => box.height));
  return boxes.filter((box) => box.height >= SMALLEST_BYSTANDER_RATIO * biggest).length;
}

/** How sure the detector is of the face that it is surest of, 0..1; 0 when it saw none. */
export function surestScore(
  detections: readonly { readonly categories: readonly { readonly score: number }[] }[],
): number {
  return Math.max(0, ...detections.flatMap(({ categories }) => categories[0]?.score ?? []));
}
