import type { TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { emblem } from '../drawings/emblems.ts';
import { messageCard } from './message-card.ts';
import { praise } from './praise.ts';
import type { ViewContext } from './view-context.ts';

/** The images are on their way; the camera is off. The last gesture has just counted. */
export function submittingView(
  _state: Extract<CheckState, { name: 'submitting' }>,
  { words, gestureCount }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('sending'),
    praise: gestureCount > 0 ? praise(words, false) : undefined,
    title: words('submitting.title'),
    text: words('submitting.detail'),
  });
}
