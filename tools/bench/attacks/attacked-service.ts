import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { createLivenessClient } from '../../../src/server/index.ts';
import type { Analyst } from '../../../src/service/analysis/analysis.ts';
import { createService, generateKeys, type ServiceSettings } from '../../../src/service/index.ts';
import { seededRandom } from '../../../src/testing/seeded-random.ts';
import type { Outcome } from './outcome.ts';

/** A service that is attacked: the real one, with its randomness and its clock in the hands of the bench. */
export interface AttackedService {
  readonly clock: AttackClock;
  /** What requests name as its address; nothing listens there. */
  readonly url: string;
  /** Sends one request to the service, without a network between. */
  readonly fetch: (request: Request) => Promise<Response>;
  /** From now on the service draws its gestures, names and tokens from this seed. */
  reseed(seed: number): void;
  /** For the person of that name, where there is one. */
  mintToken(subject?: string): Promise<string>;
  /** Waits until the job is judged. */
  judgement(jobId: string): Promise<Outcome>;
  close(): Promise<void>;
}

/** A clock that goes on when it is told to, so that nobody waits for a session to be played. */
export interface AttackClock {
  nowMs: number;
}

/** The host that requests name; nothing listens there. */
const SERVICE_URL = 'http://service.invalid';
const POLL_PAUSE_MS = 10;

/** Nobody is locked out, no rate is limited and no frame remembered: each presentation is counted by itself, as if it were the first. */
const OPEN_DOORS = {
  lockoutFailures: 0,
  keyRequestsPerMinute: 0,
  personRequestsPerMinute: 0,
  addressGuessesPerMinute: 0,
  // The attackers' library is the same for all of them.
  rememberFramesMs: 0,
  allowSignatureReuse: true,
  allowedOrigins: ['*'],
} as const satisfies ServiceSettings;

/**
 * Opens the real service over a data file of its own.
 *
 * @param analyst Stays the caller's: several services can share one.
 * @param clock Default: one that stands at the present time.
 */
export async function openAttackedService(
  analyst: Analyst,
  settings: ServiceSettings = {},
  clock: AttackClock = { nowMs: Date.now() },
): Promise<AttackedService> {
  const folder = await mkdtemp(join(tmpdir(), 'nodeflux-attacks-'));
  const keys = generateKeys();
  let random = seededRandom(1);
  const service = createService({
    ...OPEN_DOORS,
    ...settings,
    dataFile: join(folder, 'service.sqlite'),
    keys: [keys],
    analyst: { analyse: (request) => analyst.analyse(request), close: async () => undefined },
    logger: pino({ level: 'silent' }),
    now: () => clock.nowMs,
    random: (size) => Buffer.from(Array.from({ length: size }, () => Math.floor(256 * random()))),
  });
  await service.start();
  const fetchService = (request: Request): Promise<Response> => service.fetch(request);
  const url = SERVICE_URL + (settings.basePath ?? '');
  const backend = createLivenessClient({
    baseUrl: url,
    ...keys,
    fetch: (input, init) => fetchService(new Request(input, init)),
    now: () => clock.nowMs,
    sleep: () => new Promise((resolve) => setTimeout(resolve, POLL_PAUSE_MS)),
  });
  return {
    clock,
    url,
    fetch: fetchService,
    reseed(seed) {
      random = seededRandom(seed);
    },
    mintToken: (subject) => backend.createSubmissionToken(subject === undefined ? {} : { subject }),
    async judgement(jobId) {
      const verdict = await backend.waitForVerdict(jobId);
      if (verdict.status === 'failed') throw new Error('The analysis failed.');
      const isLive = verdict.status === 'judged' && verdict.live;
      return isLive
        ? { kind: 'live' }
        : { kind: 'not-live', faults: verdict.details?.faults ?? [] };
    },
    async close() {
      await service.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
