/** A service in its own process, to be killed. Prints its URL, and says when an analysis has begun. */
import { pino } from 'pino';
import { createService, serve } from '../../src/service/index.ts';
import { LIVE } from './fake-analyst.ts';

const [dataFile, mode] = process.argv.slice(2);
if (!dataFile) throw new Error('usage: crash-child.ts <data file> <hang | finish>');

const service = createService({
  dataFile,
  pacing: 'offered',
  leaseMs: 300,
  logger: pino({ level: 'silent' }),
  analyst: {
    async analyse({ images }) {
      console.log(`analysing ${images.length}`);
      return mode === 'hang' ? new Promise(() => {}) : LIVE;
    },
    async close() {},
  },
});
const { url } = await serve(service, { port: 0 });
console.log(`listening ${url}`);
