/**
 * `npm run size [-- --write]`: builds the package, prints what a check loads in a page, by part, and fails when a part or
 * the sum is larger than `size-budget.ts` allows. With `--write` the table goes into the README.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { replaceSection } from '../bench/report/replace-section.ts';
import { buildElementPackage } from '../build/build-packages.ts';
import { PROJECT_ROOT } from '../face-model/pinned-file.ts';
import { measureParts } from './measure-parts.ts';
import { overBudget } from './over-budget.ts';
import { SIZE_BUDGET } from './size-budget.ts';
import { sizeTable } from './size-table.ts';

const README = join(PROJECT_ROOT, 'README.md');

const { values } = parseArgs({ options: { write: { type: 'boolean', default: false } } });

const folder = await mkdtemp(join(tmpdir(), 'nodeflux-size-'));
try {
  await buildElementPackage(folder);
  const parts = await measureParts(folder);
  const table = sizeTable(parts);
  console.log(table);
  if (values.write) {
    await writeFile(README, replaceSection(await readFile(README, 'utf8'), 'size', table));
  }
  const faults = overBudget(parts, SIZE_BUDGET);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
