import { randomBytes } from 'node:crypto';
import { type Logger, pino } from 'pino';
import type { Analyst } from './analysis/analysis.ts';
import { type AccessKeyPair, createKeyRing, keysFromEnvironment } from './auth/access-keys.ts';
import { describeError } from './describe-error.ts';
import { createApp } from './http/create-app.ts';
import { Refusal, refusalBodyOf } from './http/refusal.ts';
import { createWorker, type Worker } from './jobs/worker.ts';
import { readSettings, type ServiceSettings } from './settings.ts';
import { createSqliteStore } from './storage/sqlite-store.ts';
import type { RandomBytes } from './tokens/submission-token.ts';

/** What a service is made of. Only `dataFile` has no default. */
export interface ServiceOptions extends ServiceSettings {
  /** Path of the SQLite file. Holds images until their job is done: put it on an encrypted volume. */
  readonly dataFile: string;
  /** The access keys. Default: the pair in `NODEFLUX_ACCESS_KEY` and `NODEFLUX_SECRET_KEY`. */
  readonly keys?: readonly AccessKeyPair[];
  /** What looks at the images; the service closes it. Default: the analysis of this package. */
  readonly analyst?: Analyst;
  /** Default: JSON lines on stdout. Gets no image, token, key or authorization header. */
  readonly logger?: Logger;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly random?: RandomBytes;
}

/** The self-hosted service: the vendor's wire contract over one SQLite file. */
export interface Service {
  /** Answers one request. Web-standard, so that any framework can mount it; see `basePath`. */
  fetch(request: Request): Promise<Response>;
  /** Loads the analysis and starts to work on jobs, those of a process that was killed included. */
  start(): Promise<void>;
  /** Refuses new requests, finishes what is at hand, and releases everything. Can be called twice. */
  close(): Promise<void>;
}

/** How often what is past its time is deleted. */
const PURGE_EVERY_MS = 60_000;
/** How long an expired token is still told to be expired, rather than invalid. */
const EXPIRED_TOKEN_MEMORY_MS = 24 * 3_600_000;

/**
 * Opens the data file and makes a service. Requests are answered at once; jobs wait until {@link Service.start}.
 * @throws Error when a setting or a key is wrong, or the file cannot be opened.
 */
export function createService(options: ServiceOptions): Service {
  const {
    dataFile,
    keys,
    analyst,
    logger = pino(),
    now = Date.now,
    random = randomBytes,
    ...rest
  } = options;
  const settings = readSettings(rest);
  const keyRing = createKeyRing(keys ?? [keysFromEnvironment(process.env)]);
  const store = createSqliteStore(dataFile);
  const inFlight = new Set<Promise<Response>>();
  let worker: Worker | undefined;
  let started: Promise<Analyst> | undefined;
  let closed: Promise<void> | undefined;

  const app = createApp({
    settings,
    keyRing,
    store,
    logger,
    now,
    random,
    onAccepted: () => worker?.wake(),
  });

  const purge = () =>
    store
      .purge({
        finishedBeforeMs: now() - settings.resultRetentionMs,
        expiredBeforeMs: now() - EXPIRED_TOKEN_MEMORY_MS,
        sessionsExpiredBeforeMs: now(),
      })
      .catch((error: unknown) => logger.error(describeError(error), 'purge failed'));
  const purgeTimer = setInterval(purge, PURGE_EVERY_MS);
  purgeTimer.unref();

  async function loadAndWork(): Promise<Analyst> {
    const loaded = analyst ?? (await loadAnalyst());
    worker = createWorker({
      jobs: store.jobs,
      analyse: (request) => loaded.analyse(request),
      settings,
      logger,
      now,
    });
    if (!closed) worker.start();
    return loaded;
  }

  async function release(): Promise<void> {
    clearInterval(purgeTimer);
    await Promise.allSettled(inFlight);
    const loaded = started ? await started.catch(() => undefined) : analyst;
    await worker?.stop();
    await loaded?.close();
    await store.close();
  }

  return {
    async fetch(request) {
      if (closed) return closingResponse();
      const response = Promise.resolve(app.fetch(request));
      inFlight.add(response);
      return response.finally(() => inFlight.delete(response));
    },
    async start() {
      if (closed) throw new Error('The service is closed.');
      await purge();
      started ??= loadAndWork();
      await started;
    },
    close() {
      closed ??= release();
      return closed;
    },
  };
}

async function loadAnalyst(): Promise<Analyst> {
  // Loaded late: whoever brings another analyst does not pay for the models of this one.
  const { createAnalyst } = await import('./analysis/create-analyst.ts');
  return createAnalyst();
}

function closingResponse(): Response {
  const refusal = new Refusal('closing', 'The service is shutting down');
  return Response.json(refusalBodyOf(refusal), {
    status: refusal.status,
    headers: { 'cache-control': 'no-store', 'retry-after': '5' },
  });
}
