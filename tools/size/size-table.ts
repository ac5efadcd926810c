import { allButFirst, markdownTable } from '../bench/report/markdown-table.ts';
import { type Part, type Size, sumOf } from './measure-parts.ts';

const HEAD = ['file', 'raw', 'gzip', 'brotli'];

/** What a check loads, as a Markdown table. */
export function sizeTable(parts: readonly Part[]): string {
  const rows = [...parts.map((part) => row(part.name, part)), row('**all**', sumOf(parts))];
  return markdownTable(HEAD, rows, allButFirst(HEAD));
}

function row(name: string, { rawBytes, gzipBytes, brotliBytes }: Size): string[] {
  return [name, ...[rawBytes, gzipBytes, brotliBytes].map((bytes) => `${kilobytes(bytes)} kB`)];
}

const kilobytes = (bytes: number): string => (bytes / 1000).toFixed(0);
