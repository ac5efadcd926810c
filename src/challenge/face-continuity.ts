import type { FaceBox } from '../mesh/face-box.ts';
import { GUIDANCE as G } from './guidance-thresholds.ts';

/**
 * Whether the face in `next` can be the one that was in `last` a frame, or a short gap, before: heads move, but not by
 * half a head between two frames. Pure.
 *
 * It is conservative: a cut to another face in the same place passes. Ratios of rigid landmark distances do not tell
 * such a cut either: between two people they differed by 4 % in the clips, within one person who turned or spoke by
 * 4–6 %. Whether all images show one person is for the service to say, which compares them.
 */
export function isSameFace(last: FaceBox, next: FaceBox): boolean {
  const wayX = (next.x + next.width / 2 - last.x - last.width / 2) / last.width;
  const wayY = (next.y + next.height / 2 - last.y - last.height / 2) / last.height;
  return (
    Math.hypot(wayX, wayY) <= G.jump && Math.abs(Math.log(next.height / last.height)) <= G.resize
  );
}
