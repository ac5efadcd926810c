import type { Logger } from 'pino';
import { waitFor } from '../../edge/wait-for.ts';
import type { Analysis, AnalysisRequest } from '../analysis/analysis.ts';
import { describeError } from '../describe-error.ts';
import type { Settings } from '../settings.ts';
import type { JobStore } from '../storage/store.ts';
import { failedJob } from './failed-job.ts';
import type { ClaimedJob, JobOutcome } from './job.ts';

/** What an attempt stands on. */
export interface AttemptDependencies {
  readonly jobs: Pick<JobStore, 'renew'>;
  readonly analyse: (request: AnalysisRequest) => Promise<Analysis>;
  readonly settings: Pick<Settings, 'leaseMs' | 'maxAttempts' | 'analysisTimeoutMs'>;
  readonly logger: Logger;
  readonly now: () => number;
}

/**
 * Analyses one job under a renewed lease. `retry` when the analysis failed and attempts are left, or the signal said
 * that nobody waits for it any more.
 */
export async function attemptAnalysis(
  job: ClaimedJob,
  { analyse, jobs, logger, now, settings }: AttemptDependencies,
  signal: AbortSignal,
): Promise<JobOutcome | 'retry'> {
  const renewal = setInterval(() => {
    jobs.renew(job, { nowMs: now(), leaseMs: settings.leaseMs }).catch((error: unknown) => {
      logger.warn({ jobId: job.id, ...describeError(error) }, 'lease could not be renewed');
    });
  }, settings.leaseMs / 3);
  try {
    return await waitFor(analyse(job.request), {
      what: 'the analysis',
      signal,
      limitMs: settings.analysisTimeoutMs,
    });
  } catch (error) {
    if (signal.aborted) return 'retry';
    logger.error(
      { jobId: job.id, attempt: job.attempt, ...describeError(error) },
      'analysis failed',
    );
    if (isImageRefused(error)) return failedJob('image-refused');
    if (job.attempt < settings.maxAttempts) return 'retry';
    return failedJob('analysis-failed');
  } finally {
    clearInterval(renewal);
  }
}

/** By name, not by class: an operator may bring another analyst, and errors lose their class between threads. */
function isImageRefused(error: unknown): boolean {
  return error instanceof Error && error.name === 'ImageRefused';
}
