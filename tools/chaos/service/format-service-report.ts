import { markdownTable } from '../../bench/report/markdown-table.ts';
import type { ServiceResult, Unplayed } from './run-service-faults.ts';

/** Longest that a process which is not spoilt itself may leave a question for its health. */
const HEALTH_LIMIT_MS = 100;
/** What clients may be told besides: they come back with the same token, and lose nothing. */
const HARMLESS: ReadonlySet<string> = new Set(['accepted', 'later', 'spent', 'no answer']);

/** What is wrong with how a fault ended; nothing when nothing was lost, taken twice or refused for good. */
export function faultsOf(result: ServiceResult): string[] {
  const { jobs, lost, twice, replies } = result;
  const others = Object.keys(replies).filter((name) => !HARMLESS.has(name));
  return [
    ...(jobs > 0 ? [] : ['nothing was accepted']),
    ...(lost === 0 ? [] : [`${lost} accepted jobs lost`]),
    ...(twice === 0 ? [] : [`${twice} tokens taken twice`]),
    ...(others.length === 0 ? [] : [`refused as ${others.join(', ')}`]),
  ];
}

const HEAD = [
  'fault',
  'store',
  'accepted',
  'lost',
  'twice',
  '503 + retry-after',
  'no answer',
  'other',
  'health, ms',
  'seconds',
];

/** The table of docs/reliability.md. Pure. */
export function formatServiceReport(results: readonly (ServiceResult | Unplayed)[]): string {
  const played = results.filter((one): one is ServiceResult => 'jobs' in one);
  const good = played.filter((one) => faultsOf(one).length === 0).length;
  const slow = played.filter(({ healthMs }) => healthMs > HEALTH_LIMIT_MS);
  const count = (one: ServiceResult, name: string) => one.replies[name] ?? 0;
  const rows = played.map((one) => [
    one.fault.replace(' (redis)', ''),
    one.store,
    one.jobs,
    one.lost,
    one.twice,
    count(one, 'later'),
    count(one, 'no answer'),
    Object.entries(one.replies)
      .filter(([name]) => !HARMLESS.has(name))
      .map(([name, times]) => `${times} × ${name}`)
      .join(', '),
    one.healthMs.toFixed(0),
    one.seconds.toFixed(1),
  ]);
  return [
    `${good} of ${played.length} lost nothing, took nothing twice, and refused only with 503 and retry-after; ${slow.length} left a question for the health of a process that was not spoilt itself for more than ${HEALTH_LIMIT_MS} ms.`,
    '',
    markdownTable(HEAD, rows),
    ...results
      .filter((one): one is Unplayed => 'why' in one)
      .map(({ fault, why }) => `\nNot played: ${fault}, since ${why}.`),
  ].join('\n');
}
