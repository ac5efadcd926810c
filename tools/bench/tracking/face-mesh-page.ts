/// <reference lib="dom" />
/** A peer: the legacy `@mediapipe/face_mesh`, on the main thread, which is the only place where it runs. */
import { noteFace, showCamera } from './probe.ts';

interface FaceMesh {
  setOptions(options: Record<string, unknown>): void;
  onResults(listener: (results: { multiFaceLandmarks?: readonly unknown[] }) => void): void;
  initialize(): Promise<void>;
  send(input: { image: HTMLVideoElement }): Promise<void>;
}

await new Promise((resolve, reject) => {
  const script = Object.assign(document.createElement('script'), {
    src: '/modules/@mediapipe/face_mesh/face_mesh.js',
    onload: resolve,
    onerror: reject,
  });
  document.head.append(script);
});
const { FaceMesh } = globalThis as unknown as {
  FaceMesh: new (options: { locateFile(name: string): string }) => FaceMesh;
};
const mesh = new FaceMesh({ locateFile: (name) => `/modules/@mediapipe/face_mesh/${name}` });
mesh.setOptions({
  maxNumFaces: 1,
  refineLandmarks: true,
  useCpuInference: true,
  selfieMode: false,
});
let askedAtMs = 0;
mesh.onResults(({ multiFaceLandmarks }) => {
  if (multiFaceLandmarks?.length) noteFace(askedAtMs);
});
await mesh.initialize();
let busy = false;
void showCamera(async (video, capturedAtMs) => {
  if (busy) return;
  busy = true;
  askedAtMs = capturedAtMs;
  await mesh.send({ image: video });
  busy = false;
});
