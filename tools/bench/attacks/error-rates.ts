import { type Interval, wilsonInterval } from '../report/wilson-interval.ts';
import type { Presentation } from './outcome.ts';

/** What became of the presentations of one species, as ISO/IEC 30107-3 counts them. */
export interface ErrorRates {
  readonly presentations: number;
  /** Presentations that never came to an answer of the service. */
  readonly noResponse: number;
  readonly refused: number;
  readonly notLive: number;
  readonly live: number;
  /** Live ÷ answered: APCER for an attack. One minus it is BPCER. Undefined when nothing was answered. */
  readonly liveShare: number | undefined;
  readonly interval: Interval;
  /** Codes of refusals, faults of those judged not live, and where the others stopped; each with its number, most first. */
  readonly reasons: readonly (readonly [reason: string, count: number])[];
}

/** Counts the presentations of one species. What was refused by the protocol was answered. */
export function countErrorRates(presentations: readonly Presentation[]): ErrorRates {
  const countOf = (kind: string): number =>
    presentations.filter(({ outcome }) => outcome.kind === kind).length;
  const noResponse = countOf('no-response');
  const live = countOf('live');
  const answered = presentations.length - noResponse;
  const reasons = new Map<string, number>();
  for (const { outcome } of presentations) {
    for (const reason of new Set(reasonsOf(outcome))) {
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
    }
  }
  return {
    presentations: presentations.length,
    noResponse,
    refused: countOf('refused'),
    notLive: countOf('not-live'),
    live,
    liveShare: answered === 0 ? undefined : live / answered,
    interval: wilsonInterval(live, answered),
    reasons: [...reasons].toSorted((a, b) => b[1] - a[1]),
  };
}

/** Why something did not pass. */
function reasonsOf(outcome: Presentation['outcome']): readonly string[] {
  if (outcome.kind === 'refused') return [outcome.code];
  if (outcome.kind === 'no-response') return [outcome.why];
  if (outcome.kind === 'live') return [];
  const codes = outcome.faults.map(({ code }) => code);
  return codes.length > 0 ? codes : ['score below the threshold'];
}
