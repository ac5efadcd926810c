import type { TemplateResult } from 'lit';
import { instructionOf } from '../../challenge/gesture.ts';
import type { CheckState } from '../../check/check-state.ts';
import { gestureDrawing } from '../drawings/gesture-drawings.ts';
import { cameraStage } from './camera-stage.ts';
import { moreTimeButton, swapButton } from './help-buttons.ts';
import type { ViewContext } from './view-context.ts';

/** One gesture is asked for: in words, as a drawing, and as a segment of the ring that fills as it is made. */
export function gestureView(
  state: Extract<CheckState, { name: 'gesture' }>,
  context: ViewContext,
): TemplateResult {
  const { words } = context;
  const { gesture, index, count, hint, canSwap, swapping = false, strength, timeLeft } = state;
  const { again = false, dot, pointsAt } = state;
  return cameraStage(
    {
      instruction: words(`gesture.${instructionOf(gesture)}`),
      detail: hint && words(`hint.${hint}`),
      detailUrgent: true,
      counted: index,
      hint,
      ring: { kind: 'steps', index, count, strength },
      aim: dot && pointsAt && { dot, pointsAt, strength },
      timeLeft,
      drawing: gestureDrawing(gesture),
      // A dot is its own drawing, and a larger one would cover it.
      drawingLarge: again && !dot,
      help: canSwap ? swapButton(context, swapping) : again ? moreTimeButton(context) : undefined,
      progress: words('gesture.step', index + 1, count),
    },
    context,
  );
}
