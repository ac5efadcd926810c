import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { JobOutcome } from './jobs/job.ts';

/** What is counted for the operator. No label ever holds a key, an address, a token or a job. */
export interface Metrics {
  /** One answer. `route` is the pattern, never the path. */
  request(request: { method: string; route: string; status: number; seconds: number }): void;
  /** A job that will not be tried again, and how long its last analysis took. */
  jobFinished(outcome: JobOutcome, analysisSeconds: number): void;
  /** An analysis that failed and will be tried again. */
  jobRetried(): void;
  tokenMinted(): void;
  tokenSpent(): void;
  tokenRefused(state: string): void;
  /** A request that a limit refused. */
  limited(limit: 'rate-limited' | 'locked-out'): void;
  /** A webhook that was taken. */
  webhookTold(): void;
  /** A webhook that was not taken, and will be tried again or was given up. */
  webhookFailed(then: 'later' | 'dead'): void;
  /** Everything, in the format that Prometheus reads. */
  text(): Promise<string>;
  readonly contentType: string;
}

const REQUEST_BUCKETS_SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 5];
const ANALYSIS_BUCKETS_SECONDS = [0.05, 0.1, 0.2, 0.3, 0.5, 0.75, 1, 2, 5, 10, 30];

/** Makes the metrics of one service. `countOpenJobs` is called at each scrape. */
export function createMetrics({
  countOpenJobs,
  ofProcess = false,
}: {
  readonly countOpenJobs: () => Promise<number>;
  /** Adds memory, CPU and event loop of the whole process. */
  readonly ofProcess?: boolean;
}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  if (ofProcess) collectDefaultMetrics({ register: registry });
  const counter = <T extends string>(name: string, help: string, labelNames: T[] = []) =>
    new Counter({ name: `nodeflux_${name}_total`, help, labelNames, registers });

  const requests = counter('http_requests', 'Answers, by route pattern and status.', [
    'method',
    'route',
    'status',
  ]);
  const requestSeconds = new Histogram({
    name: 'nodeflux_http_request_seconds',
    help: 'Time from a request to its answer, by route pattern.',
    labelNames: ['route'],
    buckets: REQUEST_BUCKETS_SECONDS,
    registers,
  });
  const jobs = counter('jobs_finished', 'Finished jobs, by outcome.', ['outcome']);
  const retries = counter('jobs_retried', 'Analyses that failed and are tried again.');
  const analysisSeconds = new Histogram({
    name: 'nodeflux_analysis_seconds',
    help: 'Time that the analysis of one job took.',
    buckets: ANALYSIS_BUCKETS_SECONDS,
    registers,
  });
  const minted = counter('tokens_minted', 'Submission tokens that were minted.');
  const spent = counter('tokens_spent', 'Submission tokens that were spent on a job.');
  const refused = counter('tokens_refused', 'Submission tokens that were refused, by state.', [
    'state',
  ]);
  const limited = counter('requests_limited', 'Requests that a limit refused, by limit.', [
    'limit',
  ]);
  const webhooks = counter('webhooks', 'Attempts to post a webhook, by what became of them.', [
    'end',
  ]);
  new Gauge({
    name: 'nodeflux_jobs_open',
    help: 'Jobs that wait or run: the depth of the queue.',
    registers,
    async collect() {
      // A store that is away must not hide the other numbers.
      this.set(await countOpenJobs().catch(() => Number.NaN));
    },
  });

  return {
    request({ method, route, seconds, status }) {
      requests.inc({ method, route, status });
      requestSeconds.observe({ route }, seconds);
    },
    jobFinished(outcome, seconds) {
      jobs.inc({ outcome: nameOf(outcome) });
      analysisSeconds.observe(seconds);
    },
    jobRetried: () => retries.inc(),
    tokenMinted: () => minted.inc(),
    tokenSpent: () => spent.inc(),
    tokenRefused: (state) => refused.inc({ state }),
    limited: (limit) => limited.inc({ limit }),
    webhookTold: () => webhooks.inc({ end: 'told' }),
    webhookFailed: (end) => webhooks.inc({ end }),
    text: () => registry.metrics(),
    contentType: registry.contentType,
  };
}

function nameOf(outcome: JobOutcome): string {
  if (outcome.status !== 'success') return outcome.status;
  return outcome.live ? 'live' : 'not-live';
}
