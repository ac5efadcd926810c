import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Written by `npm run runtime:profile`. */
export const KEPT_FUNCTIONS_FILE = join(import.meta.dirname, 'kept-functions.json');

/** Which functions of one exact module are kept. */
export interface KeptFunctions {
  /** Of the module whose functions are numbered so. */
  readonly wasmSha256: string;
  /** Indices of functions that it defines. */
  readonly kept: ReadonlySet<number>;
}

/** Reads what {@link formatKeptFunctions} wrote. */
export function readKeptFunctions(text = readFileSync(KEPT_FUNCTIONS_FILE, 'utf8')): KeptFunctions {
  const { wasmSha256, kept } = JSON.parse(text) as { wasmSha256: string; kept: string[] };
  const ranges = kept.join(' ').split(' ').map(readRange);
  return { wasmSha256, kept: new Set(ranges.flat()) };
}

/** Ranges, as many on a line as are read at a glance, so that a change of the list can be reviewed. */
export function formatKeptFunctions({ wasmSha256, kept }: KeptFunctions): string {
  const lines: string[] = [];
  for (const range of rangesOf([...kept].sort((a, b) => a - b))) {
    const line = `${lines.at(-1) ?? ''} ${range}`.trim();
    if (lines.length > 0 && line.length <= 100) lines[lines.length - 1] = line;
    else lines.push(range);
  }
  return `${JSON.stringify({ wasmSha256, kept: lines }, null, 2)}\n`;
}

function rangesOf(sorted: readonly number[]): string[] {
  const ranges: [first: number, last: number][] = [];
  for (const index of sorted) {
    const range = ranges.at(-1);
    if (range && range[1] === index - 1) range[1] = index;
    else ranges.push([index, index]);
  }
  return ranges.map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
}

function readRange(range: string): number[] {
  const [first = Number.NaN, last = first] = range.split('-').map(Number);
  if (!(first <= last)) throw new RangeError(`"${range}" is no range of functions.`);
  return Array.from({ length: last - first + 1 }, (_, place) => first + place);
}
