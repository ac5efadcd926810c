import { GESTURES } from '../../../src/challenge/gesture.ts';
import type { GestureScore } from './score-clip.ts';
import type { EvaluatedClip, GestureSummary } from './summarize.ts';

/** The pooled table, the failures by name, and what happened to the other clips; as lines for a console. */
export function formatTables(
  summary: readonly GestureSummary[],
  clips: readonly EvaluatedClip[],
): string {
  const real = clips.filter(({ clip }) => clip.kind === 'real');
  const others = clips.filter(({ clip }) => clip.kind !== 'real');
  return [
    heading('Gestures, pooled over the real clips'),
    formatSummary(summary),
    heading('Real clips'),
    formatGrid([
      ['clip', 'hold', 'ask', 'gestures: seen/labelled', 'missed', 'false (gesture: s)'],
      ...real.map(realRow),
    ]),
    heading('Attacks and bad conditions'),
    formatGrid([
      ['clip', 'kind', 'hold', 'ask', 'seen', 'shown in the first lap'],
      ...others.map(otherRow),
    ]),
  ].join('\n');
}

/** The pooled table alone. */
export function formatSummary(summary: readonly GestureSummary[]): string {
  return formatGrid(summaryRows(summary));
}

/** The pooled table's cells, with its head. */
export function summaryRows(summary: readonly GestureSummary[]): string[][] {
  return [
    [
      'gesture',
      'labelled',
      'with a chance',
      'recall',
      'false / 10 min',
      'asked min',
      'recall, best neutral',
      'false / 10 min, best neutral',
      'way seen',
    ],
    ...summary.map((one) => [
      one.gesture,
      String(one.labelled),
      String(one.withChance),
      percent(one.recall),
      decimal(one.falsePer10Minutes),
      one.askedMinutes.toFixed(1),
      percent(one.recallWithBestNeutral),
      decimal(one.falseWithBestNeutralPer10Minutes),
      GESTURES[one.gesture].fewestBetween > 0 ? percent(one.withWay) : '–',
    ]),
  ];
}

function realRow({ clip, score }: EvaluatedClip): string[] {
  const own = score.gestures;
  const seen = own.filter(({ occurrences }) => occurrences.length > 0).map(formatSeen);
  const missed = own.flatMap(({ occurrences }) =>
    occurrences
      .filter(({ hits, chances }) => hits < chances || chances === 0)
      .map(({ name, fromS, hits, chances }) =>
        chances === 0 ? `${name}@${fromS} no chance` : `${name}@${fromS} ${hits}/${chances}`,
      ),
  );
  return [
    clip.name,
    seconds(score.heldAtS),
    score.askedAtS === undefined ? whyNeverAsked(score.shown) : seconds(score.askedAtS),
    seen.join(' '),
    missed.join(', '),
    own.flatMap(formatFalse).join(', '),
  ];
}

function otherRow({ clip, score }: EvaluatedClip): string[] {
  return [
    clip.name,
    [clip.kind, clip.condition].filter(Boolean).join(' '),
    seconds(score.heldAtS),
    seconds(score.askedAtS),
    score.gestures
      .filter(({ seenAtS }) => seenAtS.length > 0)
      .map(({ gesture, seenAtS }) => `${gesture}@${places(seenAtS)}`)
      .join(' '),
    score.shown.map(({ name, fromS }) => `${fromS.toFixed(1)} ${name}`).join(' → '),
  ];
}

function formatSeen({ gesture, occurrences }: GestureScore): string {
  const seen = occurrences.filter(({ hits, chances }) => chances > 0 && hits === chances).length;
  return `${gesture} ${seen}/${occurrences.length}`;
}

function formatFalse({ gesture, falseAtS, atSeamS }: GestureScore): string[] {
  return [
    ...(falseAtS.length > 0 ? [`${gesture}: ${places(falseAtS)}`] : []),
    ...(atSeamS.length > 0 ? [`(${gesture} at the seam)`] : []),
  ];
}

/** Each place once, with how often it was seen there. */
function places(atS: readonly number[]): string {
  const counts = new Map<string, number>();
  for (const at of atS) counts.set(at.toFixed(1), (counts.get(at.toFixed(1)) ?? 0) + 1);
  return [...counts].map(([at, count]) => (count > 1 ? `${at}×${count}` : at)).join(' ');
}

/** The hint that was shown longest to a person of whom no neutral face could be taken. */
export function whyNeverAsked(shown: EvaluatedClip['score']['shown']): string {
  const longest = new Map<string, number>();
  for (const { name, fromS, toS } of shown) {
    longest.set(name, (longest.get(name) ?? 0) + toS - fromS);
  }
  const [name = 'nothing'] = [...longest].sort((a, b) => b[1] - a[1])[0] ?? [];
  return `never (${name.replace('positioning: ', '')})`;
}

function percent(part: number | undefined): string {
  return part === undefined ? '–' : `${(100 * part).toFixed(0)} %`;
}

function decimal(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1);
}

function seconds(value: number | undefined): string {
  return value === undefined ? '–' : value.toFixed(1);
}

function heading(text: string): string {
  return `\n${text}\n`;
}

/** Rows of cells as lines, the columns aligned. */
export function formatGrid(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) {
    row.forEach((cell, column) => {
      widths[column] = Math.max(widths[column] ?? 0, cell.length);
    });
  }
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
