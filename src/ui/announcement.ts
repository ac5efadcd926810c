import type { SessionState } from '../session/session-state.ts';
import type { MessageKey, Messages, Term } from './messages/messages.ts';

/**
 * What a screen reader says in a state. It depends on what is asked of the person and on nothing that runs
 * (progress, time left), so that each instruction is spoken once.
 */
export function announcement(state: SessionState, term: Term): string {
  const say = (...keys: readonly PlainKey[]): string =>
    sentences(
      term('$code'),
      keys.map((key) => term(key)),
    );
  switch (state.name) {
    case 'idle':
      return '';
    case 'preparing':
      return say('preparing.title', 'preparing.permission');
    case 'positioning':
      return state.restarted
        ? say('positioning.restarted', `hint.${state.hint}`)
        : term(`hint.${state.hint}`);
    case 'holding':
      return say('hint.hold-still', 'holding.detail');
    case 'gesture':
      return state.hint
        ? term(`hint.${state.hint}`)
        : `${term('gesture.step', state.index + 1, state.count)}: ${term(`gesture.${state.gesture}`)}`;
    case 'submitting':
      return say('submitting.title', 'submitting.detail');
    case 'judging':
      return say('judging.title', 'judging.detail');
    case 'done':
      return hasPassed(state)
        ? say('passed.title', 'passed.detail')
        : say('sent.title', 'sent.detail');
    case 'failed':
      return say(`error.${state.error.code}.title`, `error.${state.error.code}.action`);
    case 'cancelled':
      return say('cancelled.title', 'cancelled.detail');
  }
}

/** Texts that need no numbers. */
type PlainKey = { [K in MessageKey]: Messages[K] extends string ? K : never }[MessageKey];

/** What ends a sentence, where it is not a full stop. Thai leaves a space. */
const SENTENCE_ENDS: Readonly<Record<string, string>> = { hi: '।', ja: '。', th: '', zh: '。' };

/** Puts sentences one after another, with what ends them in their language, so that a voice pauses between them. */
function sentences(language: string, parts: readonly string[]): string {
  const end = SENTENCE_ENDS[language] ?? '.';
  const ended = parts.map((part) => (/[.!?。।]$/u.test(part) ? part : part + end));
  return ended.join(end === '。' ? '' : ' ');
}

/** Whether the page was told that the person passed. Without a verdict nobody here knows. */
export function hasPassed({ verdict }: Extract<SessionState, { name: 'done' }>): boolean {
  return verdict?.status === 'judged' && verdict.live;
}
