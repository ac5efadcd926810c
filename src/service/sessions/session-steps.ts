import { declineGesture } from '../../challenge/decline-gesture.ts';
import type { RandomInt } from '../../challenge/random-int.ts';
import type { StepCommit } from '../../submission/session-wire.ts';
import { Refusal } from '../http/refusal.ts';
import type { Settings } from '../settings.ts';
import { drawGestures } from './draw-gestures.ts';
import { chainStart } from './evidence-chain.ts';
import {
  type CommittedStep,
  isRepeated,
  MOST_REPEATS,
  type PacedSession,
  presentStep,
  type StepShows,
} from './paced-session.ts';
import { requireEvidence } from './require-evidence.ts';

/** What the rules of a session depend on. */
export type PacingSettings = Pick<
  Settings,
  | 'sessionGestures'
  | 'sessionGestureCount'
  | 'sessionAttempts'
  | 'sessionSwaps'
  | 'gestureLimitMs'
  | 'longGestureLimitMs'
>;

/** How long a gesture may take. */
export type LimitSettings = Pick<PacingSettings, 'gestureLimitMs' | 'longGestureLimitMs'>;

/** A new session, which asks for the neutral face. */
export function openSession(
  token: { id: string; tokenHash: string; expiresAtMs: number },
  client: Pick<PacedSession, 'origin' | 'publicKey' | 'consentSha256'>,
  settings: PacingSettings,
  nowMs: number,
  randomInt: RandomInt,
): PacedSession {
  const { id, tokenHash, expiresAtMs } = token;
  const { consentSha256, publicKey } = client;
  return {
    ...token,
    ...client,
    attempt: 0,
    attemptsLeft: settings.sessionAttempts - 1,
    swapsLeft: settings.sessionSwaps,
    moreTime: false,
    declined: [],
    sequence: drawGestures(settings.sessionGestures, settings.sessionGestureCount, randomInt),
    done: [],
    head: chainStart({ tokenHash, session: id, attempt: 0, publicKey, consentSha256 }),
    revealedAtMs: nowMs,
    deadlineMs: expiresAtMs,
  };
}

/**
 * The session after the present step was done; as it is, when this very commitment was made before and its answer was
 * lost. When it was the last step, `isComplete` says so.
 * @throws Refusal `step-repeated`, `step-out-of-order`, `step-late` or `evidence-invalid`
 */
export function commitStep(
  session: PacedSession,
  commit: StepCommit,
  settings: LimitSettings,
  nowMs: number,
): { session: PacedSession; isComplete: boolean } {
  const { step, shows, isLast } = presentStep(session);
  if (isMadeAlready(session, commit)) return { session, isComplete: false };
  requirePresent(session, commit);
  if (nowMs > session.deadlineMs) throw new Refusal('step-late', 'The time for this step is over');
  requireEvidence(session, commit);
  const { frames, head, signature } = commit;
  const { revealedAtMs } = session;
  const done: CommittedStep = {
    shows,
    revealedAtMs,
    committedAtMs: nowMs,
    frames,
    head,
    signature,
  };
  return {
    session: {
      ...session,
      done: [...session.done, done],
      head,
      revealedAtMs: nowMs,
      deadlineMs: deadline(session, settings, nowMs),
    },
    isComplete: isLast && step > 0,
  };
}

/** The head names the token, the session, the attempt and every frame, so that only the same commitment has it. */
function isMadeAlready(session: PacedSession, { attempt, head, step }: StepCommit): boolean {
  return attempt === session.attempt && step === session.done.length - 1 && head === session.head;
}

/**
 * The session with another gesture in place of the present one, and with the whole time for it; as it is, when the gesture
 * that the client names was swapped away before.
 * @throws Refusal `swap-refused`, or as {@link commitStep}
 */
export function swapGesture(
  session: PacedSession,
  asked: { attempt: number; step: number; shows?: StepShows },
  settings: PacingSettings,
  nowMs: number,
  randomInt: RandomInt,
): PacedSession {
  requirePresent(session, asked);
  const { shows } = presentStep(session);
  if (asked.shows !== undefined && asked.shows !== shows) {
    if (session.declined.some((gesture) => gesture === asked.shows)) return session;
    throw new Refusal('step-out-of-order', 'This gesture was not asked for');
  }
  if (nowMs > session.deadlineMs) throw new Refusal('step-late', 'The time for this step is over');
  const index = asked.step - 1;
  if (index < 0) throw new Refusal('swap-refused', 'The neutral face cannot be swapped');
  if (session.swapsLeft === 0) throw new Refusal('swap-refused', 'No swap is left');
  const { sessionGestures: pool, sessionGestureCount: gestureCount } = settings;
  const choice = { pool, gestureCount, declined: session.declined };
  const drawn = declineGesture(session.sequence, index, choice, randomInt);
  if (!drawn) throw new Refusal('swap-refused', 'There is no other gesture left');
  return {
    ...session,
    ...drawn,
    swapsLeft: session.swapsLeft - 1,
    revealedAtMs: nowMs,
    deadlineMs: deadline(session, settings, nowMs),
  };
}

/**
 * The session with the long limit for this gesture, from now, and for those to come. Asked again it is as it was: nobody
 * gets without end what the operator granted once a gesture.
 * @throws Refusal as {@link commitStep}
 */
export function giveMoreTime(
  session: PacedSession,
  asked: { attempt: number },
  settings: PacingSettings,
  nowMs: number,
): PacedSession {
  requireAttempt(session, asked.attempt);
  if (session.moreTime) return session;
  if (nowMs > session.deadlineMs) throw new Refusal('step-late', 'The time for this step is over');
  const longer = { ...session, moreTime: true };
  const isNeutral = session.done.length === 0;
  return {
    ...longer,
    deadlineMs: isNeutral ? session.deadlineMs : deadline(longer, settings, nowMs),
  };
}

/**
 * The session with the whole time for the present gesture once more, from now; as it is when that was given before. The limit
 * may be over: the page's own time-out comes first, but its call can be slow. Nobody is told anything new, and whoever wants a
 * long look at a gesture has it by a restart, which asks the same (docs/attacks.md).
 * @throws Refusal `repeat-refused`, or as {@link commitStep}
 */
export function repeatGesture(
  session: PacedSession,
  asked: { attempt: number; step: number },
  settings: LimitSettings,
  nowMs: number,
): PacedSession {
  requirePresent(session, asked);
  const { step, shows } = presentStep(session);
  if (step === 0) throw new Refusal('repeat-refused', 'The neutral face has the time of the token');
  if (isRepeated(session)) return session;
  const { attempt, repeats = [] } = session;
  if (repeats.length >= MOST_REPEATS) throw new Refusal('repeat-refused', 'No repeat is left');
  return {
    ...session,
    repeats: [...repeats, { attempt, step, shows }],
    deadlineMs: deadline(session, settings, nowMs),
  };
}

/**
 * The session at the start of its next attempt; idempotent. The new attempt asks for the same sequence: a fresh one would
 * let an attacker restart until the gestures fit a recording. Declined gestures stay declined.
 * @throws Refusal `attempts-exhausted`, or `step-repeated` when the attempt was given up before
 */
export function beginAttempt(
  session: PacedSession,
  given: { attempt: number },
  nowMs: number,
): PacedSession {
  if (given.attempt === session.attempt - 1) return session;
  requireAttempt(session, given.attempt);
  if (session.attemptsLeft === 0) throw new Refusal('attempts-exhausted', 'No attempt is left');
  const attempt = session.attempt + 1;
  const { consentSha256, id, publicKey, tokenHash } = session;
  return {
    ...session,
    attempt,
    attemptsLeft: session.attemptsLeft - 1,
    done: [],
    head: chainStart({ tokenHash, session: id, attempt, publicKey, consentSha256 }),
    revealedAtMs: nowMs,
    deadlineMs: session.expiresAtMs,
  };
}

/** Until when a gesture that is revealed now may be done. */
function deadline(
  { expiresAtMs, moreTime }: PacedSession,
  { gestureLimitMs, longGestureLimitMs }: LimitSettings,
  nowMs: number,
): number {
  const limitMs = moreTime ? Math.max(gestureLimitMs, longGestureLimitMs) : gestureLimitMs;
  return Math.min(nowMs + limitMs, expiresAtMs);
}

function requireAttempt(session: PacedSession, attempt: number): void {
  if (attempt === session.attempt) return;
  const isPast = attempt < session.attempt;
  throw isPast
    ? new Refusal('step-repeated', 'This attempt was given up')
    : new Refusal('step-out-of-order', 'This attempt has not begun');
}

function requirePresent(session: PacedSession, asked: { attempt: number; step: number }): void {
  requireAttempt(session, asked.attempt);
  if (asked.step < session.done.length) {
    throw new Refusal('step-repeated', 'This step is done already');
  }
  if (asked.step > session.done.length) {
    throw new Refusal('step-out-of-order', 'This step was not asked for');
  }
}
