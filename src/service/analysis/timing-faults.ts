import type { PacedFrame } from './analysis.ts';
import { CLOCK_SLACK_MS, FASTEST_STEP_MS } from './thresholds.ts';

/**
 * What is implausible about the times of a paced session. Pure.
 *
 * The two clocks are strangers, but no frame is committed to before it is taken: the smallest difference between the two
 * times bounds the distance of the clocks, and by it no frame may lie before its gesture was revealed.
 */
export function timingFaults(frames: readonly PacedFrame[]): string[] {
  const faults: string[] = [];
  const clockDistanceMs = Math.min(
    ...frames.map(({ capturedAtMs, committedAtMs }) => committedAtMs - capturedAtMs),
  );
  for (const [index, frame] of frames.entries()) {
    if (frame.step === 0) continue;
    const { capturedAtMs, revealedAtMs, committedAtMs } = frame;
    if (capturedAtMs + clockDistanceMs + CLOCK_SLACK_MS < revealedAtMs) {
      faults.push(`image-${index}: taken before its gesture was known`);
    }
    if (committedAtMs - revealedAtMs < FASTEST_STEP_MS) {
      faults.push(`image-${index}: done faster than a person can`);
    }
  }
  return faults;
}
