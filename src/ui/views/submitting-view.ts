import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';
import { praise } from './praise.ts';

/** The images are on their way; the camera is off. The last gesture has just counted. */
export function submittingView(
  _state: Extract<SessionState, { name: 'submitting' }>,
  { term, gestureCount }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('sending'),
    praise: gestureCount > 0 ? praise(term, false) : undefined,
    title: term('submitting.title'),
    text: term('submitting.detail'),
  });
}
