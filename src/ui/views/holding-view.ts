import type { TemplateResult } from 'lit';
import type { CheckState } from '../../check/check-state.ts';
import { cameraStage } from './camera-stage.ts';
import type { ViewContext } from './view-context.ts';

/** The face is in place; the ring fills while it keeps still. */
export function holdingView(
  { progress }: Extract<CheckState, { name: 'holding' }>,
  context: ViewContext,
): TemplateResult {
  const { term, words } = context;
  return cameraStage(
    {
      instruction: words('hint.hold-still'),
      detail: words('holding.detail'),
      hint: 'hold-still',
      ring: { kind: 'fill', progress },
      progress: new Intl.NumberFormat(term('$code'), { style: 'percent' }).format(
        Math.min(1, progress),
      ),
    },
    context,
  );
}
