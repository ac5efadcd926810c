/** The module worker that the face tracker lives in; one per page. */
import * as Comlink from 'comlink';
import { LivenessError } from '../errors.ts';
import type { PictureSize } from '../mesh/mesh-points.ts';
import { rasterOf } from '../mesh/raster.ts';
import { FaceGraph } from './face-graph.ts';
import type { FaceSignals } from './face-signals.ts';
import { type FaceAssets, type FetchFile, loadAssets } from './load-assets.ts';
import { PictureWatch } from './picture-watch.ts';
import { PixelReader } from './pixel-reader.ts';
import { functionsIn, RuntimeFault } from './runtime-fault.ts';
import { type WireError, wireError } from './worker-errors.ts';

let graph: FaceGraph | undefined;
let reader: PixelReader | undefined;
/** Whether the runtime is the small one, for whose faults there is a cure. */
let isSmall = false;
const watch = new PictureWatch();

const tracker = {
  /** Answers as soon as the script runs. */
  async greet(): Promise<void> {},

  async load(assets: FaceAssets, fetchFile: FetchFile): Promise<WireError | undefined> {
    try {
      isSmall = assets.wholeWasm !== undefined;
      const parts = await loadAssets(assets, fetchFile);
      graph = await FaceGraph.create(parts).catch((cause: unknown) => {
        throw graphError(cause, assets);
      });
      return undefined;
    } catch (error) {
      return wireError(error);
    }
  },

  async track(
    image: VideoFrame | ImageBitmap,
    size: PictureSize,
    capturedAtMs: number,
  ): Promise<FaceSignals | WireError> {
    try {
      if (!graph) throw new LivenessError('tracker-failed');
      reader ??= new PixelReader();
      const pixels = await reader.read(image, size);
      const signals = lookWith(graph, pixels, size, capturedAtMs);
      const picture = watch.look(rasterOf(pixels));
      return picture ? { ...signals, picture } : signals;
    } catch (error) {
      return wireError(error);
    } finally {
      image.close();
    }
  },
};

function lookWith(
  using: FaceGraph,
  pixels: ImageData,
  size: PictureSize,
  capturedAtMs: number,
): FaceSignals {
  try {
    return using.look(pixels, size, capturedAtMs);
  } catch (cause) {
    throw new LivenessError('tracker-failed', { cause: isSmall ? runtimeFault(cause) : cause });
  }
}

/** Whatever it is: the whole runtime can fail only in fewer ways. */
function runtimeFault(cause: unknown): RuntimeFault {
  const message = cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  return new RuntimeFault(message, functionsIn(cause));
}

/** Why no graph could be made of files that look right: of a strange model, or without memory. */
function graphError(cause: unknown, { model }: FaceAssets): LivenessError {
  if (isSmall && !isOutOfMemory(cause)) {
    return new LivenessError('tracker-failed', { cause: runtimeFault(cause) });
  }
  if (model.sha256) return new LivenessError('tracker-failed', { cause });
  const detail = `${model.url}: MediaPipe makes no face landmarker of it`;
  return new LivenessError('assets-corrupt', { cause, detail, errors: [model.url] });
}

/** Where there is no room for the small runtime, there is none for the whole one. */
function isOutOfMemory(cause: unknown): boolean {
  return cause instanceof RangeError;
}

/** What the page calls. */
export type TrackerWorkerApi = typeof tracker;

Comlink.expose(tracker);
