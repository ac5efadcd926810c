import type { FaceChange } from '../face-change.ts';

/** How near to the neutral pose eyes and mouth are judged, in degrees: turns and nods bend them. Page and service agree. */
const JUDGED_WITHIN = {
  yawDegrees: 15,
  /** Blinks of people who talk come at up to 13°. */
  pitchDegrees: 13.5,
} as const;

/** Whether eyes and mouth can be judged. */
export function isFacingAhead({
  yawDegrees,
  pitchDegrees,
}: Pick<FaceChange, 'yawDegrees' | 'pitchDegrees'>): boolean {
  return facesCamera(yawDegrees) && Math.abs(pitchDegrees) < JUDGED_WITHIN.pitchDegrees;
}

/** Whether the head is turned so little that eyes and mouth can be judged, tipped or not. */
export function facesCamera(yawDegrees: number): boolean {
  return Math.abs(yawDegrees) < JUDGED_WITHIN.yawDegrees;
}
