import { allButFirst, markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import type { PlayedCheck } from './play-check.ts';

/** A check, by whom, and before what camera. */
export interface PersonsCheck extends PlayedCheck {
  readonly person: string;
  readonly framesPerSecond: number;
}

/** Of the cameras that are listed person by person. */
const FASTEST = 30;

/** One line for each rate, everybody counted alike however many clips show them; then who fails, and why. */
export function formatChecks(checks: readonly PersonsCheck[]): string {
  const rates = [...new Set(checks.map(({ framesPerSecond }) => framesPerSecond))].map((rate) => {
    const own = checks.filter(({ framesPerSecond }) => framesPerSecond === rate);
    const seconds = own.filter(({ outcome }) => outcome !== 'never').map((one) => one.durationS);
    return [
      rate,
      new Set(own.map(({ person }) => person)).size,
      own.length,
      ...(['alone', 'helped', 'never'] as const).map((outcome) => percent(shareOf(own, outcome))),
      `${percentile(seconds, 0.5).toFixed(1)} / ${percentile(seconds, 0.9).toFixed(1)}`,
    ];
  });
  const head = [
    'camera',
    'people',
    'checks',
    'without help',
    'helped',
    'never',
    'seconds, 50 / 90 %',
  ];
  const people = [...new Set(checks.map(({ person }) => person))].map((person) => {
    const own = checks.filter((one) => one.person === person && one.framesPerSecond === FASTEST);
    const reasons = [...new Set(own.flatMap(({ why }) => why ?? []))];
    return [
      person,
      ...(['alone', 'helped', 'never'] as const).map((outcome) => percent(shareOf(own, outcome))),
      reasons.join(', '),
    ];
  });
  return [
    markdownTable(head, rates, allButFirst(head)),
    markdownTable(
      [`${FASTEST} a second`, 'without help', 'helped', 'never', 'why'],
      people,
      [1, 2, 3],
    ),
  ].join('\n\n');
}

/** Mean of everybody's own share. */
function shareOf(checks: readonly PersonsCheck[], outcome: PlayedCheck['outcome']): number {
  const people = [...new Set(checks.map(({ person }) => person))];
  const shares = people.map((person) => {
    const own = checks.filter((one) => one.person === person);
    return own.filter((one) => one.outcome === outcome).length / own.length;
  });
  return shares.reduce((sum, share) => sum + share, 0) / people.length;
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
