import type { FaceRule } from '../rule.ts';

/** Largest turn and tilt of a neutral face from the camera, in degrees. The page takes less, measured with another mesh. */
export const NEUTRAL_POSE = { yawDegrees: 25, pitchDegrees: 30 } as const;

/** Gestures are measured from the neutral face, which must look ahead. */
export const NEUTRAL_TURNED_AWAY: FaceRule = {
  code: 'neutral-turned-away',
  needs: 'faces',
  outcome: 'not-live',
  description: 'The neutral face does not look ahead.',
  measures: 'yaw, or pitch, in degrees',
  limits: `≤ ${NEUTRAL_POSE.yawDegrees}, ≤ ${NEUTRAL_POSE.pitchDegrees}`,
  find({ neutral }) {
    const turned = (['yawDegrees', 'pitchDegrees'] as const).find(
      (angle) => !(Math.abs(neutral.measured[angle]) <= NEUTRAL_POSE[angle]),
    );
    if (!turned) return [];
    const measured = Math.abs(neutral.measured[turned]);
    const message = 'The neutral face does not look ahead.';
    return [{ message, image: 0, measured, limit: NEUTRAL_POSE[turned] }];
  },
};
