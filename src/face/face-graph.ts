import { FaceDetector, FaceLandmarker } from '@mediapipe/tasks-vision';
import ModuleFactory from '@mediapipe/tasks-vision/vision_wasm_module_internal.js';
import { measureCover } from '../mesh/face-cover.ts';
import { measureQuality } from '../mesh/face-light.ts';
import { type PictureSize, pointAt } from '../mesh/mesh-points.ts';
import { rasterOf } from '../mesh/raster.ts';
import { countFaces, surestScore } from './count-faces.ts';
import type { FaceSignals } from './face-signals.ts';
import { measureFace } from './measure-face.ts';
import { pixelCanvas } from './pixel-canvas.ts';
import { TRACKED_LONG_SIDE_PX } from './pixel-reader.ts';

/** What a graph is made of: compiled code and model files, already checked. */
export interface FaceGraphParts {
  readonly wasm: WebAssembly.Module;
  readonly landmarkerBundle: Uint8Array;
  readonly detectorModel: Uint8Array;
}

/** Every how many frames a second person is looked for. */
const BYSTANDER_INTERVAL_FRAMES = 5;

/** MediaPipe's face landmarker and face detector, on the CPU from the first byte to the last. */
export class FaceGraph {
  readonly #landmarker: FaceLandmarker;
  readonly #parts: FaceGraphParts;
  #detector: FaceDetector | undefined;
  #lastTimestampMs = 0;
  #framesSeen = 0;
  #facesDetected = 0;
  #detectorScore: number | undefined;

  /** Builds the whole graph and warms it up on a blank picture, so that the first face is not late. */
  static async create(parts: FaceGraphParts): Promise<FaceGraph> {
    const graph = await FaceGraph.begin(parts);
    await graph.complete();
    return graph;
  }

  /** Builds what finds one face: half of the work. It sees no bystanders before it is {@link complete}. */
  static async begin(parts: FaceGraphParts): Promise<FaceGraph> {
    const landmarker = await withModule(parts.wasm, () =>
      FaceLandmarker.createFromOptions(WASM_GIVEN, {
        // The npm-built model has an op (GATHER) that the GPU delegate lacks.
        baseOptions: { modelAssetBuffer: parts.landmarkerBundle, delegate: 'CPU' },
        canvas: pixelCanvas(),
        runningMode: 'VIDEO',
        // Two would run the detector on every frame and see faces that are not there (measured: 1.22 a frame on pictures of one).
        numFaces: 1,
        outputFacialTransformationMatrixes: true,
      }),
    );
    return new FaceGraph(landmarker, parts);
  }

  private constructor(landmarker: FaceLandmarker, parts: FaceGraphParts) {
    this.#landmarker = landmarker;
    this.#parts = parts;
  }

  /** Builds what finds the others, and warms up what has not looked at anything yet. Pictures may be looked at meanwhile. */
  async complete(): Promise<void> {
    const { wasm, detectorModel } = this.#parts;
    this.#detector = await withModule(wasm, () =>
      FaceDetector.createFromOptions(WASM_GIVEN, {
        baseOptions: { modelAssetBuffer: detectorModel, delegate: 'CPU' },
        canvas: pixelCanvas(),
        runningMode: 'VIDEO',
      }),
    );
    if (this.#framesSeen === 0) this.#warmUp();
    this.#framesSeen = 0;
  }

  /** Looks at one picture. `size` is that of the camera's, of which `pixels` is a smaller one. */
  look(pixels: ImageData, size: PictureSize, capturedAtMs: number): FaceSignals {
    // MediaPipe wants times that only grow, whatever session the frame is from.
    this.#lastTimestampMs = Math.max(this.#lastTimestampMs + 1, Math.round(capturedAtMs));
    const found = this.#landmarker.detectForVideo(pixels, this.#lastTimestampMs);
    if (this.#framesSeen++ % BYSTANDER_INTERVAL_FRAMES === 0 && this.#detector) {
      const { detections } = this.#detector.detectForVideo(pixels, this.#lastTimestampMs);
      this.#facesDetected = countFaces(detections.flatMap((one) => one.boundingBox ?? []));
      this.#detectorScore = surestScore(detections);
    }
    const points = found.faceLandmarks[0];
    const pose = found.facialTransformationMatrixes[0]?.data;
    if (!points || !pose) return { capturedAtMs, faceCount: this.#facesDetected > 1 ? 2 : 0 };
    const mesh = Float32Array.from(points.flatMap((p) => [p.x, p.y, p.z]));
    const face = {
      ...measureFace({ points: mesh, pose }, size),
      ...(this.#detectorScore === undefined ? {} : { detectorScore: this.#detectorScore }),
    };
    const raster = rasterOf(pixels);
    const quality = measureQuality(raster, face.box);
    const faceWidthPx = face.box.width * raster.widthPx;
    const cover = () => measureCover(raster, (i) => pointAt(mesh, i, raster), faceWidthPx);
    return {
      capturedAtMs,
      faceCount: this.#facesDetected > 1 ? 2 : 1,
      face: quality ? { ...face, quality, cover: cover() } : face,
    };
  }

  /** Frees the wasm memory. */
  close(): void {
    this.#landmarker.close();
    this.#detector?.close();
  }

  #warmUp(): void {
    const blank = new ImageData(TRACKED_LONG_SIDE_PX, TRACKED_LONG_SIDE_PX);
    const size = { widthPx: blank.width, heightPx: blank.height };
    for (let frame = 0; frame < BYSTANDER_INTERVAL_FRAMES; frame++) this.look(blank, size, frame);
  }
}

/** The loader is imported statically and the wasm is handed over compiled, so no path is ever asked for. */
const WASM_GIVEN = { wasmLoaderPath: '', wasmBinaryPath: '' };

// The wasm loader sends MediaPipe's log lines (`W1123 …`) to this global, which it sets to console.warn.
Object.assign(globalThis, { custom_dbg: () => undefined });

/** tasks-vision takes its module from two globals and clears both after every create. */
function withModule<T>(wasm: WebAssembly.Module, create: () => Promise<T>): Promise<T> {
  const scope = globalThis as { ModuleFactory?: unknown; Module?: unknown };
  return new Promise((resolve, reject) => {
    scope.ModuleFactory = ModuleFactory;
    scope.Module = {
      // MediaPipe chats on stderr, which is the integrator's console; its failures arrive as exceptions all the same.
      print: () => undefined,
      printErr: () => undefined,
      instantiateWasm(
        imports: WebAssembly.Imports,
        done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
      ) {
        // Without memory for another instance the loader would wait for ever.
        WebAssembly.instantiate(wasm, imports).then((instance) => done(instance, wasm), reject);
        return {};
      },
    };
    create().then(resolve, reject);
  });
}
