import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { Analyst } from './analysis.ts';
import type { WorkerAnswer } from './analysis-worker.ts';
import { ImageRefused } from './faces/decode-image.ts';
import type { PassiveOptions } from './passive/passive-detector.ts';

/** How the analysis runs. */
export interface AnalystOptions {
  /** Threads, each with its own models (about 140 MB). Default 1. */
  readonly threads?: number;
  /** A job that takes longer is given up, and its thread replaced. Default 30 seconds; a job takes about 0.4. */
  readonly jobLimitMs?: number;
  /** Longest that a thread may take to load its models, at the start and when one was replaced. Default 120 seconds. */
  readonly loadLimitMs?: number;
  /** An anti-spoof detector of the operator's, loaded in every thread. */
  readonly passive?: PassiveOptions | undefined;
  /** Module that a thread runs, for tests. Its default export takes an `AnalysisRequest`. */
  readonly workerUrl?: URL;
}

const DEFAULT_JOB_LIMIT_MS = 30_000;
const DEFAULT_LOAD_LIMIT_MS = 120_000;

/**
 * Starts the threads that look at images, and resolves when one has loaded its models.
 * Rejects when the models are missing (`npm run model` makes them), or the operator's detector cannot be loaded.
 *
 * `analyse` rejects with `ImageRefused` for bytes that are no usable JPEG: trying again does not help. When its thread
 * dies or the job takes too long it rejects with the cause, and a new thread takes the next job.
 */
export async function createAnalyst(options: AnalystOptions = {}): Promise<Analyst> {
  const { threads = 1, jobLimitMs = DEFAULT_JOB_LIMIT_MS, passive } = options;
  const { loadLimitMs = DEFAULT_LOAD_LIMIT_MS, workerUrl = ownWorker() } = options;
  const pool = new Piscina<unknown, WorkerAnswer | undefined>({
    filename: fileURLToPath(workerUrl),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: 1,
    workerData: passive,
    ...threadSetup(workerUrl),
    // Waiting by atomics would freeze what LiteRT.js and sharp still do in the background.
    atomics: 'disabled',
  });
  // A thread that dies without a job would otherwise end the process. The next job gets a new one, or its error.
  pool.on('error', () => {});
  const run = (job: unknown, limitMs: number) =>
    pool.run(job, { signal: AbortSignal.timeout(limitMs) });
  const load = () => run(undefined, loadLimitMs);
  try {
    await load();
  } catch (error) {
    await pool.destroy();
    throw error;
  }
  let isClosed = false;
  let reloading: Promise<unknown> = Promise.resolve();
  return {
    async analyse(request) {
      // The pool would start new threads for it.
      if (isClosed) throw new Error('The analyst is closed.');
      await reloading;
      const answer = await run(request, jobLimitMs).catch((error: unknown) => {
        // A new thread takes its place, and the time that its models take is not the next job's.
        reloading = load().catch(() => {});
        throw error;
      });
      if (!answer) throw new Error('The analysis thread gave no answer.');
      if ('refusal' in answer) throw new ImageRefused(answer.refusal);
      return answer.analysis;
    },
    close() {
      isClosed = true;
      return pool.destroy();
    },
  };
}

/** The file beside this one: TypeScript where the source runs, JavaScript where it was compiled. */
function ownWorker(): URL {
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new URL(`./analysis-worker.${extension}`, import.meta.url);
}

/** Threads do not inherit tsx, with which the source runs in development; a compiled worker needs nothing. */
function threadSetup(workerUrl: URL): { execArgv?: string[] } {
  if (!workerUrl.pathname.endsWith('.ts')) return {};
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const register = `import { register } from ${tsx}; register();`;
  return { execArgv: ['--import', `data:text/javascript,${encodeURIComponent(register)}`] };
}
