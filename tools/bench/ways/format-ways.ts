import { GESTURES } from '../../../src/challenge/gesture.ts';
import { markdownTable } from '../report/markdown-table.ts';
import { percentile } from '../report/percentile.ts';
import type { SeenWay } from './look-at-way.ts';
import type { PlayedWay } from './play-ways.ts';

/** A way, and what page and service make of it. */
export interface JudgedWay extends PlayedWay, SeenWay {
  readonly clip: string;
  readonly person: string;
  /** Of the clip's pictures one of so many was left. Clips have 24 to 30 a second. */
  readonly every: number;
}

/** One line for heads and mouths at each rate: how many ways the page takes, and how many of these the service finds. */
export function formatWays(ways: readonly JudgedWay[]): string {
  const groups = groupBy(
    ways,
    ({ every, gesture }) => `${GESTURES[gesture].moves}, ${Math.round(30 / every)} a second`,
  );
  const rows = [...groups].map(([name, group]) => {
    const taken = group.filter(({ isTaken }) => isTaken);
    const lost = taken.filter(({ fault }) => fault);
    const apart = group.flatMap(({ parts }) =>
      parts.map(([page, service]) => Math.abs(service - page)),
    );
    const losers = groupBy(lost, ({ person, fault, gesture }) => `${person} ${gesture}: ${fault}`);
    return [
      name,
      String(new Set(group.map(({ person }) => person)).size),
      String(new Set(group.map(({ clip, fromS, gesture }) => `${clip} ${gesture} ${fromS}`)).size),
      String(group.length),
      String(taken.length),
      `${taken.length - lost.length} of ${taken.length}`,
      [0.5, 0.9, 0.99].map((share) => percentile(apart, share).toFixed(2)).join(' / '),
      [...losers].map(([who, one]) => `${who} (${one.length})`).join(', '),
    ];
  });
  const head = [
    'what moves',
    'people',
    'events',
    'seen',
    'the page takes the way',
    'the service, too',
    'parts apart, 50 / 90 / 99 %',
    'not found',
  ];
  return markdownTable(head, rows);
}

function groupBy<T>(values: readonly T[], nameOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const name = nameOf(value);
    groups.set(name, [...(groups.get(name) ?? []), value]);
  }
  return groups;
}
