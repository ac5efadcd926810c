import { markdownTable } from '../bench/report/markdown-table.ts';
import { FUZZ_ENDPOINTS } from './fuzz-case.ts';
import { type FuzzResult, type MeasuredCase, MOST_TIMES_HONEST } from './run-fuzz.ts';

const ENDPOINT_HEAD = [
  'endpoint',
  'bodies',
  'answers',
  'honest, ms of CPU',
  'dearest, × honest',
  'largest answer, bytes',
];
const WORST_HEAD = [
  '× honest',
  'ms of CPU',
  'body',
  'bytes',
  'credential',
  'length',
  'endpoint',
  'answer',
];

/** Longest answer that a refusal may have. */
export const MAX_ANSWER_BYTES = 4096;
/** Under a refused body that is larger the connection may be closed before its sender looks for the answer. */
const LARGEST_HONEST_BYTES = 2_000_000;
const WORST = 10;
const MIB = 1024 * 1024;
/** Held memory may have grown by this: compiled code, open pages of the database. */
const MOST_HELD_GROWTH_BYTES = 32 * MIB;

/** What is against the aims; empty when all are met. */
export function faultsOf({ cases, heldBytes }: FuzzResult): string[] {
  const count = (what: string, among: readonly MeasuredCase[]) =>
    among.length > 0 ? [`${among.length} ${what}, the first: ${describe(among[0])}`] : [];
  const grown = heldBytes.after - heldBytes.before;
  return [
    ...count(
      'answers of 500 and more',
      cases.filter(({ status }) => status >= 500),
    ),
    ...count(
      'requests without an answer',
      cases.filter(({ bodyBytes, status }) => status === 0 && bodyBytes <= LARGEST_HONEST_BYTES),
    ),
    ...count(
      `answers over ${MAX_ANSWER_BYTES} bytes`,
      cases.filter(({ bytes }) => bytes > MAX_ANSWER_BYTES),
    ),
    ...count(
      `requests over ${MOST_TIMES_HONEST} × an honest one`,
      cases.filter(({ timesHonest }) => timesHonest > MOST_TIMES_HONEST),
    ),
    ...(grown > MOST_HELD_GROWTH_BYTES ? [`${(grown / MIB).toFixed(0)} MB more are held`] : []),
  ];
}

/** The section of docs/reliability.md. */
export function formatFuzzReport(result: FuzzResult): string {
  const { cases, heldBytes, honestCpuMs, seed } = result;
  const rows = FUZZ_ENDPOINTS.map(({ path }) => {
    const own = cases.filter(({ case: { endpoint } }) => endpoint.path === path);
    const worst = Math.max(...own.map(({ timesHonest }) => timesHonest));
    const largest = Math.max(...own.map(({ bytes }) => bytes));
    const honest = (honestCpuMs.get(path) ?? 0).toFixed(1);
    return [`\`${path}\``, own.length, statusesOf(own), honest, worst.toFixed(1), largest];
  });
  const worst = cases.toSorted((a, b) => b.timesHonest - a.timesHonest).slice(0, WORST);
  const resident = Math.max(...cases.map(({ residentBytes }) => residentBytes));
  const faults = faultsOf(result);
  return [
    `${cases.length} bodies from seed ${seed}: ${faults.length === 0 ? 'every aim is met' : faults.join('; ')}. Memory: ${mib(resident)} MB resident at most; ${mib(heldBytes.before)} MB held before the first body, ${mib(heldBytes.after)} MB after the last.`,
    '',
    markdownTable(ENDPOINT_HEAD, rows, [1, 3, 4, 5]),
    '',
    'The ten dearest:',
    '',
    markdownTable(
      WORST_HEAD,
      worst.map((one) => [
        one.timesHonest.toFixed(1),
        one.cpuMs.toFixed(0),
        one.case.kind,
        one.bodyBytes,
        one.case.credential,
        one.case.declared ? 'declared' : 'chunked',
        `\`${one.case.endpoint.path}\``,
        one.status,
      ]),
      [0, 1, 3, 7],
    ),
  ].join('\n');
}

function statusesOf(cases: readonly MeasuredCase[]): string {
  const counts = new Map<number, number>();
  for (const { status } of cases) counts.set(status, (counts.get(status) ?? 0) + 1);
  return [...counts]
    .toSorted(([a], [b]) => a - b)
    .map(([status, count]) => `${count} × ${status === 0 ? 'closed' : status}`)
    .join(', ');
}

function describe(played: MeasuredCase | undefined): string {
  if (!played) return '';
  const { case: fuzzCase, cpuMs, status } = played;
  return `${fuzzCase.kind} to ${fuzzCase.endpoint.path}, ${status}, ${cpuMs.toFixed(0)} ms`;
}

function mib(bytes: number): string {
  return (bytes / MIB).toFixed(0);
}
