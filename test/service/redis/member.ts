/** One process of a service on Redis, to be killed: with the API, with workers, or with both. Prints its URL. */
import { pino } from 'pino';
import { createService, openRedisStore, serve } from '../../../src/service/index.ts';
import { LIVE } from '../fake-analyst.ts';

const [url, name, role] = process.argv.slice(2);
if (!url || !name || !role) throw new Error('usage: member.ts <redis> <name> <api | worker>');

const silent = { info() {}, warn() {} };
const service = createService({
  store: await openRedisStore(url, { name, logger: silent }),
  api: role === 'api',
  threads: role === 'worker' ? 2 : 0,
  pacing: 'offered',
  leaseMs: 300,
  maxAttempts: 100,
  lockoutFailures: 0,
  keyRequestsPerMinute: 0,
  personRequestsPerMinute: 0,
  addressGuessesPerMinute: 0,
  logger: pino({ level: 'silent' }),
  analyst: {
    // Long enough for some to be under way whenever the process is killed.
    analyse: () => new Promise((resolve) => setTimeout(resolve, 20, LIVE)),
    async close() {},
  },
});
const served = await serve(service, { port: 0 });
console.log(`listening ${served.url}`);
