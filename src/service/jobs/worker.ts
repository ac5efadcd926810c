import type { Logger } from 'pino';
import type { Analysis, AnalysisRequest } from '../analysis/analysis.ts';
import { describeError } from '../describe-error.ts';
import type { Settings } from '../settings.ts';
import type { JobStore } from '../storage/store.ts';
import type { ClaimedJob, JobOutcome } from './job.ts';

/** Takes jobs from the store, one at a time, and writes what the analysis says of them. */
export interface Worker {
  /** Does one job that is due. False when there was none. */
  workOnce(): Promise<boolean>;
  /** Works until {@link stop}: whenever {@link wake} is called, and often enough to find jobs whose lease ran out. */
  start(): void;
  wake(): void;
  /** Takes no more jobs, and resolves when the one at hand is done (or its time is up). */
  stop(): Promise<void>;
}

/** What a worker stands on. */
export interface WorkerDependencies {
  readonly jobs: JobStore;
  readonly analyse: (request: AnalysisRequest) => Promise<Analysis>;
  readonly settings: Pick<Settings, 'leaseMs' | 'maxAttempts' | 'analysisTimeoutMs'>;
  readonly logger: Logger;
  readonly now: () => number;
}

/** How often an idle worker looks for jobs that nobody woke it for. */
const POLL_MS = 500;
/** Pause before a job whose analysis threw is tried again; doubles with every attempt. */
const RETRY_DELAY_MS = 1000;

/** Makes a worker; it does nothing until it is started. */
export function createWorker(dependencies: WorkerDependencies): Worker {
  const { jobs, logger, now, settings } = dependencies;
  let running: Promise<void> | undefined;
  let stopped = false;
  let woken = false;
  let endPause = () => {};

  async function workOnce(): Promise<boolean> {
    const { leaseMs, maxAttempts } = settings;
    const job = await jobs.claim({ nowMs: now(), leaseMs, maxAttempts });
    if (!job) return false;
    const outcome = await attempt(job, dependencies);
    const { id: jobId } = job;
    if (outcome === 'retry') {
      await jobs.extend(job, now() + RETRY_DELAY_MS * 2 ** (job.attempt - 1));
    } else if (await jobs.finish(job, outcome, now())) {
      logger.info({ jobId, status: outcome.status, reasons: outcome.reasons }, 'job finished');
    } else {
      logger.warn({ jobId }, 'job was taken over by another worker');
    }
    return true;
  }

  async function work(): Promise<void> {
    while (!stopped) {
      woken = false;
      const worked = await workOnce().catch((error: unknown) => {
        logger.error(describeError(error), 'worker could not use the store');
        return false;
      });
      if (!worked && !woken && !stopped) await pause();
    }
  }

  function pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      timer.unref();
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  function wake(): void {
    woken = true;
    endPause();
  }

  return {
    workOnce,
    start() {
      running ??= work();
    },
    wake,
    async stop() {
      stopped = true;
      wake();
      await running;
    },
  };
}

/** Analyses one job under a renewed lease. `retry` when the analysis failed and attempts are left. */
async function attempt(
  job: ClaimedJob,
  { analyse, jobs, logger, now, settings }: WorkerDependencies,
): Promise<JobOutcome | 'retry'> {
  const renewal = setInterval(() => {
    jobs.extend(job, now() + settings.leaseMs).catch((error: unknown) => {
      logger.warn({ jobId: job.id, ...describeError(error) }, 'lease could not be renewed');
    });
  }, settings.leaseMs / 3);
  try {
    return await withinTime(analyse(job.request), settings.analysisTimeoutMs);
  } catch (error) {
    logger.error(
      { jobId: job.id, attempt: job.attempt, ...describeError(error) },
      'analysis failed',
    );
    if (isImageRefused(error)) return { status: 'failed', reasons: ['image-refused'] };
    if (job.attempt < settings.maxAttempts) return 'retry';
    return { status: 'failed', reasons: ['analysis-failed'] };
  } finally {
    clearInterval(renewal);
  }
}

/** By name, not by class: an operator may bring another analyst, and errors lose their class between threads. */
function isImageRefused(error: unknown): boolean {
  return error instanceof Error && error.name === 'ImageRefused';
}

async function withinTime<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new AnalysisTimeout()), limitMs);
  });
  return Promise.race([work, limit]).finally(() => clearTimeout(timer));
}

class AnalysisTimeout extends Error {}
