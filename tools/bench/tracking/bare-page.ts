/// <reference lib="dom" />
/** The bare recipe: the camera shown, its pictures transferred to a worker, one latest picture waiting. */
import type { BareAnswer, BareRequest } from './bare-worker.ts';
import { noteFace, showCamera } from './probe.ts';

const worker = new Worker(new URL('./bare-worker.ts', import.meta.url), { type: 'module' });
const post = (request: BareRequest, transfer: Transferable[] = []): void =>
  worker.postMessage(request, transfer);
let busy = true;
let latest: { frame: VideoFrame; capturedAtMs: number } | undefined;

function hand(): void {
  if (busy || !latest) return;
  busy = true;
  post(latest, [latest.frame]);
  latest = undefined;
}

worker.onmessage = ({ data }: MessageEvent<BareAnswer>): void => {
  busy = false;
  if (data !== 'ready' && data.seen) noteFace(data.capturedAtMs);
  hand();
};
post({
  wasmUrl: '/bare-assets/runtime.wasm',
  modelUrl: '/bare-assets/model.task',
});
void showCamera((video, capturedAtMs) => {
  latest?.frame.close();
  latest = { frame: new VideoFrame(video), capturedAtMs };
  hand();
});
