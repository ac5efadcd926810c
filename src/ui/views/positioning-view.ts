import type { TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { cameraStage } from './camera-stage.ts';
import { moreTimeButton } from './help-buttons.ts';
import type { ViewContext } from './view-context.ts';

/** The person brings the face into the oval; the hint is the instruction. Whom a time-out sent back may have more time. */
export function positioningView(
  { hint, restarted }: Extract<CheckState, { name: 'positioning' }>,
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
