import type { LinkState } from './link-state.ts';
import type { ResultAnswer } from './result-answer.ts';

/** What the integrator's backend tells the page of a check that was handed over. Job and verdict are there once it has passed. */
export interface HandOffState {
  readonly state: LinkState;
  readonly jobId?: string;
  readonly verdict?: ResultAnswer;
}
