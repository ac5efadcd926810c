import { cpus, totalmem } from 'node:os';
import { allButFirst, markdownTable } from '../report/markdown-table.ts';
import type { LoadResult } from './run-load.ts';

/** The loads that one number of threads was put under. */
export interface ThreadResult {
  readonly threads: number;
  readonly loads: readonly LoadResult[];
}

const HEAD = [
  'threads',
  'clients',
  'jobs/s',
  'job p50',
  'job p95',
  'p50 ÷ bare',
  'API p50',
  'API p95',
  'submit p95',
  'memory',
];

/** The measurements as a Markdown table. */
export function formatServiceTable(results: readonly ThreadResult[], bareMs: number): string {
  const ms = (value: number) => `${value < 20 ? value.toFixed(1) : value.toFixed(0)} ms`;
  const rows = results.flatMap(({ loads, threads }) =>
    loads.map((load) => [
      String(threads),
      String(load.clients),
      load.jobsPerSecond.toFixed(2),
      ms(load.jobP50Ms),
      ms(load.jobP95Ms),
      (load.jobP50Ms / bareMs).toFixed(2),
      ms(load.apiP50Ms),
      ms(load.apiP95Ms),
      ms(load.submitP95Ms),
      `${(load.memoryBytes / 1e6).toFixed(0)} MB`,
    ]),
  );
  return markdownTable(HEAD, rows, [0, ...allButFirst(HEAD)]);
}

/** The page docs/bench-service.md. */
export function formatServiceReport(
  results: readonly ThreadResult[],
  {
    bareMs,
    imageBytes,
    jobs,
    loadBefore,
  }: { bareMs: number; imageBytes: readonly number[]; jobs: number; loadBefore: number },
): string {
  const [cpu] = cpus();
  const isBusy = loadBefore > cpus().length / 2;
  return `# How fast the service is

Written by \`npm run bench:service\`. Run it on your own machine before you choose one: ratios travel, milliseconds do not.

- Machine: ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${(totalmem() / 1e9).toFixed(0)} GB, Node ${process.versions.node}; load average ${loadBefore.toFixed(1)} before it began; clients and service share the cores.${isBusy ? '\n- **The machine was busy with other work: every time below is too long, and lines cannot be compared.** Run it again when it is quiet.' : ''}
- A job is ${imageBytes.length} images of the drawn person (${imageBytes.map((bytes) => `${(bytes / 1000).toFixed(0)} kB`).join(', ')}), as a check of three gestures sends. ${jobs} jobs per line.
- **Bare model time** of one job, decoding and both models in one thread with nothing around: **${bareMs.toFixed(0)} ms** (median).

${formatServiceTable(results, bareMs)}

- *job*: from the start of the submission until the result was read, waiting for other clients’ jobs included.
- *p50 ÷ bare*: what HTTP, the checks of the images, the database (which waits for the disk twice per job) and the queue cost on top of the models.
- *API*: answers to signatures, tokens and results, measured at the client while the threads were busy.
- *submit*: answers to submissions, upload included. The images are checked, and on disk, before the 202.
- *memory*: resident memory of the whole service process, the highest that was seen.
`;
}
