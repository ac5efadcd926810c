import { html, type TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';

/** What went wrong in the person's words, what to do about it, and the code that support asks for. */
export function failedView(
  { error }: Extract<SessionState, { name: 'failed' }>,
  { term, onRetry }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('failed'),
    title: term(`error.${error.code}.title`),
    text: term(`error.${error.code}.action`),
    more: html`<p class="reference" part="error-code">${term('error.reference', error.code)}</p>`,
    action: error.retryable ? { label: term('action.retry'), run: onRetry } : undefined,
  });
}
