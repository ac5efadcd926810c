import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';
import { praise } from './praise.ts';

/** The images are on their way; the camera is off. The last gesture has just counted. */
export function submittingView(
  _state: Extract<SessionState, { name: 'submitting' }>,
  { words, gestureCount }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('sending'),
    praise: gestureCount > 0 ? praise(words, false) : undefined,
    title: words('submitting.title'),
    text: words('submitting.detail'),
  });
}
