/** What an option may be, and what it is when the page gives something that is no number. */
export interface NumberRange {
  readonly fallback: number;
  readonly smallest: number;
  readonly largest: number;
}

/** The element's numbers; the fallbacks are its documented defaults. A time of 0 would end a check before it begins. */
export const OPTION_RANGES = {
  gestureCount: { fallback: 3, smallest: 1, largest: 10 },
  threshold: { fallback: 0.7, smallest: 0, largest: 1 },
  timeoutMs: { fallback: 15_000, smallest: 1, largest: Infinity },
  gestureToleranceMs: { fallback: 3000, smallest: 1, largest: Infinity },
} as const satisfies Record<string, NumberRange>;

/** A number of the page's, kept within its range: an attribute can hold anything. */
export function numberOption(value: unknown, { fallback, smallest, largest }: NumberRange): number {
  if (typeof value !== 'number' || Number.isNaN(value)) return fallback;
  return Math.min(largest, Math.max(smallest, value));
}
