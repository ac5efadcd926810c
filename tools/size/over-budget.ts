import { type Part, type Size, sumOf } from './measure-parts.ts';

/** The largest that each part may be, and `all` of them: `size-budget.ts`. */
export type SizeBudget = Readonly<Record<string, Size>>;

/** The row of the sum. */
export const ALL = 'all';

const WAYS = {
  rawBytes: 'raw',
  gzipBytes: 'gzip',
  brotliBytes: 'brotli',
} as const satisfies Record<keyof Size, string>;

/** What is larger than it may be, or has no budget, one sentence each. */
export function overBudget(parts: readonly Part[], budget: SizeBudget): string[] {
  const measured: readonly Part[] = [...parts, { name: ALL, ...sumOf(parts) }];
  const names = measured.map(({ name }) => name);
  return [
    ...measured.flatMap((part) => {
      const most = budget[part.name];
      if (!most) return [`${part.name} has no budget.`];
      return (Object.keys(WAYS) as (keyof Size)[])
        .filter((way) => part[way] > most[way])
        .map(
          (way) => `${part.name} has ${part[way]} bytes ${WAYS[way]}, ${most[way]} are its budget.`,
        );
    }),
    ...Object.keys(budget)
      .filter((name) => !names.includes(name))
      .map((name) => `${name} has a budget, but no check loads it.`),
  ];
}
