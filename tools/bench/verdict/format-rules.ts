import type { Rule } from '../../../src/service/analysis/verdict/rule.ts';
import { PACED_RULES, UNPACED_RULES } from '../../../src/service/analysis/verdict/rule-lists.ts';
import { markdownTable } from '../report/markdown-table.ts';

/** The table of the rules for docs/verdict.md, in the order in which they are asked. */
export function formatRules(): string {
  const head = ['code', 'at fault', '`measured`', '`limit`', 'then the job is', 'asked of'];
  return markdownTable(head, PACED_RULES.map(row));
}

function row(rule: Rule): string[] {
  const { code, description, limits = '–', measures = '–', outcome } = rule;
  const then = outcome === 'incompleted' ? '`incompleted`' : 'not live';
  const askedOf = UNPACED_RULES.includes(rule) ? 'every submission' : 'paced sessions';
  return [`\`${code}\``, description, measures, limits, then, askedOf];
}
