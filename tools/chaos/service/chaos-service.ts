/**
 * `npm run chaos:service`: clients submit to real processes of the service while one of them, its store or its clock is
 * spoilt. Writes its table into docs/reliability.md.
 *
 * `--fault <part of a name>` runs some of the cases and only prints them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from '../../bench/report/replace-section.ts';
import { faultsOf, formatServiceReport } from './format-service-report.ts';
import { runServiceFaults } from './run-service-faults.ts';
import { SERVICE_FAULTS } from './service-faults.ts';

const PAGE = resolve(import.meta.dirname, '../../../docs/reliability.md');
const { values } = parseArgs({ options: { fault: { type: 'string', default: '' } } });

const names = Object.keys(SERVICE_FAULTS).filter((name) => name.includes(values.fault));
let failed = false;
const results = await runServiceFaults(names, (one) => {
  if ('why' in one) {
    console.info(`– ${one.fault}: ${one.why}`);
    return;
  }
  const wrong = faultsOf(one);
  failed ||= wrong.length > 0;
  const line = `${one.fault}: ${one.jobs} jobs in ${one.seconds.toFixed(1)} s, health ${one.healthMs.toFixed(0)} ms`;
  console.info(wrong.length > 0 ? `✖ ${line}: ${wrong.join(', ')}` : `✔ ${line}`);
});
const report = formatServiceReport(results);
if (values.fault) console.info(report);
else await writeFile(PAGE, replaceSection(await readFile(PAGE, 'utf8'), 'chaos:service', report));
process.exitCode = failed ? 1 : 0;
