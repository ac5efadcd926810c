import type { Option } from './option.ts';

/** What a number may be. */
export interface NumberRange {
  readonly smallest: number;
  readonly largest: number;
  /** Whether fractions are refused. */
  readonly whole?: boolean;
}

/** An option that is a number within a range; the string of a number is one, an empty one is not. */
export function numberOption<T extends number | undefined>(
  name: string,
  otherwise: T,
  { smallest, largest, whole = false }: NumberRange,
): Option<number | T> {
  const kind = whole ? 'a whole number' : 'a number';
  return {
    name,
    otherwise,
    accepts: `${kind} from ${smallest} to ${largest}`,
    read(given) {
      const isBlank = typeof given === 'string' && given.trim() === '';
      const value = typeof given === 'string' && !isBlank ? Number(given) : given;
      if (typeof value !== 'number' || Number.isNaN(value)) return undefined;
      if (value < smallest || value > largest) return undefined;
      return whole && !Number.isInteger(value) ? undefined : value;
    },
  };
}
