const FIRST_PAUSE_MS = 250;
const PAUSE_GROWTH = 1.5;
const LONGEST_PAUSE_MS = 3000;

/** How long to wait after poll number `attempt` (from 0): 250 ms, half as much again each time, at most 3 s. */
export function pollPauseMs(attempt: number): number {
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * PAUSE_GROWTH ** attempt);
}
