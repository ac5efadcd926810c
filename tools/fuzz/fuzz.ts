/**
 * `npm run fuzz [-- --seed 1] [--bodies 10000] [--dry-run]`: sends hostile bodies to every endpoint of the service, measures what each
 * costs, prints the ten dearest, and writes its section of docs/reliability.md. Fails when an aim is missed.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from '../bench/report/replace-section.ts';
import { faultsOf, formatFuzzReport } from './format-fuzz-report.ts';
import { runFuzz } from './run-fuzz.ts';

const REPORT = join(import.meta.dirname, '../../docs/reliability.md');
const SAY_EVERY = 500;

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    bodies: { type: 'string', default: '10000' },
    'dry-run': { type: 'boolean', default: false },
  },
});

const result = await runFuzz(Number(values.seed), Number(values.bodies), (done) => {
  if (done % SAY_EVERY === 0) console.log(`${done} bodies`);
});
const report = formatFuzzReport(result);
console.log(`\n${report}\n`);
if (!values['dry-run']) {
  await writeFile(REPORT, replaceSection(await readFile(REPORT, 'utf8'), 'fuzz', report));
}
const faults = faultsOf(result);
for (const fault of faults) console.error(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
