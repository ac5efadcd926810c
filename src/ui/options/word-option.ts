import type { Option } from './option.ts';

/** An option that is one of a few words. */
export function wordOption<W extends string, T extends W | undefined>(
  name: string,
  otherwise: T,
  words: readonly W[],
): Option<W | T> {
  return {
    name,
    otherwise,
    accepts: words.map((word) => `"${word}"`).join(', '),
    read: (given) => words.find((word) => word === given),
  };
}
