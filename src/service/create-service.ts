import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Logger, pino } from 'pino';
import type { Analyst } from './analysis/analysis.ts';
import { loadAnalyst } from './analysis/load-analyst.ts';
import { createVerdictSigning, type VerdictSigning } from './audit/sign-verdict.ts';
import { readSigningKeys } from './audit/signing-keys.ts';
import { type AccessKeyPair, createKeyRing, keysFromEnvironment } from './auth/access-keys.ts';
import type { RandomBytes } from './auth/submission-token.ts';
import { createMetrics } from './create-metrics.ts';
import { describeError } from './describe-error.ts';
import { createAddressReader } from './http/client-address.ts';
import type { Connection } from './http/connection.ts';
import { createApp } from './http/create-app.ts';
import { Refusal, refusalBodyOf } from './http/refusal.ts';
import { createRequestLimits } from './http/request-limits.ts';
import { createBodyBudget } from './http/reserve-body.ts';
import { createImageOpener, createSeal } from './jobs/create-seal.ts';
import { createWorker, type Worker } from './jobs/worker.ts';
import { LINK_MEMORY_MS } from './links/check-link.ts';
import { findPageFolder } from './links/page-files.ts';
import { readSettings, type ServiceSettings } from './settings.ts';
import { createSqliteStore } from './storage/sqlite/sqlite-store.ts';
import type { Store } from './storage/store.ts';
import { DEAD_NOTICE_LIFE_MS } from './webhooks/notice.ts';
import { createPostWebhook } from './webhooks/post-webhook.ts';
import { readWebhookSecrets } from './webhooks/webhook-secret.ts';
import { createWebhookSender } from './webhooks/webhook-sender.ts';

/** What a service is made of. Only where it keeps things has no default: `dataFile` or `store`. */
export interface ServiceOptions extends ServiceSettings {
  /** Path of the SQLite file. Holds images until their job is done: put it on an encrypted volume. */
  readonly dataFile?: string;
  /** Instead of a file: what `openRedisStore` resolves to, for several processes. The service closes it. */
  readonly store?: Store;
  /**
   * Access keys, beside those that `nodeflux-liveness-service keys` keeps in the file. Default: the pair in
   * `NODEFLUX_ACCESS_KEY` and `NODEFLUX_SECRET_KEY`, when they are set.
   */
  readonly keys?: readonly AccessKeyPair[];
  /** What looks at the images; the service closes it. Default: the analysis of this package. */
  readonly analyst?: Analyst;
  /** Default: JSON lines on stdout. Gets no image, token, key or authorization header. */
  readonly logger?: Logger;
  /** Milliseconds since the epoch. */
  readonly now?: () => number;
  readonly random?: RandomBytes;
  /**
   * What kept images are encrypted with: 32 bytes as base64 or hex. Needed when `keepImagesMs` is not 0.
   * Default: `NODEFLUX_IMAGE_KEY`.
   */
  readonly imageKey?: string;
  /**
   * What webhooks are signed with, `whsec_…`; two with a space between while one replaces the other. Needed with
   * `webhookUrl`. Default: `NODEFLUX_WEBHOOK_SECRET`.
   */
  readonly webhookSecret?: string;
  /** Folder of the hosted page's files. Default: those of this package. */
  readonly pageFolder?: string;
  /** Adds memory, CPU and event loop of the whole process to `/metrics`. Default: off. */
  readonly processMetrics?: boolean;
}

/** The self-hosted service: the vendor's wire contract over one SQLite file, or over Redis. */
export interface Service {
  /**
   * Answers one request. Web-standard, so that any framework can mount it; see `basePath`. Limits by address need the
   * second argument, which Hono's Node server passes by itself.
   */
  fetch(request: Request, connection?: Connection): Promise<Response>;
  /** Whether any key can authorise a request: a configured key, or one in the store that is not disabled. */
  hasKeys(): Promise<boolean>;
  /**
   * Loads the analysis and starts to work on jobs, those of a process that was killed included. With 0 threads there is
   * nothing to start: the jobs are for other processes on the same store.
   */
  start(): Promise<void>;
  /**
   * Refuses new requests, finishes what is at hand (jobs within `shutdownGraceMs`, else they are handed back), and
   * releases everything, whatever of it fails; that is logged. Can be called twice.
   */
  close(): Promise<void>;
}

/** How often what is past its time is deleted. */
const PURGE_EVERY_MS = 60_000;
/** How long an expired token is still answered with “expired” instead of “invalid”. */
const EXPIRED_TOKEN_MEMORY_MS = 24 * 3_600_000;

/**
 * Makes a service, and opens its data file. Requests are answered at once; jobs wait until {@link Service.start}.
 * @throws Error when a setting or a key is wrong, or the file cannot be opened.
 *
 * @example
 * ```ts
 * import { createService, generateKeys, serve } from 'nodeflux-liveness-service';
 * const service = createService({
 *   dataFile: 'liveness.db',
 *   keys: [generateKeys()],
 *   allowedOrigins: ['https://bank.example'],
 * });
 * const { url, close } = await serve(service, { port: 8787 });
 * ```
 */
export function createService(options: ServiceOptions): Service {
  const {
    dataFile,
    store: openStore,
    keys,
    analyst,
    logger = pino(),
    now = Date.now,
    random = randomBytes,
    imageKey = process.env.NODEFLUX_IMAGE_KEY,
    webhookSecret = process.env.NODEFLUX_WEBHOOK_SECRET,
    pageFolder,
    processMetrics = false,
    ...rest
  } = options;
  const settings = readSettings(rest);
  if ((dataFile === undefined) === (openStore === undefined)) {
    throw new Error('A service needs a data file or a store, and not both.');
  }
  const configuredKeys = keys ?? keysFromEnvironment(process.env);
  const secrets = settings.webhookUrl === undefined ? [] : readWebhookSecrets(webhookSecret ?? '');
  const seal = createSeal(settings.keepImagesMs, imageKey, now, random);
  // Wrong pairs are found before the file is made.
  createKeyRing(configuredKeys, { find: async () => undefined });
  const signing = createSigning(settings.signingKeys, now);
  const store = openStore ?? createSqliteStore(dataFile as string);
  const keyRing = createKeyRing(configuredKeys, store.keys);
  const metrics = createMetrics({
    countOpenJobs: () => store.jobs.countOpen(),
    ofProcess: processMetrics,
  });
  const sender =
    settings.webhookUrl === undefined
      ? undefined
      : createWebhookSender({
          notices: store.notices,
          jobs: store.jobs,
          post: createPostWebhook(settings.webhookUrl, settings.webhookHosts),
          secrets,
          sign: signing?.sign,
          metrics,
          logger,
          now,
        });
  const inFlight = new Set<Promise<Response>>();
  let worker: Worker | undefined;
  let started: Promise<Analyst> | undefined;
  let closed: Promise<void> | undefined;
  let endWaking = async () => {};

  const openImages = createImageOpener(store.keptImages, imageKey);

  const app = createApp({
    openImages,
    signing,
    pageFolder: settings.publicUrl === undefined ? undefined : findPageFolder(pageFolder),
    settings,
    keyRing,
    store,
    logger,
    now,
    random,
    metrics,
    limits: createRequestLimits(settings, store),
    bodyBudget: createBodyBudget({ settings }),
    readAddress: createAddressReader(settings.trustedProxies),
    readiness: () =>
      settings.threads === 0
        ? {}
        : { analysis: worker !== undefined, worker: worker?.isRunning ?? false },
    onAccepted: () => {
      metrics.tokenSpent();
      worker?.wake();
    },
  });

  const purge = () =>
    store
      .purge({
        finishedBeforeMs: now() - settings.resultRetentionMs,
        expiredBeforeMs: now() - EXPIRED_TOKEN_MEMORY_MS,
        sessionsExpiredBeforeMs: now(),
        framesRememberedBeforeMs: now() - settings.rememberFramesMs,
        linksExpiredBeforeMs: now() - LINK_MEMORY_MS,
        deadBeforeMs: now() - DEAD_NOTICE_LIFE_MS,
        nowMs: now(),
      })
      .catch((error: unknown) => logger.error(describeError(error), 'purge failed'));
  const purgeTimer = setInterval(purge, PURGE_EVERY_MS);
  purgeTimer.unref();

  async function loadAndWork(): Promise<Analyst> {
    const loaded = analyst ?? (await loadAnalyst(settings));
    try {
      await work(loaded);
    } catch (error) {
      // One that was given is closed with the service.
      if (!analyst) await loaded.close();
      throw error;
    }
    return loaded;
  }

  async function work(loaded: Analyst): Promise<void> {
    worker = createWorker({
      jobs: store.jobs,
      analyse: (request) => loaded.analyse(request),
      settings,
      seal,
      onFinished: () => sender?.wake(),
      metrics,
      logger,
      now,
    });
    endWaking = await store.jobs.onWaiting(worker.wake);
    if (!closed) worker.start();
  }

  async function release(): Promise<void> {
    clearInterval(purgeTimer);
    await Promise.allSettled(inFlight);
    const loaded = (await started?.catch(() => undefined)) ?? analyst;
    const faults: unknown[] = [];
    for (const step of [
      () => endWaking(),
      () => worker?.stop(settings.shutdownGraceMs),
      () => sender?.stop(),
      () => loaded?.close(),
      () => store.close(),
    ]) {
      try {
        await step();
      } catch (error) {
        faults.push(error);
      }
    }
    // What could not be handed back is taken up when its lease ends.
    for (const fault of faults) logger.error(describeError(fault), 'closing was not clean');
  }

  return {
    async fetch(request, connection) {
      if (closed) return closingResponse();
      const response = Promise.resolve(app.fetch(request, connection));
      inFlight.add(response);
      return response.finally(() => inFlight.delete(response));
    },
    async hasKeys() {
      if (configuredKeys.length > 0) return true;
      return (await store.keys.list()).some(({ disabledAtMs }) => disabledAtMs === undefined);
    },
    async start() {
      if (closed) throw new Error('The service is closed.');
      if (settings.api && settings.pacing !== 'required') {
        logger.warn(
          { pacing: settings.pacing },
          'clients may choose what they show: pictures from a library pass (--pacing required)',
        );
      }
      await purge();
      sender?.start();
      if (settings.threads > 0) started ??= loadAndWork();
      await started;
    },
    close() {
      closed ??= release();
      return closed;
    },
  };
}

function closingResponse(): Response {
  const refusal = new Refusal('closing', 'The service is shutting down');
  return Response.json(refusalBodyOf(refusal), {
    status: refusal.status,
    headers: { 'cache-control': 'no-store', 'retry-after': '5' },
  });
}

/** @throws Error that names the setting, and quotes nothing of the file */
function createSigning(file: string, now: () => number): VerdictSigning | undefined {
  if (file === '') return undefined;
  try {
    return createVerdictSigning(readSigningKeys(readFileSync(file, 'utf8')), now);
  } catch (error) {
    const isMissing = typeof (error as NodeJS.ErrnoException).code === 'string';
    const fault = isMissing ? 'the file cannot be read' : (error as Error).message;
    throw new Error(`signingKeys: ${fault}`);
  }
}
