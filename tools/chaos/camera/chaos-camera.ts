/**
 * `npm run chaos:camera`: the whole check in a real browser, with the simulated person before cameras that are spoilt in
 * every way. Writes its table into docs/reliability.md.
 *
 * `--fault <part of a name>` runs some of the cases and only prints them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from '../../bench/report/replace-section.ts';
import { CAMERA_FAULTS } from './camera-faults.ts';
import { faultsOf, formatCameraReport, runCameraFaults } from './run-camera-faults.ts';

const PAGE = resolve(import.meta.dirname, '../../../docs/reliability.md');
const { values } = parseArgs({ options: { fault: { type: 'string', default: '' } } });

const names = Object.keys(CAMERA_FAULTS).filter((name) => name.includes(values.fault));
const results = await runCameraFaults(names, (one) => {
  const wrong = faultsOf(one).join(', ');
  const line = `${one.fault}: ${one.end} in ${one.seconds.toFixed(1)} s`;
  console.info(wrong ? `✖ ${line}: ${wrong} (${one.detail})` : `✔ ${line}`);
});
const report = formatCameraReport(results);
if (values.fault) console.info(report);
else await writeFile(PAGE, replaceSection(await readFile(PAGE, 'utf8'), 'chaos:camera', report));
process.exitCode = results.some((one) => faultsOf(one).length > 0) ? 1 : 0;
