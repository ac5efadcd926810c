import { type Cell, markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import type { MeasuredEngine } from './measure-checks.ts';

const HEAD = [
  'engine',
  'whole checks',
  'Start → done, s',
  'tracked/s',
  'answer of the tracker, ms',
  'memory, MB',
] as const;

/** The table of docs/browsers.md. Pure. */
export function engineTable(reports: readonly MeasuredEngine[]): string {
  return markdownTable(HEAD, reports.map(engineRow), [2, 3, 4, 5]);
}

function engineRow({ version, checks, complaints, memoryBytes }: MeasuredEngine): Cell[] {
  const live = checks.filter(({ outcome }) => outcome.event === 'liveness-success').length;
  const quiet = complaints.length === 0 ? 'no complaint' : `${complaints.length} complaints`;
  return [
    version,
    `${live} of ${checks.length} live, ${quiet}`,
    spread(
      checks.map(({ outcome }) => outcome.tookMs / 1000),
      1,
    ),
    spread(
      checks.map((check) => check.trackedPerSecond),
      0,
    ),
    spread(
      checks.flatMap(({ trackingMs }) => trackingMs),
      0,
    ),
    memoryBytes === undefined ? '–' : Math.round(memoryBytes / 1e6),
  ];
}

/** The middle one, and from which to which nine of ten are. */
function spread(values: readonly number[], digits: number): string {
  const at = (share: number): string => percentile(values, share).toFixed(digits);
  return `${at(0.5)} (${at(0.05)}–${at(0.95)})`;
}
