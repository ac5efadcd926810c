import type { FaceRule } from '../rule.ts';

/** A camera gives no file twice. Only the very same bytes are known again: a recording that is encoded anew escapes. */
export const FRAME_SEEN_BEFORE: FaceRule = {
  code: 'frame-seen-before',
  needs: 'faces',
  outcome: 'not-live',
  description:
    'A step brings a frame, large or small, that an earlier session has brought, byte for byte. See `--remember-frames`.',
  find: ({ stepsSeenBefore = [] }) =>
    stepsSeenBefore.map((step) => ({
      message: `Step ${step} brings a frame of an earlier session again.`,
      step,
    })),
};
