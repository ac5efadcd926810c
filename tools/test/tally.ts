/** How many tests of one runner ended how. */
export interface Tally {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Nothing has run yet. */
export const EMPTY_TALLY: Tally = { passed: 0, failed: 0, skipped: 0 };

/** Adds up what several runners counted. */
export function sumTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    EMPTY_TALLY,
  );
}

/** Says a tally in the one form that CI reads: `3 passed, 0 failed`, and `, 1 skipped` only when there is one. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/** A runner that was given files and ran no test proves nothing: that counts as one failure. */
export function refuseEmpty(tally: Tally, fileCount: number): Tally {
  const ran = tally.passed + tally.failed + tally.skipped;
  return fileCount > 0 && ran === 0 ? { ...tally, failed: 1 } : tally;
}
