import { movedFile } from '../edge/moved-file.ts';
import {
  type AssetFile,
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  TRACKER_WORKER_FILE,
  VISION_WASM_FILE,
} from './asset-manifest.ts';
import type { AssetSource, FaceAssets } from './asset-source.ts';

/** Which WebAssembly runtime is loaded first: what the face graph runs of MediaPipe's, or all of it. */
export type Runtime = 'small' | 'whole';
export const RUNTIMES: readonly Runtime[] = ['small', 'whole'];

/** Where the integrator serves the assets, if not next to the module. Relative URLs are taken from the page. */
export interface AssetLocation {
  /** Folder of everything that is fetched. */
  readonly assetUrl?: string | undefined;
  /** The model alone; any face landmarker bundle that runs on the CPU delegate. */
  readonly modelUrl?: string | undefined;
  /** `small` unless given. Another model runs on the whole one in any case: it may need what was left out. */
  readonly runtime?: Runtime | undefined;
}

// Written out in full, so that bundlers see which files the module needs. Asked for only where the page has not moved them:
// a bundle that is no module has no address.
const smallWasmNextToModule = () =>
  new URL('./assets/face_runtime_small-1a8acf4e.bin', import.meta.url);
const wasmNextToModule = () => new URL('./assets/face_runtime_whole-488cfe9b.bin', import.meta.url);
const modelNextToModule = () => new URL('./assets/face_model-f477c060.bin', import.meta.url);

/**
 * The files to fetch, with the hashes that this version was built with.
 * A model of the integrator's own has no hash to be checked against.
 */
export function faceAssets({ assetUrl, modelUrl, runtime }: AssetLocation): FaceAssets {
  const source = (file: AssetFile, nextToModule: () => URL): AssetSource => ({
    url: assetUrl ? movedFile(assetUrl, file.fileName) : nextToModule().href,
    bytes: file.bytes,
    sha256: file.sha256,
    ...(file.layout && { layout: file.layout }),
  });
  const wholeWasm = source(VISION_WASM_FILE, wasmNextToModule);
  const worker = assetUrl ? { workerUrl: movedFile(assetUrl, TRACKER_WORKER_FILE) } : {};
  if (modelUrl) {
    return { wasm: wholeWasm, model: { url: new URL(modelUrl, document.baseURI).href }, ...worker };
  }
  const model = source(FACE_LANDMARKER_TASK, modelNextToModule);
  if (runtime === 'whole') return { wasm: wholeWasm, model, ...worker };
  return { wasm: source(SMALL_WASM_FILE, smallWasmNextToModule), model, wholeWasm, ...worker };
}
