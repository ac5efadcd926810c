import type { TemplateResult } from 'lit';
import type { SessionState } from '../../session/session-state.ts';
import type { ViewContext } from '../view-context.ts';
import { cameraStage } from './camera-stage.ts';

/** The camera is being asked for and the face model loads; the ring shows real bytes. */
export function preparingView(
  { loadedBytes, totalBytes }: Extract<SessionState, { name: 'preparing' }>,
  context: ViewContext,
): TemplateResult {
  const { term, preview } = context;
  const progress = totalBytes > 0 ? Math.min(1, loadedBytes / totalBytes) : 0;
  return cameraStage(
    {
      instruction: term('preparing.title'),
      detail: preview ? undefined : term('preparing.permission'),
      ring: { kind: 'fill', progress },
      progress: totalBytes > 0 ? term('preparing.loading', Math.floor(progress * 100)) : undefined,
    },
    context,
  );
}
