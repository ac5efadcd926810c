/**
 * `npm run chaos:page`: the whole check in a real browser against the real service, behind a proxy that spoils each
 * request of it once, in every way. Writes its table into docs/reliability.md.
 *
 * `--request <part of a name>` and `--fault <part of a name>` run some of the cases and only print them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from '../../bench/report/replace-section.ts';
import { CHAOS_REQUESTS } from './chaos-requests.ts';
import { FAULTS } from './faults.ts';
import { faultsOf, formatPageReport } from './format-page-report.ts';
import { type Case, runCases } from './run-cases.ts';

const PAGE = resolve(import.meta.dirname, '../../../docs/reliability.md');
const { values } = parseArgs({
  options: {
    request: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    pages: { type: 'string', default: '4' },
  },
});

const cases: Case[] = CHAOS_REQUESTS.filter(({ name }) => name.includes(values.request)).flatMap(
  (request) =>
    Object.keys(FAULTS)
      .filter((fault) => fault.includes(values.fault))
      .map((fault) => ({ request, fault })),
);
const startedAtMs = performance.now();
const results = await runCases(cases, {
  pages: Number(values.pages),
  onDone: (one) => {
    const wrong = faultsOf(one).join(', ');
    const line = `${one.request} × ${one.fault}: ${one.end} in ${one.seconds.toFixed(1)} s`;
    console.info(wrong ? `✖ ${line}: ${wrong} (${one.detail})` : `✔ ${line}`);
  },
});
const report = formatPageReport(results, (performance.now() - startedAtMs) / 1000);
if (values.request || values.fault) console.info(report);
else await writeFile(PAGE, replaceSection(await readFile(PAGE, 'utf8'), 'chaos:page', report));
process.exitCode = results.some((one) => faultsOf(one).length > 0) ? 1 : 0;
