/**
 * `npm run bench:engines [-- --checks 10] [--engines chromium,firefox,webkit] [--dry-run]`: whole checks in each engine that is
 * there, in one run; prints the table and writes it into docs/browsers.md (not with `--dry-run`).
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ENGINE_NAMES, type EngineName, readEngineName } from '../../engines/engine-tab.ts';
import { missingEngine } from '../../engines/missing-engine.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import { serveDemo } from '../../served-demo.ts';
import { replaceSection } from '../report/replace-section.ts';
import { engineTable } from './format-engines.ts';
import { type MeasuredEngine, measureChecks } from './measure-checks.ts';

const REPORT = join(PROJECT_ROOT, 'docs/browsers.md');

const { values } = parseArgs({
  options: {
    checks: { type: 'string', default: '10' },
    engines: { type: 'string', default: ENGINE_NAMES.join() },
    'dry-run': { type: 'boolean', default: false },
  },
});
process.chdir(PROJECT_ROOT);

const reports: MeasuredEngine[] = [];
const [loadBefore = 0] = loadavg();
for (const engine of values.engines.split(',').map(readEngineName)) {
  const missing = missingEngine(engine);
  if (missing) console.log(`Not measured: ${missing}`);
  else reports.push(await measureEngine(engine));
}
const table = engineTable(reports);
const [cpu] = cpus();
const note = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpu?.model.trim()}, no graphics card; load average ${loadBefore.toFixed(1)} before it began. Middle values, with the range of nine in ten; memory is that of all processes of the browser after the last of ${values.checks} checks.`;
console.log(`\n${table}\n\n${note}`);
for (const { version, complaints } of reports) {
  for (const complaint of complaints) console.log(`${version}: ${complaint}`);
}
if (!values['dry-run']) {
  const page = await readFile(REPORT, 'utf8');
  await writeFile(REPORT, replaceSection(page, 'engines', `${table}\n\n${note}`));
}
process.exit();

async function measureEngine(engine: EngineName): Promise<MeasuredEngine> {
  const demo = await serveDemo();
  return measureChecks(engine, demo, Number(values.checks)).finally(demo.close);
}
