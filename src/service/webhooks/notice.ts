/** That a job has ended, to be told to the integrator's backend: a row of the outbox. */
export interface Notice {
  readonly jobId: string;
  /** When the job ended. */
  readonly finishedAtMs: number;
}

/** A notice that a sender holds until its lease ends. `attempt` counts from 1 and proves whose lease it is. */
export interface ClaimedNotice extends Notice {
  readonly attempt: number;
  /** When it was first due: with the job's end, or when it was sent again by hand. */
  readonly sinceMs: number;
}

/** A notice that was given up. */
export interface DeadNotice extends Notice {
  readonly deadAtMs: number;
  /** What the last attempt met. */
  readonly fault: string;
}

/** How an attempt ended. */
export type NoticeEnd =
  | { readonly kind: 'told' }
  | { readonly kind: 'later'; readonly dueAtMs: number; readonly fault: string }
  | { readonly kind: 'dead'; readonly deadAtMs: number; readonly fault: string };

/**
 * The notices, one for each finished job that asked for it. They are written with the job's outcome, both or neither, and
 * the job is kept until its notice is told, or was dead for its time.
 */
export interface NoticeStore {
  /** Leases the notice that has been due longest, until `nowMs + leaseMs`, and counts the attempt. */
  claim(at: { nowMs: number; leaseMs: number }): Promise<ClaimedNotice | undefined>;
  /** Ends a lease; false when it was lost. */
  settle(notice: Pick<ClaimedNotice, 'jobId' | 'attempt'>, end: NoticeEnd): Promise<boolean>;
  /** Those that were given up, the oldest first. */
  listDead(): Promise<readonly DeadNotice[]>;
  /** Makes a dead notice due at once, with all its attempts before it; false when there is none. */
  revive(jobId: string, nowMs: number): Promise<boolean>;
}

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** Pauses after the first attempts; the last is that between all later ones. */
const PAUSES_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  4 * HOUR_MS,
];
/** A receiver that has been away for so long gets nothing more by itself. */
const GIVE_UP_AFTER_MS = 24 * HOUR_MS;
/** Longest that any notice waits; one that is due later was put off by a clock that has been set back since. */
export const LONGEST_NOTICE_PAUSE_MS = Math.max(...PAUSES_MS);
/** How long what was given up is kept for `webhooks resend`, and its job with it. */
export const DEAD_NOTICE_LIFE_MS = 7 * 24 * HOUR_MS;

/** What an attempt that failed leads to. */
export function afterFailure(
  { attempt, sinceMs }: Pick<ClaimedNotice, 'attempt' | 'sinceMs'>,
  fault: string,
  nowMs: number,
): NoticeEnd {
  const pauseMs = PAUSES_MS[attempt - 1] ?? LONGEST_NOTICE_PAUSE_MS;
  const dueAtMs = nowMs + pauseMs;
  // 410: the receiver says that it wants no more.
  return fault === 'status-410' || dueAtMs - sinceMs > GIVE_UP_AFTER_MS
    ? { kind: 'dead', deadAtMs: nowMs, fault }
    : { kind: 'later', dueAtMs, fault };
}
