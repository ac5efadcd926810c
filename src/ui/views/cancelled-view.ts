import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';

/** The person stopped the check. */
export function cancelledView(
  _state: Extract<SessionState, { name: 'cancelled' }>,
  { words, onRetry }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('cancelled'),
    title: words('cancelled.title'),
    text: words('cancelled.detail'),
    action: { label: words('action.restart'), run: onRetry },
  });
}
