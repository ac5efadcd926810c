import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import { emblem } from '../emblems.ts';
import type { ViewContext } from '../view-context.ts';
import { messageCard } from './message-card.ts';

/** The images are on their way; the camera is off. */
export function submittingView(
  _state: Extract<SessionState, { name: 'submitting' }>,
  { term }: ViewContext,
): TemplateResult {
  return messageCard({
    picture: emblem('waiting'),
    title: term('submitting.title'),
    text: term('submitting.detail'),
  });
}
