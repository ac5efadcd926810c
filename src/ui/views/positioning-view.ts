import type { TemplateResult } from 'lit';
import type { Hint } from '../../challenge/hint.ts';
import type { CheckState } from '../../check/check-state.ts';
import { restDrawing } from '../drawings/gesture-drawings.ts';
import { cameraStage } from './camera-stage.ts';
import { moreTimeButton } from './help-buttons.ts';
import type { ViewContext } from './view-context.ts';

/** What a face at rest is drawn for. */
const REST: readonly Hint[] = ['look-straight', 'relax-face', 'eyes-closed', 'hold-still'];

/**
 * The person brings the face into the oval; the hint is the instruction, larger when it is there for long. Whom a time-out sent back
 * may have more time.
 */
export function positioningView(
  { hint, insists = false, restarted }: Extract<CheckState, { name: 'positioning' }>,
  context: ViewContext,
): TemplateResult {
  const { words } = context;
  return cameraStage(
    {
      instruction: words(`hint.${hint}`),
      instructionLarge: insists,
      detail: restarted ? words('positioning.restarted') : undefined,
      hint,
      ring: { kind: 'plain' },
      drawing: insists && REST.includes(hint) ? restDrawing() : undefined,
      help: restarted ? moreTimeButton(context) : undefined,
    },
    context,
  );
}
