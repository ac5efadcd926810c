import type { AnalysisRequest } from '../../analysis/analysis.ts';
import { failedJob } from '../../jobs/failed-job.ts';
import {
  type ClaimedJob,
  type JobOutcome,
  type NewJob,
  rememberedHashOf,
  type StoredJob,
} from '../../jobs/job.ts';
import type { SealedImages } from '../../jobs/kept-images.ts';
import { isFailedCheck, lockedUntilMs } from '../../jobs/lockout.ts';
import type { Acceptance, JobStore } from '../store.ts';
import { ACCEPT, BEGIN, ERASE, FINISH } from './job-scripts.ts';
import type { Delivery, RedisQueue } from './redis-queue.ts';
import { defineScript, type RedisPlace } from './redis-script.ts';

/** Longest that Redis keeps the images of a job that no worker comes for. */
const IMAGE_LIFE_MS = 24 * 3_600_000;

/**
 * The jobs in Redis. What a job is and how it ended is kept here, and changes by scripts; BullMQ delivers its name to a
 * worker, again when a worker died. The attempt, which each delivery counts up, proves whose lease it is.
 */
export function createRedisJobs(place: RedisPlace, queue: RedisQueue): JobStore {
  const { redis, prefix } = place;
  const accept = defineScript(place, ACCEPT);
  const begin = defineScript(place, BEGIN);
  const writeOutcome = defineScript(place, FINISH);
  const erase = defineScript(place, ERASE);
  const deliveries = new Map<string, Delivery>();
  const wakings = `${prefix}wake`;

  async function finish(
    { id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>,
    outcome: JobOutcome,
    nowMs: number,
    kept?: SealedImages,
  ): Promise<boolean> {
    const check = isFailedCheck(outcome) ? 'failed' : '';
    const lifeMs = Math.max(1, Math.ceil((kept?.deleteAtMs ?? nowMs) - nowMs));
    const written = [id, attempt, JSON.stringify(outcome), nowMs, check, lifeMs] as const;
    return (await writeOutcome(...written, ...(kept?.images ?? []))) === 1;
  }

  return {
    async accept(
      job,
      { nowMs, maxOpenJobs, mostRememberedFrames = Number.MAX_SAFE_INTEGER, lockout },
    ) {
      const { frames = [] } = job;
      const acceptance = (await accept(
        ...[job.id, job.tokenHash, nowMs, maxOpenJobs, job.accessKey, requestTextOf(job)],
        job.session?.revision ?? '',
        job.notifies ? 'notifies' : '',
        ...[lockout?.lockoutFailures ?? 0, lockout?.lockoutWindowMs ?? 0, IMAGE_LIFE_MS],
        ...[job.session?.frameHashes.length ?? 0, mostRememberedFrames, frames.length],
        ...(job.session?.frameHashes ?? []),
        ...frames.flatMap((frame) => [rememberedHashOf(frame), frame.step]),
        ...job.request.images,
      )) as Acceptance;
      if (acceptance === 'accepted') await tellWorkers(job.id);
      return acceptance;
    },
    async lockedUntilMs(subjectHash, nowMs, lockout) {
      const { lockoutFailures } = lockout;
      if (lockoutFailures === 0) return undefined;
      const failed = `${prefix}failed-of:${subjectHash}`;
      const reply = await redis.zrevrange(failed, 0, lockoutFailures - 1, 'WITHSCORES');
      const failedAtMs = reply.filter((_, index) => index % 2 === 1).map(Number);
      return lockedUntilMs(failedAtMs, nowMs, lockout);
    },
    async countOpen() {
      return redis.zcard(`${prefix}open`);
    },
    async find(jobId) {
      const job = await redis.hgetall(`${prefix}job:${jobId}`);
      if (job.tokenHash === undefined || job.accessKey === undefined) return undefined;
      return {
        id: jobId,
        tokenHash: job.tokenHash,
        accessKey: job.accessKey,
        ...factsOf(job.request ?? '{}'),
        subjectHash: job.person,
        finishedAtMs: job.finishedAtMs === undefined ? undefined : Number(job.finishedAtMs),
        outcome: job.outcome === undefined ? undefined : (JSON.parse(job.outcome) as JobOutcome),
      };
    },
    async claim({ nowMs, leaseMs, maxAttempts }) {
      for (;;) {
        const delivery = await queue.take(leaseMs);
        if (!delivery) return undefined;
        const id = delivery.jobId;
        const begun = (await begin(id)) as [attempt: number, request: string, seen: string] | null;
        if (begun) {
          const [attempt, request, seen] = begun;
          const images = await redis.lrangeBuffer(`${prefix}images:${id}`, 0, -1);
          if (attempt <= maxAttempts && images.length > 0) {
            deliveries.set(leaseName({ id, attempt }), delivery);
            return { id, attempt, request: { ...JSON.parse(request), ...readSeen(seen), images } };
          }
          const code = attempt > maxAttempts ? 'attempts-exhausted' : 'images-expired';
          await finish({ id, attempt }, failedJob(code), nowMs);
        }
        // It has its outcome: the worker that wrote it died before it could take it out of the queue.
        await delivery.done();
      }
    },
    async renew(job, { leaseMs }) {
      return (await deliveries.get(leaseName(job))?.renew(leaseMs)) ?? false;
    },
    async handBack(job, { nowMs, dueAtMs }) {
      const delivery = deliveries.get(leaseName(job));
      deliveries.delete(leaseName(job));
      return (await delivery?.giveBack(dueAtMs - nowMs)) ?? false;
    },
    async finish(job, outcome, nowMs, kept) {
      const delivery = deliveries.get(leaseName(job));
      deliveries.delete(leaseName(job));
      const isWritten = await finish(job, outcome, nowMs, kept);
      await delivery?.done();
      return isWritten;
    },
    async idsOf(subjectHash) {
      return (await redis.smembers(`${prefix}jobs-of:${subjectHash}`)).sort();
    },
    async erase(jobId) {
      return ((await erase(jobId)) as number | null) ?? undefined;
    },
    async onWaiting(wake) {
      const listener = redis.duplicate();
      listener.on('error', () => {});
      listener.on('message', wake);
      await listener.connect();
      await listener.subscribe(wakings);
      return async () => listener.disconnect();
    },
  };

  /**
   * Once the job is in Redis it is accepted, whatever happens here: what the queue does not know is added by
   * `requeueLost`, and a worker that was not woken looks by itself.
   */
  async function tellWorkers(jobId: string): Promise<void> {
    await redis
      .hget(`${prefix}job:${jobId}`, 'turn')
      // Round robin: how many jobs of the same person were open when it came.
      .then((turn) => queue.add(jobId, Number(turn ?? 0)))
      .then(() => redis.publish(wakings, ''))
      .catch(() => {});
  }
}

/**
 * Adds every open job that the queue does not know: one whose process died between keeping it and queueing it.
 */
export async function requeueLost({ redis, prefix }: RedisPlace, queue: RedisQueue): Promise<void> {
  await queue.addMissing(await redis.zrange(`${prefix}open`, 0, '-1'));
}

/** What else is read of a job: the session and the link that it came by, and what it was judged by. */
function factsOf(request: string): Pick<StoredJob, 'session' | 'linkId' | 'threshold'> {
  const facts = JSON.parse(request) as Partial<AnalysisRequest>;
  const { linkId, livenessThreshold: threshold, session } = facts;
  return { session, threshold, ...(linkId !== undefined && { linkId }) };
}

function requestTextOf({ request }: NewJob): string {
  const { images: _, ...settings } = request;
  return JSON.stringify(settings);
}

/** The steps that brought a frame which was remembered before, each once. */
function readSeen(seen: string): Pick<AnalysisRequest, 'stepsSeenBefore'> {
  return seen === '' ? {} : { stepsSeenBefore: [...new Set(seen.split(',').map(Number))] };
}

function leaseName({ id, attempt }: Pick<ClaimedJob, 'id' | 'attempt'>): string {
  return `${id} ${attempt}`;
}
