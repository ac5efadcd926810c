import { WaitTimeoutError, waitFor } from '../../edge/wait-for.ts';
import type { Metrics } from '../create-metrics.ts';
import { describeError } from '../describe-error.ts';
import type { Settings } from '../settings.ts';
import type { JobStore } from '../storage/store.ts';
import { StoreUnavailable } from '../storage/store-unavailable.ts';
import { type AttemptDependencies, attemptAnalysis } from './attempt-analysis.ts';
import { type ClaimedJob, type JobOutcome, LONGEST_RETRY_DELAY_MS } from './job.ts';
import type { SealedImages } from './kept-images.ts';

/** Takes jobs from the store, as many at a time as there are threads, and writes what the analysis says of them. */
export interface Worker {
  /** Does one job that is due. False when there was none. */
  workOnce(): Promise<boolean>;
  /** Works until {@link stop}: whenever {@link wake} is called, and often enough to find jobs whose lease ran out. */
  start(): void;
  wake(): void;
  /** Whether it works: started, and not stopped. */
  readonly isRunning: boolean;
  /**
   * Takes no more jobs, and resolves when those at hand are done. What is not done after `graceMs` is handed back, for
   * another process or the next start.
   */
  stop(graceMs?: number): Promise<void>;
}

/** What a worker stands on. */
export interface WorkerDependencies extends AttemptDependencies {
  readonly jobs: JobStore;
  readonly settings: AttemptDependencies['settings'] & Partial<Pick<Settings, 'threads'>>;
  /** What is to be kept of the images of a finished job, already encrypted. Default: nothing. */
  readonly seal?: (job: ClaimedJob) => SealedImages | undefined;
  readonly metrics?: Pick<Metrics, 'jobFinished' | 'jobRetried'>;
  /** Called after an outcome was written. */
  readonly onFinished?: () => void;
}

/** Polling interval of an idle worker, for jobs whose wake-up was lost. */
const POLL_MS = 500;
/** Pause before a job whose analysis threw is tried again; doubles with every attempt. */
const RETRY_DELAY_MS = 1000;
/** How often an outcome is offered to a store that takes nothing, a poll apart: for some five minutes. */
const MAX_WRITES = 600;

/** Makes a worker; it does nothing until it is started. */
export function createWorker(dependencies: WorkerDependencies): Worker {
  const { jobs, logger, metrics, now, seal, settings } = dependencies;
  const atHand = new Set<ClaimedJob>();
  const pauses = new Set<() => void>();
  let running: Promise<unknown> | undefined;
  let stopped = false;
  const giveUp = new AbortController();
  let wakings = 0;
  let storeAnswers = true;

  async function workOnce(): Promise<boolean> {
    const { leaseMs, maxAttempts } = settings;
    const job = await jobs.claim({ nowMs: now(), leaseMs, maxAttempts });
    if (!job) return false;
    if (giveUp.signal.aborted) {
      // It was on its way when the time was over.
      await handBackJob(job);
      return false;
    }
    atHand.add(job);
    try {
      const startedAtMs = performance.now();
      const outcome = await attemptAnalysis(job, dependencies, giveUp.signal);
      // The lease was lost meanwhile: another worker has the job.
      if (!giveUp.signal.aborted) await write(job, outcome, performance.now() - startedAtMs);
    } finally {
      atHand.delete(job);
    }
    return true;
  }

  async function write(
    job: ClaimedJob,
    outcome: JobOutcome | 'retry',
    durationMs: number,
  ): Promise<void> {
    const { id: jobId } = job;
    if (outcome === 'retry') {
      metrics?.jobRetried();
      const nowMs = now();
      const delayMs = Math.min(RETRY_DELAY_MS * 2 ** (job.attempt - 1), LONGEST_RETRY_DELAY_MS);
      const dueAtMs = nowMs + delayMs;
      await jobs.handBack(job, { nowMs, dueAtMs });
    } else if (await finish(job, outcome)) {
      dependencies.onFinished?.();
      metrics?.jobFinished(outcome, durationMs / 1000);
      logger.info(
        {
          jobId,
          status: outcome.status,
          faults: outcome.faults.map(({ code }) => code),
          attempt: job.attempt,
          durationMs: Math.round(durationMs),
        },
        'job finished',
      );
    } else {
      logger.warn({ jobId }, 'job was taken over by another worker');
    }
  }

  /**
   * Writes an outcome, as often as it takes: a disk that is full for a minute must not have the same images judged
   * again and again until the job fails.
   */
  async function finish(job: ClaimedJob, outcome: JobOutcome): Promise<boolean> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await jobs.finish(job, outcome, now(), seal?.(job));
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || stopped || tries === MAX_WRITES) throw error;
        if (tries === 1) {
          logger.error(
            { jobId: job.id, ...describeError(error.cause) },
            'outcome waits for the store',
          );
        }
      }
      await pause();
    }
  }

  async function handBack(): Promise<void> {
    giveUp.abort();
    for (const job of [...atHand]) await handBackJob(job);
    await running;
  }

  async function handBackJob(job: ClaimedJob): Promise<void> {
    const nowMs = now();
    await jobs.handBack(job, { nowMs, dueAtMs: nowMs });
    logger.warn({ jobId: job.id }, 'job was handed back');
  }

  async function work(): Promise<void> {
    while (!stopped) {
      const wakingsBefore = wakings;
      const worked = await workOnce().then(
        (didWork) => {
          storeAnswers = true;
          return didWork;
        },
        (error: unknown) => {
          // Once, and not twice a second for as long as it lasts.
          if (storeAnswers) logger.error(describeError(error), 'worker could not use the store');
          storeAnswers = false;
          return false;
        },
      );
      if (!worked && wakings === wakingsBefore && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        pauses.delete(end);
        resolve();
      };
      const timer = setTimeout(end, POLL_MS);
      timer.unref();
      pauses.add(end);
    });
  }

  function wake(): void {
    wakings += 1;
    for (const end of [...pauses]) end();
  }

  return {
    workOnce,
    start() {
      running ??= Promise.all(Array.from({ length: settings.threads ?? 1 }, work));
    },
    wake,
    get isRunning() {
      return running !== undefined && !stopped;
    },
    async stop(graceMs) {
      stopped = true;
      wake();
      if (!running) return;
      if (graceMs === undefined) return void (await running);
      try {
        await waitFor(running, { what: 'the end of the running jobs', limitMs: graceMs });
      } catch (error) {
        if (!(error instanceof WaitTimeoutError)) throw error;
        await handBack();
      }
    },
  };
}
