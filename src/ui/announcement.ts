import type { SessionState } from '../session/session-state.ts';
import type { Term } from './messages/messages.ts';

/**
 * What a screen reader says in a state. It depends on what is asked of the person and on nothing that runs
 * (progress, time left), so that each instruction is spoken once.
 */
export function announcement(state: SessionState, term: Term): string {
  switch (state.name) {
    case 'idle':
      return '';
    case 'preparing':
      return `${term('preparing.title')}. ${term('preparing.permission')}.`;
    case 'positioning': {
      const hint = term(`hint.${state.hint}`);
      return state.restarted ? `${term('positioning.restarted')}. ${hint}` : hint;
    }
    case 'holding':
      return `${term('hint.hold-still')}. ${term('holding.detail')}.`;
    case 'gesture':
      return state.hint
        ? term(`hint.${state.hint}`)
        : `${term('gesture.step', state.index + 1, state.count)}: ${term(`gesture.${state.gesture}`)}`;
    case 'submitting':
      return `${term('submitting.title')}. ${term('submitting.detail')}`;
    case 'judging':
      return `${term('judging.title')}. ${term('judging.detail')}`;
    case 'done':
      return hasPassed(state)
        ? `${term('passed.title')}. ${term('passed.detail')}`
        : `${term('sent.title')}. ${term('sent.detail')}`;
    case 'failed':
      return `${term(`error.${state.error.code}.title`)}. ${term(`error.${state.error.code}.action`)}`;
    case 'cancelled':
      return `${term('cancelled.title')}. ${term('cancelled.detail')}`;
  }
}

/** Whether the page was told that the person passed. Without a verdict nobody here knows. */
export function hasPassed({ verdict }: Extract<SessionState, { name: 'done' }>): boolean {
  return verdict?.status === 'judged' && verdict.live;
}
