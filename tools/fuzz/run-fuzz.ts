import sharp from 'sharp';
import { makeCostlyJpegs } from './costly-jpegs.ts';
import { FUZZ_ENDPOINTS } from './fuzz-case.ts';
import { honestRequest } from './honest-client.ts';
import { makeCases } from './make-cases.ts';
import { type MeasuredService, startMeasuredService } from './measured-service.ts';
import { createCasePlayer, type PlayedCase } from './play-cases.ts';
import { type FuzzAnswer, sendBody } from './send-body.ts';

/** A body that was sent, and what it cost the service. */
export interface MeasuredCase extends PlayedCase {
  readonly cpuMs: number;
  /** Over what an honest request of the endpoint costs. */
  readonly timesHonest: number;
  readonly residentBytes: number;
}

/** What a run found. */
export interface FuzzResult {
  readonly seed: number;
  readonly cases: readonly MeasuredCase[];
  /** Median, by path. */
  readonly honestCpuMs: ReadonlyMap<string, number>;
  /** After a collection: before the first body, and after the last. */
  readonly heldBytes: { readonly before: number; readonly after: number };
}

const HONEST_ROUNDS = 15;
/** Above this a cost is measured again, and the least counts: a collection of garbage may fall into any request. */
export const MOST_TIMES_HONEST = 50;
const AGAIN = 3;

/** Sends `count` bodies, one at a time, to a service in its own process. */
export async function runFuzz(
  seed: number,
  count: number,
  onProgress: (done: number) => void,
): Promise<FuzzResult> {
  const jpegs = await makeCostlyJpegs();
  const photo = await noisyPhoto();
  const service = await startMeasuredService();
  try {
    const honestCpuMs = await measureHonest(service, photo);
    const { heldBytes: before } = await service.usage(true);
    const player = createCasePlayer(service.url, photo);
    const cases: MeasuredCase[] = [];
    for (const fuzzCase of makeCases(seed, count, jpegs)) {
      const honestMs = honestCpuMs.get(fuzzCase.endpoint.path) ?? 1;
      let measured = await playMeasured();
      for (let again = 0; again < AGAIN && isTooMuch(measured); again += 1) {
        const repeated = await playMeasured();
        if (repeated.cpuMs < measured.cpuMs) measured = repeated;
      }
      cases.push(measured);
      onProgress(cases.length);

      async function playMeasured(): Promise<MeasuredCase> {
        let spent = { cpuMs: 0, residentBytes: 0 };
        const played = await player.play(fuzzCase, async (send) => {
          const measuredSend = await measure(service, send);
          spent = measuredSend;
          return measuredSend.answer;
        });
        return { ...played, ...spent, timesHonest: spent.cpuMs / honestMs };
      }
    }
    const { heldBytes: after } = await service.usage(true);
    return { seed, cases, honestCpuMs, heldBytes: { before, after } };
  } finally {
    await service.close();
  }
}

function isTooMuch({ timesHonest }: MeasuredCase): boolean {
  return timesHonest > MOST_TIMES_HONEST;
}

async function measure(service: MeasuredService, send: () => Promise<FuzzAnswer>) {
  const before = await service.usage();
  const answer = await send();
  const after = await service.usage();
  return {
    answer,
    cpuMs: after.cpuMs - before.cpuMs,
    residentBytes: after.residentBytes,
  };
}

async function measureHonest(
  service: MeasuredService,
  jpeg: Buffer,
): Promise<ReadonlyMap<string, number>> {
  const median = new Map<string, number>();
  for (const { path } of FUZZ_ENDPOINTS) {
    const costs: number[] = [];
    for (let round = 0; round < HONEST_ROUNDS; round += 1) {
      const { body, headers } = await honestRequest(service.url, path, jpeg);
      const { cpuMs } = await measure(service, () =>
        sendBody(service.url + path, headers, body, true),
      );
      costs.push(cpuMs);
    }
    const sorted = costs.toSorted((a, b) => a - b);
    median.set(path, sorted[Math.floor(sorted.length / 2)] ?? 0);
  }
  return median;
}

/** A picture of the size that a page sends. */
export async function noisyPhoto(): Promise<Buffer> {
  const noise = Buffer.alloc(640 * 480 * 3);
  let state = 1;
  for (let at = 0; at < noise.byteLength; at += 1) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    noise[at] = 128 + (state >> 26);
  }
  return sharp(noise, { raw: { width: 640, height: 480, channels: 3 } })
    .jpeg({ quality: 80 })
    .toBuffer();
}
