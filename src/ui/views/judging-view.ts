import type { TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { emblem } from '../drawings/emblems.ts';
import { messageCard } from './message-card.ts';
import type { ViewContext } from './view-context.ts';

/** The job is accepted and the verdict is awaited. */
export function judgingView(
  _state: Extract<CheckState, { name: 'judging' }>,
  { words }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('waiting'),
    title: words('judging.title'),
    text: words('judging.detail'),
  });
}
