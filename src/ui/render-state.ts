import { html, type TemplateResult } from 'lit';
import type { SessionState, SessionStateName } from '../session/session-state.ts';
import { slottedWords } from './slotted-words.ts';
import type { ViewContext } from './view-context.ts';
import { cancelledView } from './views/cancelled-view.ts';
import { doneView } from './views/done-view.ts';
import { failedView } from './views/failed-view.ts';
import { gestureView } from './views/gesture-view.ts';
import { holdingView } from './views/holding-view.ts';
import { idleView } from './views/idle-view.ts';
import { judgingView } from './views/judging-view.ts';
import { positioningView } from './views/positioning-view.ts';
import { preparingView } from './views/preparing-view.ts';
import { submittingView } from './views/submitting-view.ts';

type View<S extends SessionState> = (state: S, context: ViewContext) => TemplateResult;

/** One view per state; a state without a view does not compile. */
const VIEWS: { readonly [N in SessionStateName]: View<Extract<SessionState, { name: N }>> } = {
  idle: idleView,
  preparing: preparingView,
  positioning: positioningView,
  holding: holdingView,
  gesture: gestureView,
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
export function renderState(
  state: SessionState,
  given: Omit<ViewContext, 'words'>,
): TemplateResult {
  const { term } = given;
  const context = { ...given, words: slottedWords(term) };
  const view = VIEWS[state.name] as View<SessionState>;
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
