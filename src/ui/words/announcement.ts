import { instructionOf } from '../../challenge/gesture.ts';
import type { CheckState } from '../../check/check-state.ts';
import { hintOf } from './hint-of.ts';
import type { MessageKey, Messages, Term } from './messages/messages.ts';

/** What is to be known by ear. Whole sentences, ended as in their language. */
export interface Announcement {
  /** What holds for a while, each said when it begins: that time ran out, that a gesture counted and which comes. */
  readonly circumstances: readonly string[];
  /** What to do, or what happens; empty where the person is reading. */
  readonly instruction: string;
}

/**
 * What a screen reader is to say in a state. It depends on what is asked of the person and on nothing that runs
 * (progress, time left), so that each instruction is spoken once.
 */
export function announcement(state: CheckState, moreTime: boolean, term: Term): Announcement {
  const say: Say = (...keys) =>
    sentences(
      term,
      keys.map((key) => term(key)),
    );
  const circumstances = moreTime ? [say('start.more-time')] : [];
  if (state.name === 'positioning' && state.restarted) {
    circumstances.push(say('positioning.restarted'));
  }
  // Once more: it was not heard, or not understood.
  if (state.name === 'positioning' && state.insists) circumstances.push(say(`hint.${state.hint}`));
  if (state.name === 'gesture') {
    const praise = state.index > 0 ? [term('gesture.counted')] : [];
    const step = term('gesture.step', state.index + 1, state.count);
    circumstances.push(sentences(term, [...praise, step]));
  }
  return { circumstances, instruction: instruction(state, say) };
}

type Say = (...keys: readonly PlainKey[]) => string;

function instruction(state: CheckState, say: Say): string {
  switch (state.name) {
    case 'idle':
      return '';
    case 'preparing':
      return say('preparing.title', 'preparing.permission');
    case 'positioning':
      return say(`hint.${state.hint}`);
    case 'holding':
      return say('hint.hold-still', 'holding.detail');
    case 'gesture': {
      const wanted = `gesture.${instructionOf(state.gesture)}` as const;
      if (!state.hint) return say(wanted);
      const hint = `hint.${state.hint}` as const;
      // It may be long ago that it was said what is asked.
      return state.again && state.hint === 'more-slowly' ? say(hint, wanted) : say(hint);
    }
    case 'handoff':
      return state.isOpened
        ? say('handoff.running-title', 'handoff.running')
        : say('handoff.title', 'handoff.scan');
    case 'submitting':
      return say('submitting.title', 'submitting.detail');
    case 'judging':
      return say('judging.title', 'judging.detail');
    case 'done':
      return hasPassed(state)
        ? say('passed.title', 'passed.detail')
        : say('sent.title', 'sent.detail');
    case 'failed': {
      const hint = hintOf(state.error);
      const { code } = state.error;
      const said = [`error.${code}.title`, `error.${code}.action`] as const;
      return hint ? say(...said, `hint.${hint}`) : say(...said);
    }
    case 'cancelled':
      return say('cancelled.title', 'cancelled.detail');
  }
}

/** Texts that need no numbers. */
type PlainKey = { [K in MessageKey]: Messages[K] extends string ? K : never }[MessageKey];

/** What ends a sentence, where it is not a full stop. Thai leaves a space. */
const SENTENCE_ENDS: Readonly<Record<string, string>> = { hi: '।', ja: '。', th: '', zh: '。' };

/** Puts sentences one after another, with what ends them in their language, so that a voice pauses between them. */
function sentences(term: Term, parts: readonly string[]): string {
  const end = SENTENCE_ENDS[term('$code')] ?? '.';
  const ended = parts.map((part) => (/[.!?。।]$/u.test(part) ? part : part + end));
  return ended.join(end === '。' ? '' : ' ');
}

/** Whether the page was told that the person passed. Without a verdict nobody here knows. */
export function hasPassed({ verdict }: Extract<CheckState, { name: 'done' }>): boolean {
  return verdict?.status === 'judged' && verdict.live;
}
