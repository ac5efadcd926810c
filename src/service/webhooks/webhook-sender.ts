import type { Logger } from 'pino';
import { sleep } from '../../edge/sleep.ts';
import type { Metrics } from '../create-metrics.ts';
import { describeError } from '../describe-error.ts';
import type { StoredJob } from '../jobs/job.ts';
import type { JobStore } from '../storage/store.ts';
import { afterFailure, type NoticeEnd, type NoticeStore } from './notice.ts';
import type { PostWebhook } from './post-webhook.ts';
import { writeWebhook } from './write-webhook.ts';

/** Tells the integrator's backend of every finished job, at least once. */
export interface WebhookSender {
  /** Sends one notice that is due. False when there was none. */
  sendOnce(): Promise<boolean>;
  /** Sends until {@link stop}. */
  start(): void;
  /** A job has ended: there may be something to send. */
  wake(): void;
  /** Resolves when nothing is under way; what was is sent again later, by this process or another. */
  stop(): Promise<void>;
}

/** What a sender stands on. */
export interface SenderDependencies {
  readonly notices: NoticeStore;
  readonly jobs: Pick<JobStore, 'find'>;
  readonly post: PostWebhook;
  readonly secrets: readonly Buffer[];
  /** Signs the verdict for auditors, where there is a key for it. */
  readonly sign?: ((job: StoredJob) => Promise<string | undefined>) | undefined;
  readonly metrics?: Pick<Metrics, 'webhookTold' | 'webhookFailed'>;
  readonly logger: Logger;
  readonly now: () => number;
}

/** How often an idle sender looks, for notices whose pause is over and jobs that another process has ended. */
const POLL_MS = 1000;
/** Longer than one post may take. */
const LEASE_MS = 30_000;
/** Posts at once: a receiver that is slow to answer must not hold up a crowd. */
const LANES = 4;

/** Makes a sender; it does nothing until it is started. */
export function createWebhookSender(dependencies: SenderDependencies): WebhookSender {
  const { jobs, logger, metrics, notices, now, post, secrets } = dependencies;
  const ended = new AbortController();
  let sleeping = new AbortController();
  let running: Promise<unknown> | undefined;
  let storeAnswers = true;

  async function sendOnce(): Promise<boolean> {
    const notice = await notices.claim({ nowMs: now(), leaseMs: LEASE_MS });
    if (!notice) return false;
    const { attempt, finishedAtMs, jobId } = notice;
    const job = await jobs.find(jobId);
    // Erased meanwhile: there is nothing to tell.
    if (!job?.outcome) {
      await notices.settle(notice, { kind: 'told' });
      return true;
    }
    const verdictJws = await dependencies.sign?.(job);
    const message = writeWebhook(job, secrets, { finishedAtMs, nowMs: now(), verdictJws });
    const fault = await post(message, ended.signal);
    const end: NoticeEnd =
      fault === undefined
        ? { kind: 'told' }
        : fault === 'ended'
          ? { kind: 'later', dueAtMs: now(), fault }
          : afterFailure(notice, fault, now());
    await notices.settle(notice, end);
    if (end.kind === 'told') {
      metrics?.webhookTold();
      logger.info({ jobId, attempt }, 'webhook taken');
    } else {
      metrics?.webhookFailed(end.kind);
      logger.warn({ jobId, attempt, fault, end: end.kind }, 'webhook not taken');
    }
    return true;
  }

  async function work(): Promise<void> {
    while (!ended.signal.aborted) {
      const { signal } = sleeping;
      const didSend = await sendOnce().then(
        (sent) => {
          storeAnswers = true;
          return sent;
        },
        (error: unknown) => {
          if (storeAnswers) logger.error(describeError(error), 'webhooks could not use the store');
          storeAnswers = false;
          return false;
        },
      );
      if (!didSend) await sleep(POLL_MS, signal).catch(() => {});
    }
  }

  function wake(): void {
    sleeping.abort();
    sleeping = new AbortController();
  }

  return {
    sendOnce,
    start() {
      running ??= Promise.all(Array.from({ length: LANES }, work));
    },
    wake,
    async stop() {
      ended.abort();
      wake();
      await running;
    },
  };
}
