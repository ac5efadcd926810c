import { Refusal } from '../http/refusal.ts';
import type { PacedSession } from './paced-session.ts';

/**
 * Most evidence of one session that may be wrong. A page sends none: the head and the signature follow from what the
 * service has told. Who commits before it is told has to guess the gesture, and gets this many guesses.
 */
export const MAX_WRONG_EVIDENCE = 3;

/** The session after evidence that was wrong. */
export function withWrongEvidence(session: PacedSession): PacedSession {
  return { ...session, wrongEvidence: (session.wrongEvidence ?? 0) + 1 };
}

/**
 * Lets a session go on.
 * @throws Refusal `attempts-exhausted` when too much of its evidence was wrong
 */
export function requireUnended({ wrongEvidence = 0 }: PacedSession): void {
  if (wrongEvidence < MAX_WRONG_EVIDENCE) return;
  throw new Refusal('attempts-exhausted', 'The session was ended after wrong evidence');
}
