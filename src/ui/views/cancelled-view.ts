import type { TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { emblem } from '../drawings/emblems.ts';
import { messageCard, retryHint } from './message-card.ts';
import type { ViewContext } from './view-context.ts';

/** The person stopped the check. */
export function cancelledView(
  _state: Extract<CheckState, { name: 'cancelled' }>,
  { words, canRetry, onRetry }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('cancelled'),
    title: words('cancelled.title'),
    text: words('cancelled.detail'),
    more: canRetry ? undefined : retryHint(words),
    action: canRetry ? { label: words('action.restart'), run: onRetry } : undefined,
  });
}
