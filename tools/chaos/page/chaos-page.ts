/**
 * `npm run chaos:page`: the whole check in a real browser against the real service, behind a proxy that spoils each
 * request of it once, in every way. Writes its table into docs/reliability.md.
 *
 * `--request <part of a name>` and `--fault <part of a name>` run some of the cases and only print them. With
 * `--keep <file>` the results are kept there from run to run, and the table is written once all cases are in it: a whole
 * run can be made in parts.
 */
import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from '../../bench/report/replace-section.ts';
import { CHAOS_REQUESTS } from './chaos-requests.ts';
import { FAULTS } from './faults.ts';
import { faultsOf, formatPageReport } from './format-page-report.ts';
import { type Case, type CaseResult, runCases } from './run-cases.ts';

const PAGE = resolve(import.meta.dirname, '../../../docs/reliability.md');
const { values } = parseArgs({
  options: {
    request: { type: 'string', default: '' },
    fault: { type: 'string', default: '' },
    pages: { type: 'string', default: '4' },
    keep: { type: 'string' },
  },
});

const all: Case[] = CHAOS_REQUESTS.flatMap((request) =>
  Object.keys(FAULTS).map((fault) => ({ request, fault })),
);
const cases = all.filter(
  ({ request, fault }) => request.name.includes(values.request) && fault.includes(values.fault),
);
const results = await runCases(cases, {
  pages: Number(values.pages),
  onDone: (one) => {
    const wrong = faultsOf(one).join(', ');
    const line = `${one.request} × ${one.fault}: ${one.end} in ${one.seconds.toFixed(1)} s`;
    console.info(wrong ? `✖ ${line}: ${wrong} (${one.detail})` : `✔ ${line}`);
  },
});
const kept = await keep(values.keep, results);
const whole = all.flatMap(({ request, fault }) =>
  kept.filter((one) => one.request === request.name && one.fault === fault),
);
if (whole.length === all.length) {
  const page = await readFile(PAGE, 'utf8');
  await writeFile(PAGE, replaceSection(page, 'chaos:page', formatPageReport(whole)));
} else console.info(formatPageReport(results));
process.exitCode = results.some((one) => faultsOf(one).length > 0) ? 1 : 0;

/** These results and those of earlier runs, as the file has them from now on. */
async function keep(
  file: string | undefined,
  fresh: readonly CaseResult[],
): Promise<readonly CaseResult[]> {
  if (!file) return fresh;
  const earlier: CaseResult[] = existsSync(file) ? JSON.parse(await readFile(file, 'utf8')) : [];
  const isNew = ({ request, fault }: CaseResult) =>
    !fresh.some((one) => one.request === request && one.fault === fault);
  const both = [...earlier.filter(isNew), ...fresh];
  await writeFile(file, JSON.stringify(both, undefined, 1));
  return both;
}
