import {
  FACE_LANDMARKER_TASK,
  SMALL_WASM_FILE,
  VISION_WASM_FILE,
} from '../../src/face/asset-manifest.ts';
import { makeSmallRuntime } from '../runtime/make-small-runtime.ts';
import { readCanonicalFace } from './canonical-face.ts';
import { clearUnused } from './clear-unused.ts';
import { extendModel } from './extend-model.ts';
import { faceRecognizer } from './face-recognizer.ts';
import { graftLandmarks } from './graft-landmarks.ts';
import { packAsset } from './pack-asset.ts';
import { taskBundle } from './task-bundle.ts';
import { unpack } from './unpack.ts';

/** A file that the build writes, with the hash that it must have. */
export interface OutputFile {
  /** Path below the repository's root. */
  readonly path: string;
  readonly sha256: string;
}

/** Every file that the build writes. Those of the browser are packed; what is in them is told by `src/face/asset-manifest.ts`. */
export const OUTPUTS = {
  task: {
    path: `src/face/assets/${FACE_LANDMARKER_TASK.fileName}`,
    sha256: 'f477c060d4e71d73f1d0410518a92fc7f43c55bc01d4be0a664a7343c8e73d8b',
  },
  wasm: {
    path: `src/face/assets/${VISION_WASM_FILE.fileName}`,
    sha256: '488cfe9b0463869e9e32c651d4da9d6d63cb16865646e78ae5e6f490b99e26ed',
  },
  smallWasm: {
    path: `src/face/assets/${SMALL_WASM_FILE.fileName}`,
    sha256: '1a8acf4edf9c01c0f103052a0f29568b78e062cb3671a12231f8c85ed8575231',
  },
  detector: {
    path: 'src/service/analysis/models/face_detector.tflite',
    sha256: '3bc182eb9f33925d9e58b5c8d59308a760f4adea8f282370e428c51212c26633',
  },
  mesh: {
    path: 'src/service/analysis/models/face_mesh.tflite',
    sha256: 'c603fa6149219a3e9487dc9abd7a0c24474c77263273d24868378cdf40aa26d1',
  },
  recognizer: {
    path: 'src/service/analysis/models/face_recognizer.tflite',
    sha256: '296699f4dd954aceb0fa5a3a34a26fecef885f3f25a10c21b7e270dc996ef749',
  },
  canonicalFace: {
    path: 'src/testing/assets/canonical-face.json',
    sha256: 'd9e4e53162b839e9e3d2b9f5d3499486746c25914efb696d831ed0ab8cf2a186',
  },
} as const satisfies Record<string, OutputFile>;

/** The pinned files that the build starts from. */
export interface Inputs {
  readonly pack: Uint8Array;
  readonly wasm: Uint8Array;
  readonly recognitionManifest: Uint8Array;
  readonly recognitionWeights: Uint8Array;
}

/** Makes the bytes of every output from the pinned files. Pure: the same input gives the same bytes. */
export async function makeOutputs({
  pack,
  wasm,
  recognitionManifest,
  recognitionWeights,
}: Inputs): Promise<Record<keyof typeof OUTPUTS, Uint8Array>> {
  const models = unpack(pack);
  const detector = extendModel(models.detector, {
    modelName: 'face_detector',
    mean: 127.5,
    deviation: 127.5,
  });
  const landmarks = clearUnused(
    extendModel(
      models.attentionMesh,
      { modelName: 'face_landmarks_detector', mean: 0, deviation: 255 },
      graftLandmarks,
    ),
  );
  const bundle = taskBundle({
    'face_landmarks_detector.tflite': landmarks,
    'face_detector.tflite': detector,
    'geometry_pipeline_metadata_landmarks.binarypb': models.geometry,
  });
  const [smallWasm, task, packedWasm] = await Promise.all([
    makeSmallRuntime(wasm).then((small) => packAsset(small)),
    packAsset(bundle, FACE_LANDMARKER_TASK.layout),
    packAsset(wasm),
  ]);
  return {
    task,
    wasm: packedWasm,
    smallWasm,
    detector: models.detector,
    mesh: models.plainMesh,
    recognizer: faceRecognizer(recognitionManifest, recognitionWeights),
    canonicalFace: new TextEncoder().encode(JSON.stringify(readCanonicalFace(models.geometry))),
  };
}
