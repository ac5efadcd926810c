/// <reference lib="webworker" />
/** The bare recipe: MediaPipe’s face landmarker in a module worker with nothing around it. */
import { FaceLandmarker } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';

const LONG_SIDE_PX = 480;

const scope = globalThis as unknown as DedicatedWorkerGlobalScope & { ModuleFactory?: unknown };
let landmarker: FaceLandmarker | undefined;
const picture = new OffscreenCanvas(1, 1);
const pen = picture.getContext('2d', { willReadFrequently: true });

/** What the page sends: where the files are, then pictures. */
export type BareRequest =
  | { readonly wasmUrl: string; readonly modelUrl: string }
  | { readonly frame: VideoFrame; readonly capturedAtMs: number };

/** What it gets back: `ready` once, then for each picture its time and whether there is a face. */
export type BareAnswer = 'ready' | { readonly capturedAtMs: number; readonly seen: boolean };

scope.onmessage = async ({ data }: MessageEvent<BareRequest>): Promise<void> => {
  if ('wasmUrl' in data) {
    const model = await fetch(data.modelUrl).then((response) => response.arrayBuffer());
    scope.ModuleFactory = ModuleFactory;
    landmarker = await FaceLandmarker.createFromOptions(
      { wasmLoaderPath: '', wasmBinaryPath: data.wasmUrl },
      {
        baseOptions: { modelAssetBuffer: new Uint8Array(model), delegate: 'CPU' },
        canvas: new OffscreenCanvas(1, 1),
        runningMode: 'VIDEO',
        numFaces: 1,
        outputFacialTransformationMatrixes: true,
      },
    );
    scope.postMessage('ready' satisfies BareAnswer);
    return;
  }
  const { frame, capturedAtMs } = data;
  const scale = LONG_SIDE_PX / Math.max(frame.displayWidth, frame.displayHeight);
  const width = Math.round(frame.displayWidth * scale);
  const height = Math.round(frame.displayHeight * scale);
  if (picture.width !== width) picture.width = width;
  if (picture.height !== height) picture.height = height;
  pen?.drawImage(frame, 0, 0, width, height);
  frame.close();
  const found = landmarker?.detectForVideo(picture, capturedAtMs);
  const seen = Boolean(found?.faceLandmarks.length);
  scope.postMessage({ capturedAtMs, seen } satisfies BareAnswer);
};
