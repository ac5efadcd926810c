import { markdownTable } from '../../bench/report/markdown-table.ts';
import type { CaseResult } from './run-cases.ts';

/** Longest that a screen may stand still while the camera is on. */
export const STILL_LIMIT_SECONDS = 15;

/** What is wrong with how a case ended; empty when nothing is. */
export function faultsOf(one: CaseResult): string[] {
  const faults: string[] = [];
  const { end, cameraOff, longestStillSeconds, paced, jobs, hits } = one;
  if (hits === 0) faults.push('the fault was not met');
  if (end.startsWith('still ') || end === 'internal') faults.push('no end that is true');
  if (!cameraOff) faults.push('camera on');
  if (longestStillSeconds > STILL_LIMIT_SECONDS) faults.push('a still screen');
  if (end === 'success' && !paced) faults.push('a downgrade');
  if (jobs > 1) faults.push('two jobs');
  return faults;
}

const HEAD = [
  'request',
  'fault, once',
  'end',
  'seconds',
  'still, s',
  'camera off',
  'retryable',
  'what the person reads',
];

/** The table of `npm run chaos:page`. */
export function formatPageReport(results: readonly CaseResult[]): string {
  const good = results.filter((one) => faultsOf(one).length === 0);
  const healed = results.filter(({ end }) => end === 'success');
  const rows = results.map((one) => {
    const { request, fault, end, cameraOff, retryable, reads, longestStillSeconds } = one;
    const offered = retryable === undefined ? '' : retryable ? 'yes' : 'no';
    const wrong = faultsOf(one).join(', ');
    const cells = [request, fault, wrong ? `**${end}: ${wrong}**` : end, one.seconds.toFixed(1)];
    const more = [longestStillSeconds.toFixed(1), cameraOff ? 'yes' : 'no', offered];
    return [...cells, ...more, end === 'success' ? '' : reads];
  });
  return [
    `${results.length} cases: ${good.length} end in success or in a typed error that is true; ${healed.length} heal without the person noticing. ` +
      `Longest still screen with the camera on: ${Math.max(...results.map((one) => one.longestStillSeconds)).toFixed(1)} s. ` +
      `Tokens spent twice: ${results.filter(({ jobs }) => jobs > 1).length}. Downgrades: ${results.filter(({ end, paced }) => end === 'success' && !paced).length}.`,
    '',
    markdownTable(HEAD, rows),
  ].join('\n');
}
