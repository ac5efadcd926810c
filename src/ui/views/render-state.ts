import { html, type TemplateResult } from 'lit';
import type { CheckState, CheckStateName } from '../../check/check-state.ts';
import { slottedWords } from '../words/slotted-words.ts';
import { cancelledView } from './cancelled-view.ts';
import { doneView } from './done-view.ts';
import { failedView } from './failed-view.ts';
import { gestureView } from './gesture-view.ts';
import { handOffView } from './hand-off-view.ts';
import { holdingView } from './holding-view.ts';
import { idleView } from './idle-view.ts';
import { judgingView } from './judging-view.ts';
import { positioningView } from './positioning-view.ts';
import { preparingView } from './preparing-view.ts';
import { submittingView } from './submitting-view.ts';
import type { ViewContext } from './view-context.ts';

type View<S extends CheckState> = (state: S, context: ViewContext) => TemplateResult;

/** One view per state; a state without a view does not compile. */
const VIEWS: { readonly [N in CheckStateName]: View<Extract<CheckState, { name: N }>> } = {
  idle: idleView,
  preparing: preparingView,
  positioning: positioningView,
  holding: holdingView,
  gesture: gestureView,
  handoff: handOffView,
  submitting: submittingView,
  judging: judgingView,
  done: doneView,
  failed: failedView,
  cancelled: cancelledView,
};

/**
 * Everything the person sees in a state. Pure: the same state and context give the same template.
 * The status line stays in place through all states, because screen readers speak only changes of what was there.
 */
export function renderState(state: CheckState, given: Omit<ViewContext, 'words'>): TemplateResult {
  const { term } = given;
  const context = { ...given, words: slottedWords(term) };
  const view = VIEWS[state.name] as View<CheckState>;
  return html`
    <div
      class="base"
      part="base"
      data-state=${state.name}
      lang=${term('$code')}
      dir=${term('$dir')}
      ?data-awaiting-words=${!context.wordsReady}
    >
      ${view(state, context)}
      <p class="visually-hidden" role="status">${context.said}</p>
    </div>
  `;
}
