import { setTimeout as pause } from 'node:timers/promises';
import { createLivenessClient } from '../../../src/server/index.ts';
import {
  FACE_LIVENESS_PATH,
  JOBS_PATH,
  JPEG_DATA_URI_PREFIX,
} from '../../../src/submission/wire.ts';
import { percentile } from '../report/percentile.ts';
import type { ServedProcess } from './served-process.ts';

/** What was measured with so many clients at once. */
export interface LoadResult {
  readonly clients: number;
  readonly jobs: number;
  readonly jobsPerSecond: number;
  /** From the start of the submission to the result. */
  readonly jobP50Ms: number;
  readonly jobP95Ms: number;
  /** Answers to small requests while the threads were busy: signatures, tokens, results. */
  readonly apiP50Ms: number;
  readonly apiP95Ms: number;
  /** Answers to submissions, from the first byte of the body. */
  readonly submitP95Ms: number;
  readonly memoryBytes: number;
}

/** How often a client asks for its result; also how exactly a job is timed. */
const POLL_MS = 15;

/** Lets so many clients do checks one after the other until `jobs` are done, and measures. */
export async function runLoad(
  service: ServedProcess,
  images: readonly Buffer[],
  { clients, jobs }: { readonly clients: number; readonly jobs: number },
): Promise<LoadResult> {
  const body = JSON.stringify({
    images: images.map((image) => JPEG_DATA_URI_PREFIX + image.toString('base64')),
  });
  const apiTimesMs: number[] = [];
  const submitTimesMs: number[] = [];
  const jobTimesMs: number[] = [];
  let memoryBytes = 0;
  let left = jobs;

  const timedFetch: typeof fetch = async (input, init) => {
    const startedAtMs = performance.now();
    const response = await fetch(input, init);
    apiTimesMs.push(performance.now() - startedAtMs);
    return response;
  };
  const client = createLivenessClient({ baseUrl: service.url, ...service.keys, fetch: timedFetch });

  async function check(): Promise<void> {
    const token = await client.createSubmissionToken();
    const startedAtMs = performance.now();
    const submitted = await fetch(service.url + FACE_LIVENESS_PATH, {
      method: 'POST',
      headers: { authorization: token, 'content-type': 'application/json' },
      body,
    });
    const { job_id: jobId } = (await submitted.json()) as { job_id: string };
    submitTimesMs.push(performance.now() - startedAtMs);
    for (;;) {
      const answer = await timedFetch(`${service.url}${JOBS_PATH}/${jobId}`, {
        headers: { authorization: token },
      });
      const { job } = (await answer.json()) as { job: { result: { status: string } } };
      if (job.result.status === 'success') break;
      if (job.result.status !== 'on going')
        throw new Error(`The job ended as ${job.result.status}.`);
      await pause(POLL_MS);
    }
    jobTimesMs.push(performance.now() - startedAtMs);
  }

  const startedAtMs = performance.now();
  await Promise.all(
    Array.from({ length: clients }, async () => {
      while (left > 0) {
        left -= 1;
        await check();
        if (left % 10 === 0) memoryBytes = Math.max(memoryBytes, await service.memoryBytes());
      }
    }),
  );
  const seconds = (performance.now() - startedAtMs) / 1000;
  return {
    clients,
    jobs,
    jobsPerSecond: jobs / seconds,
    jobP50Ms: percentile(jobTimesMs, 0.5),
    jobP95Ms: percentile(jobTimesMs, 0.95),
    apiP50Ms: percentile(apiTimesMs, 0.5),
    apiP95Ms: percentile(apiTimesMs, 0.95),
    submitP95Ms: percentile(submitTimesMs, 0.95),
    memoryBytes: Math.max(memoryBytes, await service.memoryBytes()),
  };
}
