import type { AssetLayout } from './asset-manifest.ts';

/** Where the face assets are and what they must be. Without a hash (a model of the integrator's own) only the format is checked. */
export interface FaceAssets {
  readonly wasm: AssetSource;
  readonly model: AssetSource;
  /** What takes over when `wasm`, the small runtime, fails. Fetched only then; absent where `wasm` is the whole one. */
  readonly wholeWasm?: AssetSource;
  /** Script of the worker that all this is loaded in, where it is not beside the module. */
  readonly workerUrl?: string;
}

/** One file to fetch. */
export interface AssetSource {
  readonly url: string;
  /** Length of the file as it is served, for the progress; otherwise the server is believed. */
  readonly bytes?: number;
  /** Of the file that is packed in it. */
  readonly sha256?: string;
  readonly layout?: AssetLayout;
}
