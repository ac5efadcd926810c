import type { AimPoint } from '../../challenge/gestures/gesture-record.ts';
import type { CheckState } from '../../check/check-state.ts';

/** What changes with every frame, 0..1 or a point, and how finely it is shown: the ring moves by a fraction of a degree between two of these. */
const CLOCKS: ReadonlySet<string> = new Set(['timeLeft', 'progress', 'strength', 'pointsAt']);
const CLOCK_STEPS = 48;

/**
 * Whether a state looks otherwise than the one before it. A camera gives thirty frames a second, and drawing the ring anew
 * for each would take a tenth of the time that a slow phone has for them. Pure.
 */
export function showsChange(before: CheckState, after: CheckState): boolean {
  return differs(before, after, (clock) => stepOf(clock));
}

/** Whether a state says anything new but that time goes on: what the page is told. Pure. */
export function tellsChange(before: CheckState, after: CheckState): boolean {
  return differs(before, after, () => 0);
}

/** Compares all members, and of clocks what `shown` makes of them. */
function differs(
  before: CheckState,
  after: CheckState,
  shown: (clock: unknown) => number | string,
) {
  if (before.name !== after.name) return true;
  const earlier = before as unknown as Readonly<Record<string, unknown>>;
  return Object.entries(after).some(([key, value]) =>
    CLOCKS.has(key) ? shown(value) !== shown(earlier[key]) : !Object.is(value, earlier[key]),
  );
}

// Rounded up, so that full is full at once and empty is only what has run out.
function stepOf(clock: unknown): number | string {
  const steps = (share: number) => Math.ceil(share * CLOCK_STEPS);
  if (typeof clock !== 'object' || clock === null) return steps(Number(clock));
  const { left, up } = clock as AimPoint;
  return `${steps(left)} ${steps(up)}`;
}
