/** The module worker that the face tracker lives in; one per page. */
import * as Comlink from 'comlink';
import { LivenessError } from '../errors.ts';
import { ContextLostError, FaceGraph } from './face-graph.ts';
import type { FaceSignals } from './face-signals.ts';
import { type FaceAssets, type LoadProgress, loadAssets } from './load-assets.ts';
import type { FrameSize } from './measure-face.ts';
import { SteadyGraph } from './steady-graph.ts';
import { type WireError, wireError } from './worker-errors.ts';

let graph: SteadyGraph | undefined;

const tracker = {
  async load(assets: FaceAssets, onProgress: LoadProgress): Promise<WireError | undefined> {
    try {
      const parts = await loadAssets(assets, onProgress);
      graph = await SteadyGraph.start(() => FaceGraph.create(parts)).catch((cause: unknown) => {
        throw graphError(cause, assets);
      });
      return undefined;
    } catch (error) {
      return wireError(error);
    }
  },

  /** `undefined` says that the graph had to be made anew: nothing is known of this frame. */
  async track(
    image: VideoFrame | ImageBitmap,
    size: FrameSize,
    capturedAtMs: number,
  ): Promise<FaceSignals | WireError | undefined> {
    try {
      if (!graph) throw new LivenessError('tracker-failed');
      return await graph.look(image, size, capturedAtMs);
    } catch (error) {
      return wireError(error);
    } finally {
      image.close();
    }
  },
};

/** Why no graph could be made of files that look right: without WebGL, of a strange model, or without memory. */
function graphError(cause: unknown, { model }: FaceAssets): LivenessError {
  if (cause instanceof ContextLostError || !new OffscreenCanvas(1, 1).getContext('webgl2')) {
    return new LivenessError('unsupported-browser', { cause, detail: 'WebGL in a worker' });
  }
  if (model.sha256) return new LivenessError('tracker-failed', { cause });
  const detail = `${model.url}: MediaPipe makes no face landmarker of it`;
  return new LivenessError('assets-corrupt', { cause, detail, errors: [model.url] });
}

/** What the page calls. */
export type TrackerWorkerApi = typeof tracker;

Comlink.expose(tracker);
