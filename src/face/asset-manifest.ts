import { VERSION } from '../version.ts';

/**
 * The files that the face tracker loads, and how to know them. `npm run model` makes them and fails when one differs,
 * so a served file with another size or hash is damaged, or belongs to another version.
 */
export interface AssetFile {
  /** Name below the asset URL. It ends with the first digits of the hash of what is served, so that it can be cached for ever. */
  readonly fileName: string;
  /** Length as it is served: packed as gzip, whatever the host compresses. */
  readonly bytes: number;
  /** Of the file that is packed in it. Hex. */
  readonly sha256: string;
  /** How it was laid out before it was packed; as it is, unless said. */
  readonly layout?: AssetLayout;
}

/** `byte-planes`: the even bytes before the odd ones. */
export type AssetLayout = 'byte-planes';

/** MediaPipe task bundle: detector, 478-point landmarks, face geometry. CPU delegate only: the GPU one lacks GATHER. */
export const FACE_LANDMARKER_TASK: AssetFile = {
  fileName: 'face_model-f477c060.bin',
  bytes: 1_942_425,
  sha256: '1067df7521ad7fba2f9065c6f999b2970ce30af039db888c9586cbff01f0fa73',
  layout: 'byte-planes',
};

/**
 * What the face graph runs of {@link VISION_WASM_FILE}, and nothing else: any other function of it is a trap, after which
 * the whole one takes over. Made by `tools/runtime`.
 */
export const SMALL_WASM_FILE: AssetFile = {
  fileName: 'face_runtime_small-1a8acf4e.bin',
  bytes: 1_033_262,
  sha256: '2d9e091359211107ea13853693b6cf13badb1d717f1318e3b307e79eb029bb51',
};

/** WebAssembly runtime of `@mediapipe/tasks-vision` 0.10.35, for module workers. */
export const VISION_WASM_FILE: AssetFile = {
  fileName: 'face_runtime_whole-488cfe9b.bin',
  bytes: 3_137_588,
  sha256: '617b8e0248dbd27e9d7ece4218004eae4cefb499196d1bb4fa0e3fef21708756',
};

/** The script of the tracker's worker, as the build calls it. */
export const TRACKER_WORKER_FILE = `tracker-worker-${VERSION}.js`;
