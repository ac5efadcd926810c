import { randomUUID } from 'node:crypto';
import { createRedisBackend, ErrorCode, type Job, Queue, Worker } from 'bullmq';
import type { RedisPlace } from './redis-script.ts';

/** A job that was taken from the queue, under a lock that ends by itself. */
export interface Delivery {
  readonly jobId: string;
  /** False when the lock was lost. */
  renew(leaseMs: number): Promise<boolean>;
  /** Puts the job back, to be taken again after `delayMs`; false when the lock was lost. */
  giveBack(delayMs: number): Promise<boolean>;
  /** Removes the job from the queue. */
  done(): Promise<void>;
}

/**
 * The queue of jobs, which is BullMQ's. It holds names only, and delivers each at least once: what a job is, and that
 * it ends once, is for the store to know.
 */
export interface RedisQueue {
  /**
   * Any number of times for one job has the same effect as once. The jobs of the lowest turn come first, in the order of
   * their arrival.
   */
  add(jobId: string, turn?: number): Promise<void>;
  /** Adds those that the queue does not know. */
  addMissing(jobIds: readonly string[]): Promise<void>;
  /** Takes the next job that is due; undefined when there is none. */
  take(leaseMs: number): Promise<Delivery | undefined>;
  close(): Promise<void>;
}

const QUEUE = 'checks';
/** How many past events BullMQ keeps for watchers; there are none here. */
const KEPT_EVENTS = 100;
/** How often a job may be taken from a dead process is for the store to limit. */
const ANY_NUMBER = 1_000_000;

/** Makes the queue. A process that takes no job has no worker. */
export function createRedisQueue({ redis, prefix }: RedisPlace): RedisQueue {
  const options = { connection: redis, prefix: `${prefix}queue` };
  const queue = new Queue(QUEUE, {
    ...options,
    streams: { events: { maxLen: KEPT_EVENTS } },
    defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
  });
  // Their calls reject as well.
  queue.on('error', () => {});
  let worker: Promise<Worker> | undefined;

  // For BullMQ 0 is no priority, which comes before every other, and lower comes first.
  const add = async (jobId: string, turn = 0) =>
    void (await queue.add('check', null, { jobId, priority: turn }));

  /** Jobs are fetched one by one, so that a store without BullMQ can do the same; no connection has to wait for them. */
  async function startWorker(leaseMs: number): Promise<Worker> {
    const started = new Worker(
      QUEUE,
      undefined,
      {
        ...options,
        autorun: false,
        lockDuration: leaseMs,
        stalledInterval: leaseMs,
        maxStalledCount: ANY_NUMBER,
      },
      (name, opts) => createRedisBackend(name, opts),
    );
    started.on('error', () => {});
    await started.startStalledCheckTimer();
    return started;
  }

  return {
    add,
    async addMissing(jobIds) {
      const pipeline = redis.pipeline();
      for (const jobId of jobIds) pipeline.exists(queue.toKey(jobId));
      const replies = (await pipeline.exec()) ?? [];
      for (const [index, jobId] of jobIds.entries()) {
        if (replies[index]?.[1] === 0) await add(jobId);
      }
    },
    async take(leaseMs) {
      worker ??= startWorker(leaseMs);
      const token = randomUUID();
      const job = await (await worker).getNextJob(token, { block: false });
      return job?.id === undefined ? undefined : deliveryOf(job, job.id, token);
    },
    async close() {
      await (await worker)?.close(true);
      await queue.close();
    },
  };
}

function deliveryOf(job: Job, jobId: string, token: string): Delivery {
  return {
    jobId,
    async renew(leaseMs) {
      return (await job.extendLock(token, leaseMs)) === 1;
    },
    async giveBack(delayMs) {
      return unlessLockLost(
        delayMs > 0 ? job.moveToDelayed(Date.now() + delayMs, token) : job.moveToWait(token),
      );
    },
    async done() {
      await unlessLockLost(job.moveToCompleted(null, token, false));
    },
  };
}

/** What BullMQ says when a job is another worker's by now, or gone. */
const LOCK_LOST: readonly unknown[] = [
  ErrorCode.JobNotExist,
  ErrorCode.JobLockNotExist,
  ErrorCode.JobLockMismatch,
  ErrorCode.JobNotInState,
];

async function unlessLockLost(move: Promise<unknown>): Promise<boolean> {
  try {
    await move;
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && LOCK_LOST.includes(error.code)) return false;
    throw error;
  }
}
