import { drawInstead } from '../../challenge/draw-instead.ts';
import type { RandomInt } from '../../challenge/random-int.ts';
import type { EvidencePublicKey, StepCommit } from '../../submission/session-wire.ts';
import { chainAfter, chainStart, signedStatement } from '../evidence/evidence-chain.ts';
import { isSignedBy } from '../evidence/verify-signature.ts';
import { Refusal } from '../http/refusal.ts';
import type { Settings } from '../settings.ts';
import { drawGestures } from './draw-gestures.ts';
import { type DoneStep, type PacedSession, presentStep } from './paced-session.ts';

/** What the rules of a session depend on. */
export type PacingSettings = Pick<
  Settings,
  'sessionGestures' | 'sessionGestureCount' | 'sessionAttempts' | 'sessionSwaps' | 'gestureLimitMs'
>;

/** A new session, which asks for the neutral face. */
export function openSession(
  token: { id: string; tokenHash: string; expiresAtMs: number },
  client: { origin: string; publicKey: EvidencePublicKey },
  settings: PacingSettings,
  nowMs: number,
  randomInt: RandomInt,
): PacedSession {
  const { id, tokenHash, expiresAtMs } = token;
  const { publicKey } = client;
  return {
    ...token,
    ...client,
    attempt: 0,
    attemptsLeft: settings.sessionAttempts - 1,
    swapsLeft: settings.sessionSwaps,
    declined: [],
    sequence: draw(settings, [], randomInt),
    done: [],
    head: chainStart({ tokenHash, session: id, attempt: 0, publicKey }),
    revealedAtMs: nowMs,
    deadlineMs: expiresAtMs,
  };
}

/**
 * The session after the present step was done. When it was the last, `isComplete` says so.
 * @throws Refusal `step-repeated`, `step-out-of-order`, `step-late` or `evidence-invalid`
 */
export function commitStep(
  session: PacedSession,
  commit: StepCommit,
  { gestureLimitMs }: Pick<PacingSettings, 'gestureLimitMs'>,
  nowMs: number,
): { session: PacedSession; isComplete: boolean } {
  const { step, shows, isLast } = presentStep(session);
  requirePresent(session, commit);
  if (nowMs > session.deadlineMs) throw new Refusal('step-late', 'The time for this step is over');
  requireEvidence(session, commit);
  const { frames, head } = commit;
  const { revealedAtMs } = session;
  const done: DoneStep = { shows, revealedAtMs, committedAtMs: nowMs, frames };
  return {
    session: {
      ...session,
      done: [...session.done, done],
      head,
      revealedAtMs: nowMs,
      deadlineMs: Math.min(nowMs + gestureLimitMs, session.expiresAtMs),
    },
    isComplete: isLast && step > 0,
  };
}

/**
 * The session with another gesture in place of the present one, and with the whole time for it.
 * @throws Refusal `swap-refused`, or as {@link commitStep}
 */
export function swapGesture(
  session: PacedSession,
  asked: { attempt: number; step: number },
  { sessionGestures, gestureLimitMs }: PacingSettings,
  nowMs: number,
  randomInt: RandomInt,
): PacedSession {
  requirePresent(session, asked);
  if (nowMs > session.deadlineMs) throw new Refusal('step-late', 'The time for this step is over');
  const index = asked.step - 1;
  const current = session.sequence[index];
  if (!current) throw new Refusal('swap-refused', 'The neutral face cannot be swapped');
  if (session.swapsLeft === 0) throw new Refusal('swap-refused', 'No swap is left');
  const { sequence, declined } = session;
  const choice = { pool: sessionGestures, declined };
  const instead = drawInstead(sequence, index, choice, randomInt);
  if (!instead) throw new Refusal('swap-refused', 'There is no other gesture of this strength');
  return {
    ...session,
    sequence: sequence.with(index, instead),
    declined: [...declined, current],
    swapsLeft: session.swapsLeft - 1,
    revealedAtMs: nowMs,
    deadlineMs: Math.min(nowMs + gestureLimitMs, session.expiresAtMs),
  };
}

/**
 * The session at the start of its next attempt, with a fresh sequence. What was declined is not asked again.
 * @throws Refusal `attempts-exhausted`, or `step-repeated` when the attempt was given up before
 */
export function beginAttempt(
  session: PacedSession,
  given: { attempt: number },
  settings: PacingSettings,
  nowMs: number,
  randomInt: RandomInt,
): PacedSession {
  requireAttempt(session, given.attempt);
  if (session.attemptsLeft === 0) throw new Refusal('attempts-exhausted', 'No attempt is left');
  const attempt = session.attempt + 1;
  const { declined, id, publicKey, tokenHash } = session;
  return {
    ...session,
    attempt,
    attemptsLeft: session.attemptsLeft - 1,
    sequence: draw(settings, declined, randomInt),
    done: [],
    head: chainStart({ tokenHash, session: id, attempt, publicKey }),
    revealedAtMs: nowMs,
    deadlineMs: session.expiresAtMs,
  };
}

function draw(
  { sessionGestures, sessionGestureCount }: PacingSettings,
  declined: PacedSession['declined'],
  randomInt: RandomInt,
): PacedSession['sequence'] {
  const possible = sessionGestures.filter((gesture) => !declined.includes(gesture));
  return drawGestures(
    possible.length > 0 ? possible : sessionGestures,
    sessionGestureCount,
    randomInt,
  );
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

function requireEvidence(session: PacedSession, { frames, head, signature }: StepCommit): void {
  const { step, shows } = presentStep(session);
  const before = session.done.flatMap((done) => done.frames);
  let lastMs = before.at(-1)?.captured_at_ms ?? -1;
  for (const { captured_at_ms: capturedAtMs } of frames) {
    if (capturedAtMs <= lastMs) throw invalid('A frame is not later than the one before');
    lastMs = capturedAtMs;
  }
  const hashes = [...before, ...frames].map(({ sha256 }) => sha256);
  if (new Set(hashes).size < hashes.length) throw invalid('A frame occurs twice');
  if (chainAfter(session.head, step, shows, frames) !== head) throw invalid('The head is wrong');
  if (!isSignedBy(session.publicKey, signedStatement(head, step), signature)) {
    throw invalid('The signature is wrong');
  }
}

function invalid(message: string): Refusal {
  return new Refusal('evidence-invalid', message);
}
