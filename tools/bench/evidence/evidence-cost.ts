/**
 * `npm run bench:evidence [-- --checks 10] [--dry-run]`: what the evidence costs a person and a service: the same whole check without
 * it, with the way between rest and gesture, and with dots besides, in turn. Writes the table of docs/evidence.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { GESTURE_NAMES } from '../../../src/challenge/gesture.ts';
import type { ServiceSettings } from '../../../src/service/index.ts';
import type { Pacing } from '../../../src/submission/pacing.ts';
import { type DemoStage, startDemoStage } from '../../demo-stage.ts';
import { PROJECT_ROOT } from '../../face-model/pinned-file.ts';
import { checkOutcome, followCheck } from '../../follow-check.ts';
import { allButFirst, markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import { replaceSection } from '../report/replace-section.ts';

const REPORT = join(PROJECT_ROOT, 'docs/evidence.md');
/** Without the blink, which a service that paces asks nobody for who can do something else. */
const FREE = GESTURE_NAMES.filter((name) => name !== 'blink');

/** One kind of check. */
interface Arm {
  readonly name: string;
  readonly service: Partial<Pick<ServiceSettings, 'pacing' | 'sessionGestures'>>;
  readonly pacing: Pacing;
}

const ARMS: readonly Arm[] = [
  { name: 'one frame a gesture, not paced', service: { pacing: 'off' }, pacing: 'off' },
  {
    name: 'paced, with the way there',
    service: { sessionGestures: FREE },
    pacing: 'required',
  },
  { name: 'as built: with dots', service: {}, pacing: 'required' },
];

/** What one check cost, from Start to its verdict. */
interface Cost {
  readonly event: string;
  readonly seconds: number;
  readonly uploadedKb: number;
  /** Of the backend and its service, in one process with this bench, which is idle meanwhile. */
  readonly cpuMs: number;
}

const { values } = parseArgs({
  options: {
    checks: { type: 'string', default: '10' },
    'dry-run': { type: 'boolean', default: false },
  },
});
process.chdir(PROJECT_ROOT);
const [loadBefore = 0] = loadavg();
const stages: DemoStage[] = [];
// One after the other: the first makes the model that all serve.
for (const { service } of ARMS) stages.push(await startDemoStage([], service));
const costs = ARMS.map((): Cost[] => []);
try {
  // In turn, so that whatever else the machine does is shared by all; the first round warms up.
  for (let round = -1; round < Number(values.checks); round++) {
    for (const [place, arm] of ARMS.entries()) {
      const cost = await measureCheck(stages[place] as DemoStage, arm);
      console.error(arm.name, cost);
      if (round >= 0) costs[place]?.push(cost);
    }
  }
} finally {
  await Promise.all(stages.map((stage) => stage.close()));
}

const head = ['a check', 'live', 'seconds', 'uploaded', 'CPU of the backend'];
const table = markdownTable(
  head,
  ARMS.map(({ name }, place) => {
    const all = costs[place] ?? [];
    const live = all.filter(({ event }) => event === 'liveness-success');
    const spread = (of: (cost: Cost) => number, digits: number): string =>
      [0.5, 0.05, 0.95].map((part) => percentile(live.map(of), part).toFixed(digits)).join(' / ');
    return [
      name,
      `${live.length} of ${all.length}`,
      spread(({ seconds }) => seconds, 1),
      `${spread(({ uploadedKb }) => uploadedKb, 0)} kB`,
      `${spread(({ cpuMs }) => cpuMs, 0)} ms`,
    ];
  }),
  allButFirst(head),
);
const note = `${new Date().toISOString().slice(0, 10)}, ${cpus().length} × ${cpus()[0]?.model.trim()}, load average ${loadBefore.toFixed(1)} before it began. Median / 5 % / 95 %, of checks that ended live, with the drawn person, from Start to the verdict; camera and model are warm.`;
console.log(`\n${table}\n\n${note}`);
if (!values['dry-run']) {
  const page = await readFile(REPORT, 'utf8');
  await writeFile(REPORT, replaceSection(page, 'cost', `${table}\n\n${note}`));
}
process.exit();

async function measureCheck(stage: DemoStage, { pacing }: Arm): Promise<Cost> {
  const { page, context, close } = await stage.open('/', { simulated: true });
  let uploadedBytes = 0;
  context.on('request', (request) => {
    uploadedBytes += request.postDataBuffer()?.length ?? 0;
  });
  try {
    await page.evaluate(followCheck, { pacing, gestures: FREE });
    const before = process.cpuUsage();
    await page.getByRole('button', { name: 'Start' }).click();
    const { event, tookMs } = await page.evaluate(checkOutcome);
    const { system, user } = process.cpuUsage(before);
    return {
      event,
      seconds: tookMs / 1000,
      uploadedKb: uploadedBytes / 1000,
      cpuMs: (user + system) / 1000,
    };
  } finally {
    await close();
  }
}
