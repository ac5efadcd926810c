/// <reference lib="dom" />
/** A peer: `@vladmandic/human`, mesh and iris alone, on its wasm backend, on the main thread as its examples have it. */
import { noteFace, showCamera } from './probe.ts';

interface Human {
  load(): Promise<void>;
  warmup(): Promise<unknown>;
  detect(input: HTMLVideoElement): Promise<{ face: readonly unknown[] }>;
}

const moduleUrl = '/modules/@vladmandic/human/dist/human.esm.js';
const { Human } = (await import(/* @vite-ignore */ moduleUrl)) as {
  Human: new (config: unknown) => Human;
};
const off = { enabled: false };
const human = new Human({
  backend: 'wasm',
  wasmPath: '/modules/@tensorflow/tfjs-backend-wasm/dist/',
  modelBasePath: '/modules/@vladmandic/human/models/',
  warmup: 'none',
  debug: false,
  face: {
    enabled: true,
    detector: { maxDetected: 1, rotation: false },
    mesh: { enabled: true },
    iris: { enabled: true },
    ...{ description: off, emotion: off, antispoof: off, liveness: off, attention: off },
  },
  ...{ body: off, hand: off, object: off, gesture: off, segmentation: off, filter: off },
});
await human.load();
let busy = false;
void showCamera(async (video, capturedAtMs) => {
  if (busy) return;
  busy = true;
  const { face } = await human.detect(video);
  if (face.length > 0) noteFace(capturedAtMs);
  busy = false;
});
