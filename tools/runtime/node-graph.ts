import { FaceDetector, FaceLandmarker } from '@mediapipe/tasks-vision';
import { unzipSync } from 'fflate';
import type { FaceGraph } from '../../src/face/face-graph.ts';

/** Pictures as browsers have them; Node has none. */
class PlainImageData {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8ClampedArray;

  constructor(first: Uint8ClampedArray | number, second: number, third?: number) {
    [this.data, this.width, this.height] =
      typeof first === 'number'
        ? [new Uint8ClampedArray(4 * first * second), first, second]
        : [first, second, third ?? first.length / 4 / second];
  }
}

/** Asked for by name only: the graph draws on `pixelCanvas`. */
class NoContext {}

const scope = globalThis as unknown as Record<string, unknown>;
for (const [name, value] of Object.entries({
  self: globalThis,
  ImageData: PlainImageData,
  WebGLRenderingContext: NoContext,
  WebGL2RenderingContext: NoContext,
})) {
  scope[name] ??= value;
}

/** What the element's own graph makes of a picture. */
export interface NodeGraph {
  /** Everything that MediaPipe answered to one picture, as numbers that are compared to the last bit. */
  look(pixels: ImageData): string;
  /** Makes MediaPipe refuse a picture: its errors are told by other functions. */
  lookTooEarly(): void;
  readonly instances: readonly WebAssembly.Instance[];
  close(): void;
}

/** Runs the graph of `src/face/face-graph.ts` in Node with any runtime; one at a time. */
export async function openNodeGraph(
  wasm: Uint8Array<ArrayBuffer>,
  bundle: Uint8Array,
): Promise<NodeGraph> {
  const { FaceGraph } = await import('../../src/face/face-graph.ts');
  const detectorModel = unzipSync(bundle)['face_detector.tflite'];
  if (!detectorModel) throw new RangeError('The bundle has no detector.');
  const instances: WebAssembly.Instance[] = [];
  const { instantiate } = WebAssembly;
  const parts = { wasm: await WebAssembly.compile(wasm), landmarkerBundle: bundle, detectorModel };
  WebAssembly.instantiate = (async (module: WebAssembly.Module, imports: WebAssembly.Imports) => {
    const instance = await instantiate(module, imports);
    instances.push(instance);
    return instance;
  }) as typeof instantiate;
  let graph: FaceGraph;
  try {
    graph = await FaceGraph.create(parts);
  } finally {
    WebAssembly.instantiate = instantiate;
  }
  let nowMs = 1000;
  const lookAt = (pixels: ImageData): void => {
    nowMs += 33;
    graph.look(pixels, { widthPx: pixels.width, heightPx: pixels.height }, nowMs);
  };
  return {
    instances,
    look(pixels) {
      const answers: unknown[] = [];
      replacing(
        (detect) =>
          (...asked) => {
            const answer = detect(...asked);
            answers.push(answer);
            return answer;
          },
        () => lookAt(pixels),
      );
      return JSON.stringify(answers);
    },
    lookTooEarly() {
      let refusal: unknown;
      const early =
        (detect: Detect): Detect =>
        (pixels) =>
          detect(pixels, 0);
      replacing(early, () => {
        try {
          lookAt(new ImageData(480, 360));
        } catch (error) {
          refusal = error;
        }
      });
      if (!refusal) throw new Error('MediaPipe took a picture of the past.');
    },
    close: () => graph.close(),
  };
}

type Detect = (pixels: unknown, timestampMs: unknown) => unknown;

/** Puts something between the graph and MediaPipe while `run` runs. */
function replacing(replacement: (detect: Detect) => Detect, run: () => void): void {
  const restored = [FaceLandmarker, FaceDetector].map(({ prototype }) => {
    const replaced = prototype as unknown as { detectForVideo: Detect };
    const own = replaced.detectForVideo;
    replaced.detectForVideo = function (...asked) {
      return replacement(own.bind(this))(...asked);
    };
    return () => {
      replaced.detectForVideo = own;
    };
  });
  try {
    run();
  } finally {
    for (const restore of restored) restore();
  }
}
