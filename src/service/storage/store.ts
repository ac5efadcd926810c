import type { ClaimedJob, JobOutcome, NewJob, StoredJob } from '../jobs/job.ts';
import type { StoredToken, TokenState } from '../tokens/submission-token.ts';

/**
 * Where tokens and jobs live. The methods are whole decisions, not rows, so that each store can make them atomic in
 * its own way; time is always an argument. The embedded database is the one store so far.
 */
export interface Store {
  readonly tokens: TokenStore;
  readonly jobs: JobStore;
  /** Deletes what is past its time: jobs finished before `finishedBeforeMs`, unspent tokens expired before `expiredBeforeMs`. */
  purge(limits: { finishedBeforeMs: number; expiredBeforeMs: number }): Promise<void>;
  /** Resolves when the store can serve; rejects otherwise. */
  ping(): Promise<void>;
  /** Releases the store; nothing may be called after it. */
  close(): Promise<void>;
}

/** The submission tokens, by hash. */
export interface TokenStore {
  add(token: StoredToken): Promise<void>;
  find(tokenHash: string): Promise<StoredToken | undefined>;
}

/** What became of a submission. */
export type Acceptance = 'accepted' | 'full' | Exclude<TokenState, 'usable'>;

/** The jobs, from acceptance to result. */
export interface JobStore {
  /**
   * Spends the token and keeps the job, both or neither. Of any number of simultaneous calls for one token, one is
   * accepted. `full` leaves the token unspent. Once this has resolved to `accepted` the job survives a crash.
   */
  accept(job: NewJob, at: { nowMs: number; maxOpenJobs: number }): Promise<Acceptance>;
  find(jobId: string): Promise<StoredJob | undefined>;
  /**
   * Leases the oldest job that is due until `nowMs + leaseMs` and counts the attempt. A job whose lease ran out
   * `maxAttempts` times (the process died each time) is failed instead.
   */
  claim(at: {
    nowMs: number;
    leaseMs: number;
    maxAttempts: number;
  }): Promise<ClaimedJob | undefined>;
  /** Moves the end of a lease; false when the lease was lost. Also hands a job back, to be due at `untilMs`. */
  extend(job: Pick<ClaimedJob, 'id' | 'attempt'>, untilMs: number): Promise<boolean>;
  /** Writes the outcome and deletes the images, both or neither; false when the lease was lost. */
  finish(
    job: Pick<ClaimedJob, 'id' | 'attempt'>,
    outcome: JobOutcome,
    nowMs: number,
  ): Promise<boolean>;
}
