/**
 * `npm run bench:service [-- --jobs 40] [--threads 1,2] [--clients 1,2,4]`: measures the service as an operator runs it,
 * prints a table and writes docs/bench-service.md.
 */
import { writeFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildFaceModel } from '../../face-model/build-face-model.ts';
import { measureBareModelMs, readBenchImages } from './bench-images.ts';
import {
  formatServiceReport,
  formatServiceTable,
  type ThreadResult,
} from './format-service-report.ts';
import { type LoadResult, runLoad } from './run-load.ts';
import { startServedProcess } from './served-process.ts';

const REPORT = join(import.meta.dirname, '../../../docs/bench-service.md');
const BARE_ROUNDS = 15;

const { values } = parseArgs({
  options: {
    jobs: { type: 'string', default: '40' },
    threads: { type: 'string', default: '1,2' },
    clients: { type: 'string', default: '1,2,4' },
    'dry-run': { type: 'boolean', default: false },
  },
});
const jobs = Number(values.jobs);
const numbers = (text: string): number[] => text.split(',').map(Number);

const [loadBefore = 0] = loadavg();
await buildFaceModel();
const images = await readBenchImages();
const bareMs = await measureBareModelMs(images, BARE_ROUNDS);
console.log(`bare model time of one job: ${bareMs.toFixed(0)} ms\n`);

const results: ThreadResult[] = [];
for (const threads of numbers(values.threads)) {
  const service = await startServedProcess(threads);
  const loads: LoadResult[] = [];
  try {
    await runLoad(service, images, { clients: threads, jobs: 2 * threads });
    for (const clients of numbers(values.clients)) {
      loads.push(await runLoad(service, images, { clients, jobs }));
    }
  } finally {
    await service.close();
  }
  results.push({ threads, loads });
}
console.log(formatServiceTable(results, bareMs));
if (!values['dry-run']) {
  const imageBytes = images.map(({ byteLength }) => byteLength);
  await writeFile(REPORT, formatServiceReport(results, { bareMs, imageBytes, jobs, loadBefore }));
  console.log(`\nwrote ${REPORT}`);
}
