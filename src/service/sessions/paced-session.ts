import { mayDecline } from '../../challenge/decline-gesture.ts';
import type { GestureName } from '../../challenge/gesture.ts';
import type {
  EvidenceFrame,
  EvidencePublicKey,
  SessionAnswer,
} from '../../submission/session-wire.ts';
import type { Settings } from '../settings.ts';

/** A session that the service paces: everything that is known of it, as the store keeps it. */
export interface PacedSession {
  /** Random name, 32 hex digits. */
  readonly id: string;
  readonly tokenHash: string;
  /** The web origin that activated the token; empty when no browser did. */
  readonly origin: string;
  readonly publicKey: EvidencePublicKey;
  /** Hash of what the person agreed to, where the page asked for consent. */
  readonly consentSha256?: string;
  /** When the token can no longer be spent. */
  readonly expiresAtMs: number;
  /** 0 for the first. */
  readonly attempt: number;
  readonly attemptsLeft: number;
  readonly swapsLeft: number;
  /** Whether the person asked for more time. */
  readonly moreTime: boolean;
  /** Gestures that were asked again because their time was up; absent for none. */
  readonly repeats?: readonly Repeat[];
  /** Gestures that the person said they cannot do, or that were not seen in time twice. */
  readonly declined: readonly GestureName[];
  /** The gestures of this attempt. Only those up to the present step were ever told. */
  readonly sequence: readonly GestureName[];
  /** The steps that are done, the neutral face first. */
  readonly done: readonly CommittedStep[];
  /** Head of the chain after them. */
  readonly head: string;
  /** How much evidence was refused as wrong; absent for none. */
  readonly wrongEvidence?: number;
  /** When the present step was revealed, and until when it may be done. */
  readonly revealedAtMs: number;
  readonly deadlineMs: number;
}

/** A gesture that was asked again. */
export interface Repeat {
  readonly attempt: number;
  readonly step: number;
  readonly shows: StepShows;
}

/**
 * How many gestures of a session may be asked again. One for each of those that are usually asked; whoever misses more does not
 * see what is asked.
 */
export const MOST_REPEATS = 3;

/** Whether the present gesture was asked again. */
export function isRepeated(session: PacedSession): boolean {
  const { step, shows } = presentStep(session);
  return (session.repeats ?? []).some(
    (one) => one.attempt === session.attempt && one.step === step && one.shows === shows,
  );
}

/** What a step shows. */
export type StepShows = 'neutral' | GestureName;

/** A step that was committed to. Times are the service's. */
export interface CommittedStep {
  readonly shows: StepShows;
  readonly revealedAtMs: number;
  readonly committedAtMs: number;
  readonly frames: readonly EvidenceFrame[];
  /** Head of the chain after it, and what the client signed it with. Absent in steps of an earlier version. */
  readonly head?: string;
  readonly signature?: string;
}

/** What the present step shows. */
export function presentStep({ done, sequence }: Pick<PacedSession, 'done' | 'sequence'>): {
  step: number;
  shows: StepShows;
  isLast: boolean;
} {
  const step = done.length;
  const gesture = sequence[step - 1];
  return { step, shows: gesture ?? 'neutral', isLast: step === sequence.length };
}

/** Where the session is, as the client may know it: the present step and nothing beyond. */
export function sessionAnswerOf(
  session: PacedSession,
  { sessionGestures }: Pick<Settings, 'sessionGestures'>,
  nowMs: number,
): SessionAnswer {
  const { step, shows } = presentStep(session);
  const { declined, sequence, swapsLeft } = session;
  const choice = { pool: sessionGestures, declined };
  const hasOther = step === 0 || mayDecline(sequence, step - 1, choice);
  return {
    ok: true,
    session: session.id,
    attempt: session.attempt,
    gesture_count: session.sequence.length,
    attempts_left: session.attemptsLeft,
    swaps_left: hasOther ? swapsLeft : 0,
    repeats_left: isRepeated(session) ? 0 : MOST_REPEATS - (session.repeats ?? []).length,
    step: { step, shows, limit_ms: Math.max(0, Math.floor(session.deadlineMs - nowMs)) },
  };
}
