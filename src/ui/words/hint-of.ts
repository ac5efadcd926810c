import { HINTS, type Hint } from '../../challenge/hint.ts';
import type { LivenessError } from '../../errors.ts';

/** What was in the way when the check ended, where that is known. */
export function hintOf({ errors }: LivenessError): Hint | undefined {
  return HINTS.find((hint) => errors.includes(hint));
}
