import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { hasPassed } from '../announcement.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';

/** Finished: passed when the verdict says so, otherwise a neutral thank-you. */
export function doneView(
  state: Extract<SessionState, { name: 'done' }>,
  { words }: ViewContext,
): TemplateResult {
  return hasPassed(state)
    ? messageCard({
        picture: emblem('passed'),
        title: words('passed.title'),
        text: words('passed.detail'),
      })
    : messageCard({
        picture: emblem('sent'),
        title: words('sent.title'),
        text: words('sent.detail'),
      });
}
