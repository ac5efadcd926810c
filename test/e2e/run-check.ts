import type { Page } from 'playwright-core';
import {
  type CheckOutcome,
  type CheckSettings,
  checkOutcome,
  followCheck,
} from '../../tools/follow-check.ts';

/** Whether the small runtime may fail. */
interface Expectation {
  readonly mayFallBack?: boolean;
}

/** Presses Start and waits for the end. */
export async function runCheck(
  page: Page,
  settings: CheckSettings = {},
  { mayFallBack = false }: Expectation = {},
): Promise<CheckOutcome> {
  await page.evaluate(followCheck, settings);
  await page.getByRole('button', { name: 'Start' }).click();
  const outcome = await page.evaluate(checkOutcome);
  // Whatever a test is about: it would pass on the whole runtime too, and slower.
  if (!mayFallBack && outcome.lacking.length > 0)
    throw new Error(`The small runtime failed: ${outcome.lacking}`);
  return outcome;
}
