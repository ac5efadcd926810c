import type { PacedFrame } from '../../analysis.ts';
import type { FaceRule } from '../rule.ts';

/** A step that is done faster after its gesture was revealed was not done by a person: reaction alone takes about 200 ms. */
export const FASTEST_STEP_MS = 250;
/** How far the clock of a browser may jump in a session: its resolution, and what the time of day is corrected by. */
export const CLOCK_SLACK_MS = 250;

/**
 * Client and service have clocks of their own, but no frame is committed to before it is taken: the smallest difference
 * between the two times bounds the distance of the clocks, and by it no frame may lie before its gesture was revealed.
 */
export const TAKEN_BEFORE_ASKED: FaceRule = {
  code: 'taken-before-asked',
  needs: 'faces',
  outcome: 'not-live',
  description: 'A frame was taken before its gesture was known.',
  measures: 'milliseconds before it was known',
  limits: `≤ ${CLOCK_SLACK_MS}`,
  find({ asked = [] }) {
    const clockDistanceMs = Math.min(
      ...asked.map(({ capturedAtMs, committedAtMs }) => committedAtMs - capturedAtMs),
    );
    return gestureFrames(asked).flatMap(({ frame, image }) => {
      const measured = frame.revealedAtMs - (frame.capturedAtMs + clockDistanceMs);
      if (measured <= CLOCK_SLACK_MS) return [];
      const message = `Image ${image} was taken before its gesture was known.`;
      return [{ message, image, step: frame.step, measured, limit: CLOCK_SLACK_MS }];
    });
  },
};

/** By the service's own clock. */
export const DONE_TOO_FAST: FaceRule = {
  code: 'done-too-fast',
  needs: 'faces',
  outcome: 'not-live',
  description: 'A step was done faster than a person can.',
  measures: 'milliseconds from revealing the gesture to the commitment',
  limits: `≥ ${FASTEST_STEP_MS}`,
  find: ({ asked = [] }) =>
    gestureFrames(asked).flatMap(({ frame, image }) => {
      const measured = frame.committedAtMs - frame.revealedAtMs;
      if (measured >= FASTEST_STEP_MS) return [];
      const message = `Image ${image} was done faster than a person can.`;
      return [{ message, image, step: frame.step, measured, limit: FASTEST_STEP_MS }];
    }),
};

function gestureFrames(asked: readonly PacedFrame[]) {
  return asked.map((frame, image) => ({ frame, image })).filter(({ frame }) => frame.step !== 0);
}
