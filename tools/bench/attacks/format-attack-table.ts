import { markdownTable } from '../report/markdown-table.ts';
import type { Interval } from '../report/wilson-interval.ts';
import { countErrorRates } from './error-rates.ts';
import type { Presentation } from './outcome.ts';

/** What a table says of a species beside its numbers. */
export interface SpeciesNote {
  readonly name: string;
  readonly does: string;
}

const MOST_REASONS = 3;

/** Attacks in front of the camera and lying clients: one line for each species and pool, the worst of both last. */
export function formatAttackTable(
  presentations: readonly Presentation[],
  species: readonly SpeciesNote[],
): string {
  const head = [
    'species',
    'asked',
    'n',
    'APNRR',
    'refused',
    'not live',
    'live',
    '**APCER**',
    '95 %',
    'why not',
  ];
  const rows = species.flatMap(({ name, does }) =>
    (['random', 'best'] as const).flatMap((pool) => {
      const own = presentations.filter((one) => one.species === name && one.pool === pool);
      if (own.length === 0) return [];
      const rates = countErrorRates(own);
      const { live, noResponse, notLive, refused } = rates;
      return [
        [
          pool === 'random' ? `**${name}**: ${does}` : `${name}`,
          pool === 'random' ? 'any' : 'what suits it',
          String(own.length),
          percent(noResponse / own.length),
          String(refused),
          String(notLive),
          String(live),
          rates.liveShare === undefined ? '–' : `**${percent(rates.liveShare)}**`,
          rates.liveShare === undefined ? '–' : formatInterval(rates.interval),
          formatReasons(rates.reasons),
        ],
      ];
    }),
  );
  return markdownTable(head, rows, [2, 3, 4, 5, 6, 7, 8]);
}

/** Honest people: one line for each species, and one for all. */
export function formatBonaFideTable(
  presentations: readonly Presentation[],
  species: readonly SpeciesNote[],
): string {
  const head = ['bona fide', 'n', 'BPNRR', 'not live', 'live', '**BPCER**', '95 %', 'why not'];
  const lineOf = (title: string, own: readonly Presentation[]): string[] => {
    const { interval, live, liveShare, noResponse, notLive, reasons, refused } =
      countErrorRates(own);
    const rejected: Interval = { low: 1 - interval.high, high: 1 - interval.low };
    return [
      title,
      String(own.length),
      percent(noResponse / own.length),
      String(notLive + refused),
      String(live),
      liveShare === undefined ? '–' : `**${percent(1 - liveShare)}**`,
      liveShare === undefined ? '–' : formatInterval(rejected),
      formatReasons(reasons),
    ];
  };
  const rows = species.flatMap(({ name, does }) => {
    const own = presentations.filter((one) => one.species === name);
    return own.length === 0 ? [] : [lineOf(`**${name}**: ${does}`, own)];
  });
  if (rows.length > 1) rows.push(lineOf('**all**', presentations));
  return markdownTable(head, rows, [1, 2, 3, 4, 5, 6]);
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}

function formatInterval({ low, high }: Interval): string {
  return `${Math.round(100 * low)}–${Math.round(100 * high)} %`;
}

function formatReasons(reasons: readonly (readonly [string, number])[]): string {
  const shown = reasons.slice(0, MOST_REASONS).map(([reason, count]) => `${reason} (${count})`);
  const left = reasons.length - shown.length;
  return [...shown, ...(left > 0 ? [`${left} more`] : [])].join(', ');
}
