/**
 * One process of a service, to be spoilt: with the API, with workers, or with both. Prints its URL, and takes `clock <ms>`
 * (its clock is off by so much from then on) and `thread <dies|hangs|works>` on its standard input.
 */
import { createInterface } from 'node:readline';
import { pino } from 'pino';
import { createService, openRedisStore, serve } from '../../../src/service/index.ts';
import { LIVE_ANALYSIS } from '../../credulous-analyst.ts';
import type { MemberOptions } from './spawn-member.ts';

/** Long enough for some to be under way whenever the process is killed. */
const ANALYSIS_MS = 20;
/** What a thread that hangs is given up after; the pool of the real analyst has the same, and longer. */
const JOB_LIMIT_MS = 1000;

const {
  role,
  dataFile = '',
  redisUrl,
  name,
  port = 0,
  limited = false,
  otherKeys,
}: MemberOptions = JSON.parse(process.argv[2] ?? '{}');
const logger = pino({ level: 'silent' });
let clockOffsetMs = 0;
let thread = 'works';

const service = createService({
  ...(redisUrl
    ? {
        store: await openRedisStore(redisUrl, {
          logger: { info() {}, warn() {} },
          ...(name && { name }),
        }),
      }
    : { dataFile }),
  keys: [
    {
      accessKey: process.env.NODEFLUX_ACCESS_KEY ?? '',
      secretKey: process.env.NODEFLUX_SECRET_KEY ?? '',
    },
    ...(otherKeys ? [otherKeys] : []),
  ],
  api: role !== 'worker',
  threads: role === 'api' ? 0 : 2,
  pacing: 'offered',
  leaseMs: 300,
  maxAttempts: 100,
  // Who plays no single attacker is not to be stopped by what is made against them.
  ...(limited
    ? {}
    : {
        lockoutFailures: 0,
        keyRequestsPerMinute: 0,
        personRequestsPerMinute: 0,
        addressGuessesPerMinute: 0,
      }),
  now: () => Date.now() + clockOffsetMs,
  logger,
  analyst: {
    analyse: async () => {
      await new Promise((resolve) => setTimeout(resolve, ANALYSIS_MS));
      if (thread === 'dies') throw new Error('the thread died');
      if (thread === 'hangs') {
        await new Promise((resolve) => setTimeout(resolve, JOB_LIMIT_MS));
        throw new Error('the job took too long');
      }
      return LIVE_ANALYSIS;
    },
    async close() {},
  },
});
const served = await serve(service, { port });
const told = createInterface({ input: process.stdin });
// The command that started it has ended, however.
told.on('close', () => process.exit());
told.on('line', (line) => {
  const [what, value = ''] = line.split(' ');
  if (what === 'clock') clockOffsetMs = Number(value);
  if (what === 'thread') thread = value;
  console.log(`done ${line}`);
});
console.log(`listening ${served.url}`);
