import { FACE_LANDMARKER_TASK, VISION_WASM_FILE } from './asset-manifest.ts';
import type { FaceAssets } from './load-assets.ts';

/** Where the integrator serves the assets, if not next to the module. Relative URLs are taken from the page. */
export interface AssetLocation {
  /** Folder of the wasm and the model. */
  readonly assetUrl?: string | undefined;
  /** The model alone; any face landmarker bundle that runs on the CPU delegate. */
  readonly modelUrl?: string | undefined;
}

// Written out in full, so that bundlers see which files the module needs.
const WASM_NEXT_TO_MODULE = new URL('./assets/vision_wasm_module_internal.wasm', import.meta.url)
  .href;
const MODEL_NEXT_TO_MODULE = new URL('./assets/face_landmarker.task', import.meta.url).href;

/**
 * The files to fetch, with the hashes that this version was built with.
 * A model of the integrator's own has no hash to be checked against.
 */
export function faceAssets({ assetUrl, modelUrl }: AssetLocation): FaceAssets {
  const below = (folder: string, fileName: string): string =>
    new URL(`${folder.replace(/\/*$/, '/')}${fileName}`, document.baseURI).href;
  return {
    wasm: {
      url: assetUrl ? below(assetUrl, VISION_WASM_FILE.fileName) : WASM_NEXT_TO_MODULE,
      bytes: VISION_WASM_FILE.bytes,
      sha256: VISION_WASM_FILE.sha256,
    },
    model: modelUrl
      ? { url: new URL(modelUrl, document.baseURI).href }
      : {
          url: assetUrl ? below(assetUrl, FACE_LANDMARKER_TASK.fileName) : MODEL_NEXT_TO_MODULE,
          bytes: FACE_LANDMARKER_TASK.bytes,
          sha256: FACE_LANDMARKER_TASK.sha256,
        },
  };
}
