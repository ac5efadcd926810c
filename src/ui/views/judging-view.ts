import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';

/** The job is accepted and the verdict is awaited. */
export function judgingView(
  _state: Extract<SessionState, { name: 'judging' }>,
  { words }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('waiting'),
    title: words('judging.title'),
    text: words('judging.detail'),
  });
}
