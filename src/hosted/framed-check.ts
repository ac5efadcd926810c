import { MAX_FRAME_HEIGHT_PX } from '../embed/frame-protocol.ts';
import { nativeBridge } from '../embed/native-bridge.ts';
import type { NodefluxLiveness } from '../nodeflux-liveness.ts';
import { createFramePeer, type FramePeer } from './frame-peer.ts';

/** While the camera's picture is shown it is as high as its window lets it be: this is what it looks well with. */
const CHECKING_HEIGHT_PX = 720;
const CHECKING = ['preparing', 'positioning', 'holding', 'gesture'];
/** Where the service wrote down who may frame the page. */
const ORIGINS = 'meta[name=embed-origins]';

/**
 * The page around this one, or the app whose web view this is; undefined when there is neither. In a page it is only as high
 * as what is in it.
 */
export function framePeerOf(self: Window, onCancel: () => void): FramePeer | undefined {
  const { document, parent } = self;
  if (parent === self) return appAround(self);
  document.documentElement.dataset.framed = '';
  const origins = document.querySelector<HTMLMetaElement>(ORIGINS)?.content ?? '';
  const peer = createFramePeer(
    { self, parent, origins: origins.split(' ').filter(Boolean) },
    onCancel,
  );
  const fit = (): void => tellHeight(document, peer);
  new ResizeObserver(fit).observe(document.body);
  document.addEventListener('liveness-state', fit);
  return peer;
}

function appAround(self: Window): FramePeer | undefined {
  const tell = nativeBridge(self);
  tell?.({ type: 'ready' });
  return tell && { tell };
}

/** Tells the page around how a check goes: what it may show, and nothing that could be taken for a verdict. */
export function frameCheck(element: NodefluxLiveness, peer: FramePeer): void {
  element.addEventListener('liveness-success', ({ detail }) =>
    peer.tell({ type: 'success', jobId: detail.jobId }),
  );
  element.addEventListener('liveness-error', ({ detail: { code, jobId, retryable } }) =>
    peer.tell({ type: 'error', code, retryable, ...(jobId !== undefined && { jobId }) }),
  );
  element.addEventListener('liveness-cancel', () => peer.tell({ type: 'cancel' }));
}

function tellHeight(document: Document, peer: FramePeer): void {
  const state = document.querySelector('nodeflux-liveness')?.state.name;
  const isChecking = state !== undefined && CHECKING.includes(state);
  const contentPx = Math.ceil(document.body.getBoundingClientRect().height);
  const wantedPx = isChecking ? Math.max(CHECKING_HEIGHT_PX, contentPx) : contentPx;
  peer.tell({ type: 'height', heightPx: Math.min(wantedPx, MAX_FRAME_HEIGHT_PX), isChecking });
}
