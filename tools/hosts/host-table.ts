import { markdownTable } from '../bench/report/markdown-table.ts';
import { HOSTS } from './hosts.ts';

/** What is asked of a host, in the order of the columns. */
export const QUESTIONS = [
  'install',
  'types',
  'dev',
  'build',
  'check',
  'properties',
  'events',
  'rendered',
] as const;

export type Question = (typeof QUESTIONS)[number];

/** `–` where a host has no such thing. */
export type Answers = Partial<Record<Question, boolean>>;

/** What was seen of one host. */
export interface HostResult {
  readonly title: string;
  /** Of what it is made of. */
  readonly version: string;
  readonly answers: Answers;
}

const HEAD = [
  'host',
  'version',
  'install',
  'types',
  'dev server',
  'production build',
  'whole check',
  'properties',
  'events',
  'rendered on a server',
];

/** The table of `docs/hosts.md`; hosts that were not run keep the rows that they have there. */
export function hostTable(results: readonly HostResult[], page: string): string {
  const known = new Map(
    [...page.matchAll(/^\| (.+?) \|.*\|$/gm)].map((match) => [match[1], match[0]] as const),
  );
  const rows = HOSTS.flatMap(({ title }) => {
    const result = results.find((one) => one.title === title);
    if (result) return [rowOf(result)];
    const old = known.get(title);
    return old
      ? [
          old
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ]
      : [];
  });
  return markdownTable(HEAD, rows);
}

function rowOf({ title, version, answers }: HostResult): string[] {
  const cell = (question: Question): string => {
    const answer = answers[question];
    return answer === undefined ? '–' : answer ? 'yes' : '**no**';
  };
  return [title, version || '–', ...QUESTIONS.map(cell)];
}
