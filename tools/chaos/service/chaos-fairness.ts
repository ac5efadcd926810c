/**
 * `npm run chaos:fairness`: honest people beside attackers who want the service for themselves. Writes its table into
 * docs/reliability.md.
 *
 * `--attacker <part of a name>` runs some of the rows beside the one without an attacker, and only prints them.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { markdownTable } from '../../bench/report/markdown-table.ts';
import { replaceSection } from '../../bench/report/replace-section.ts';
import { FAIRNESS_ATTACKERS } from './fairness-attackers.ts';
import { type FairnessResult, runFairness } from './run-fairness.ts';

const PAGE = resolve(import.meta.dirname, '../../../docs/reliability.md');
const CHECKS = 60;
/** The aim: p95 beside an attacker ÷ p95 alone. */
const LARGEST_RATIO = 2;
const { values } = parseArgs({ options: { attacker: { type: 'string', default: '' } } });

const names = Object.keys(FAIRNESS_ATTACKERS).filter(
  (name) => name === 'nobody' || name.includes(values.attacker),
);
const results: FairnessResult[] = [];
for (const name of names) {
  const result = await runFairness(name, CHECKS);
  results.push(result);
  const { refused, p50Ms, p95Ms } = result;
  console.info(`${name}: ${refused} refused, p50 ${p50Ms.toFixed(0)}, p95 ${p95Ms.toFixed(0)} ms`);
}
const alone = results[0]?.p95Ms ?? Number.NaN;
const ratioOf = ({ p95Ms }: FairnessResult): number => p95Ms / alone;
const isFair = (one: FairnessResult): boolean => one.refused === 0 && ratioOf(one) <= LARGEST_RATIO;
const rows = results.map((one) => {
  const { attacker, answered, refused, p50Ms, p95Ms } = one;
  return [
    attacker,
    answered,
    `${refused} of ${CHECKS}`,
    p50Ms.toFixed(0),
    p95Ms.toFixed(0),
    ratioOf(one).toFixed(2),
  ];
});
const HEAD = [
  'beside',
  'attacker’s requests answered',
  'honest checks refused',
  'p50, ms',
  'p95, ms',
  'p95 ÷ alone',
];
const report = [
  `${results.filter(isFair).length} of ${results.length} rows: no honest check refused, and its p95 at most ${LARGEST_RATIO} times that alone.`,
  '',
  markdownTable(HEAD, rows),
].join('\n');
if (values.attacker) console.info(report);
else await writeFile(PAGE, replaceSection(await readFile(PAGE, 'utf8'), 'chaos:fairness', report));
process.exitCode = results.every(isFair) ? 0 : 1;
