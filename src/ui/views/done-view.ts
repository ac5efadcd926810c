import type { TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { emblem } from '../drawings/emblems.ts';
import { hasPassed } from '../words/announcement.ts';
import { messageCard } from './message-card.ts';
import type { ViewContext } from './view-context.ts';

/** Finished: passed when the verdict says so, otherwise a neutral thank-you. */
export function doneView(
  state: Extract<CheckState, { name: 'done' }>,
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
