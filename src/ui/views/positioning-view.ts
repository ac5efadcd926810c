import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import type { ViewContext } from '../view-context.ts';
import { cameraStage } from './camera-stage.ts';
import { moreTimeButton } from './help-buttons.ts';

/** The person brings the face into the oval; the hint is the instruction. Whom a time-out sent back may have more time. */
export function positioningView(
  { hint, restarted }: Extract<SessionState, { name: 'positioning' }>,
  context: ViewContext,
): TemplateResult {
  const { words } = context;
  return cameraStage(
    {
      instruction: words(`hint.${hint}`),
      detail: restarted ? words('positioning.restarted') : undefined,
      hint,
      ring: { kind: 'plain' },
      help: restarted ? moreTimeButton(context) : undefined,
    },
    context,
  );
}
