import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { hasPassed } from '../announcement.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';

/** Finished: passed when the verdict says so, otherwise a neutral thank-you. */
export function doneView(
  state: Extract<SessionState, { name: 'done' }>,
  { term }: ViewContext,
): TemplateResult {
  return hasPassed(state)
    ? messageCard({
        picture: emblem('passed'),
        title: term('passed.title'),
        text: term('passed.detail'),
      })
    : messageCard({
        picture: emblem('sent'),
        title: term('sent.title'),
        text: term('sent.detail'),
      });
}
