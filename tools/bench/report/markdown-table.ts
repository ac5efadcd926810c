/** What stands in a cell; numbers as they are. */
export type Cell = string | number;

/** A Markdown table: every report of benches and chaos commands is written with it. `toTheRight` names columns of numbers. */
export function markdownTable(
  head: readonly Cell[],
  rows: readonly (readonly Cell[])[],
  toTheRight: readonly number[] = [],
): string {
  const line = (cells: readonly Cell[]): string => `| ${cells.join(' | ')} |`;
  const rule = head.map((_, column) => (toTheRight.includes(column) ? '---:' : '---'));
  return [line(head), line(rule), ...rows.map(line)].join('\n');
}

/** All columns but the first: of tables of numbers with a name before each line. */
export function allButFirst(head: readonly Cell[]): number[] {
  return head.map((_, column) => column).slice(1);
}
