import type { RateLimiterAbstract } from 'rate-limiter-flexible';
import type { KeyStore } from '../auth/stored-key.ts';
import type { StoredToken, TokenState } from '../auth/submission-token.ts';
import type { SignatureStore } from '../auth/used-signatures.ts';
import type { ClaimedJob, JobOutcome, NewJob, StoredJob } from '../jobs/job.ts';
import type { KeptImages, SealedImages } from '../jobs/kept-images.ts';
import type { Lockout } from '../jobs/lockout.ts';
import type { LinkStore } from '../links/check-link.ts';
import type { PacedSession } from '../sessions/paced-session.ts';
import type { NoticeStore } from '../webhooks/notice.ts';

/**
 * Where tokens and jobs live. The methods are whole decisions, not rows, so that each store can make them atomic in
 * its own way; time is always an argument. One test suite runs against every store.
 */
export interface Store {
  readonly tokens: TokenStore;
  readonly jobs: JobStore;
  readonly keys: KeyStore;
  readonly signatures: SignatureStore;
  readonly keptImages: KeptImages;
  readonly sessions: SessionStore;
  readonly notices: NoticeStore;
  readonly links: LinkStore;
  /** Counts requests in windows, where every process that shares the store can see it, or in this process alone. */
  createLimiter(limit: RequestLimit): RequestLimiter;
  /** Deletes what is past its time; with a finished job goes its token. */
  purge(limits: PurgeLimits): Promise<void>;
  /** Resolves when the store can be written to; rejects otherwise. */
  ping(): Promise<void>;
  /** Releases the store; nothing may be called after it. */
  close(): Promise<void>;
}

/** Counts requests. `consume` rejects with a `RateLimiterRes` when one was too many. */
export type RequestLimiter = Pick<RateLimiterAbstract, 'consume' | 'get'>;

/** So many requests in each window. */
export interface RequestLimit {
  /** Keeps the counts of one limit apart from those of another. */
  readonly name: string;
  readonly points: number;
  readonly windowSeconds: number;
}

/** Until when things are past their time. */
export interface PurgeLimits {
  /** Jobs that were finished before this, and have been told where they are to be. */
  readonly finishedBeforeMs: number;
  /** Unspent tokens that expired before this. */
  readonly expiredBeforeMs: number;
  /** Sessions whose token expired before this, and their frames. */
  readonly sessionsExpiredBeforeMs: number;
  /** Frames that were remembered before this. */
  readonly framesRememberedBeforeMs: number;
  /** Links that expired before this. */
  readonly linksExpiredBeforeMs: number;
  /** Notices that were given up before this. */
  readonly deadBeforeMs: number;
  /** The present, for what carries its own end: used signatures and kept images. */
  readonly nowMs: number;
}

/** The submission tokens, by hash. */
export interface TokenStore {
  add(token: StoredToken): Promise<void>;
  find(tokenHash: string): Promise<StoredToken | undefined>;
}

/**
 * The paced sessions, one for each token. A session is changed by replacing the very revision that was read, so that of
 * two changes at once one is made and the other can be decided anew.
 */
export interface SessionStore {
  /** Keeps a new session; false when the token has one already, or is spent. */
  open(session: PacedSession): Promise<boolean>;
  find(tokenHash: string): Promise<StoredSession | undefined>;
  /** False when the session has another revision by now. */
  replace(
    session: PacedSession,
    revision: number,
    options?: { forgetsFrames?: boolean },
  ): Promise<boolean>;
  /** Keeps a frame of a session that still exists; one that is there already stays as it is. */
  keepFrame(tokenHash: string, frame: { sha256: string; jpeg: Uint8Array }): Promise<void>;
  /** Hashes of the frames that are kept. */
  frameHashes(tokenHash: string): Promise<readonly string[]>;
}

/** A session as it was read. */
export interface StoredSession {
  readonly session: PacedSession;
  /** Counts the changes. */
  readonly revision: number;
}

/**
 * What became of a submission. `undecided` is for a person whose open checks could, all failing, reach the lockout;
 * `paced` is one without a session, of a token that has one; `session-changed` one whose
 * session is at another revision, or lacks a frame.
 */
export type Acceptance =
  | 'accepted'
  | 'full'
  | 'locked-out'
  | 'undecided'
  | 'paced'
  | 'session-changed'
  | Exclude<TokenState, 'usable'>;

/** The jobs, from acceptance to result. */
export interface JobStore {
  /**
   * Spends the token and keeps the job, both or neither; the very same job once more is `accepted` again. Of any number of simultaneous calls for one token, one is
   * accepted. Frames that the job's session holds become its first images, and the session is gone. Every other answer
   * leaves the token unspent; `locked-out` is for a person who failed too often. Once this has resolved to `accepted` the job survives a crash.
   * Frames of the job that were remembered from another are told to the analysis; the others are remembered from now on.
   */
  accept(
    job: NewJob,
    at: { nowMs: number; maxOpenJobs: number; lockout?: Lockout; mostRememberedFrames?: number },
  ): Promise<Acceptance>;
  /** When the person may try again; undefined when nothing is against it. */
  lockedUntilMs(subjectHash: string, nowMs: number, lockout: Lockout): Promise<number | undefined>;
  /** How many jobs wait or run. */
  countOpen(): Promise<number>;
  find(jobId: string): Promise<StoredJob | undefined>;
  /**
   * Leases a job that is due until `nowMs + leaseMs` and counts the attempt. Everybody's first job comes before anybody's second;
   * among these, the oldest. A job that is due later than any lease could explain is due now: the clock was set back. A job
   * whose lease ran out `maxAttempts` times (the process died each time) is failed instead, and the next one leased.
   */
  claim(at: {
    nowMs: number;
    leaseMs: number;
    maxAttempts: number;
  }): Promise<ClaimedJob | undefined>;
  /** Moves the end of a lease to `nowMs + leaseMs`; false when the lease was lost. */
  renew(
    job: Pick<ClaimedJob, 'id' | 'attempt'>,
    at: { nowMs: number; leaseMs: number },
  ): Promise<boolean>;
  /** Ends a lease early, for the job to be due at `dueAtMs`; false when the lease was lost. */
  handBack(
    job: Pick<ClaimedJob, 'id' | 'attempt'>,
    at: { nowMs: number; dueAtMs: number },
  ): Promise<boolean>;
  /**
   * Writes the outcome, deletes the images, and keeps what is to be kept of them, all or nothing; false when the lease
   * was lost.
   */
  finish(
    job: Pick<ClaimedJob, 'id' | 'attempt'>,
    outcome: JobOutcome,
    nowMs: number,
    kept?: SealedImages,
  ): Promise<boolean>;
  /** The jobs of a person that are still known, finished or not. */
  idsOf(subjectHash: string): Promise<readonly string[]>;
  /**
   * Deletes a job with its token, its images, those that are kept of it, and what is still to be told of it: all or
   * nothing. How many images that were; undefined when there is no such job. A worker that has it loses its lease.
   */
  erase(jobId: string): Promise<number | undefined>;
  /** Calls back whenever another process may have accepted a job. Resolves to what ends that. */
  onWaiting(wake: () => void): Promise<() => Promise<void>>;
}
