/** The module worker that the face tracker lives in; one per page. */
import * as Comlink from 'comlink';
import { LivenessError } from '../errors.ts';
import type { PictureSize } from '../mesh/mesh-points.ts';
import { rasterOf } from '../mesh/raster.ts';
import type { FaceAssets } from './asset-source.ts';
import { FaceGraph } from './face-graph.ts';
import type { FaceSignals } from './face-signals.ts';
import { type FetchFile, loadAssets } from './load-assets.ts';
import { PictureWatch } from './picture-watch.ts';
import { PixelReader } from './pixel-reader.ts';
import { functionsIn, RuntimeFault } from './runtime-fault.ts';
import { type WireError, wireError } from './worker-errors.ts';

let graph: FaceGraph | undefined;
let reader: PixelReader | undefined;
/** Whether the runtime is the small one, for whose faults there is a cure. */
let isSmall = false;
const watch = new PictureWatch();
/** Builds the rest of the graph, once; nothing after that. */
let completeSoon: (afterMs: number) => void = () => undefined;
/** Why the rest could not be built: told at the next picture. */
let incomplete: unknown;

/** Nobody waits for a picture: the person reads the start screen, and there is time for the rest. */
const NOBODY_ASKS_MS = 300;

const tracker = {
  /** Answers as soon as the script runs. */
  async greet(): Promise<void> {},

  async load(assets: FaceAssets, fetchFile: FetchFile): Promise<WireError | undefined> {
    try {
      isSmall = assets.wholeWasm !== undefined;
      const parts = await loadAssets(assets, fetchFile);
      const begun = await FaceGraph.begin(parts).catch((cause: unknown) => {
        throw graphError(cause, assets);
      });
      graph = begun;
      completeSoon = laterOnce(() => {
        begun.complete().catch((cause: unknown) => {
          incomplete = graphError(cause, assets);
        });
      });
      completeSoon(NOBODY_ASKS_MS);
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
      if (incomplete) throw incomplete;
      completeSoon(NOBODY_ASKS_MS);
      reader ??= new PixelReader();
      const pixels = await reader.read(image, size);
      const signals = lookWith(graph, pixels, size, capturedAtMs);
      // The person is told where to stand first.
      if (signals.face) completeSoon(0);
      const picture = watch.look(rasterOf(pixels));
      return picture ? { ...signals, picture } : signals;
    } catch (error) {
      return wireError(error);
    } finally {
      image.close();
    }
  },
};

/** Calls `act` once, this long after the last call, or at once after a call with 0. */
function laterOnce(act: () => void): (afterMs: number) => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let isDue = false;
  return (afterMs) => {
    if (isDue) return;
    clearTimeout(timer);
    isDue = afterMs === 0;
    timer = setTimeout(() => {
      isDue = true;
      act();
    }, afterMs);
  };
}

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
