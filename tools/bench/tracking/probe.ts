/// <reference lib="dom" />
/** Runs in every page of the benchmark: notes what the page feels and when signals arrive, and decides nothing. */

/** What one block of time was like. Times in milliseconds. */
export interface BlockNotes {
  readonly wallMs: number;
  /** Between two animation frames. */
  readonly frameGapsMs: readonly number[];
  readonly longTasksMs: readonly number[];
  /** From the capture of a picture until its signals reach the check. */
  readonly latenciesMs: readonly number[];
}

const frameGapsMs: number[] = [];
const longTasksMs: number[] = [];
const latenciesMs: number[] = [];
let beganAtMs = 0;
let tellFirst: (sinceNavigationMs: number) => void = () => undefined;
/** Resolves with the time of the first face since the navigation began. */
const firstFace = new Promise<number>((resolve) => {
  tellFirst = resolve;
});

let lastFrameMs = performance.now();
function onFrame(nowMs: number): void {
  frameGapsMs.push(nowMs - lastFrameMs);
  lastFrameMs = nowMs;
  requestAnimationFrame(onFrame);
}
requestAnimationFrame(onFrame);
new PerformanceObserver((list) => {
  longTasksMs.push(...list.getEntries().map(({ duration }) => duration));
}).observe({ type: 'longtask' });

/** A face was found in the picture of this time. */
export function noteFace(capturedAtMs: number): void {
  latenciesMs.push(performance.now() - capturedAtMs);
  tellFirst(performance.now());
}

/** Shows the camera, as every recipe does, and calls back for every picture with its time. */
export async function showCamera(
  onPicture: (video: HTMLVideoElement, capturedAtMs: number) => void,
): Promise<void> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = await navigator.mediaDevices.getUserMedia({
    video: { width: { ideal: 1280 }, height: { ideal: 720 } },
  });
  document.body.append(video);
  await video.play();
  const next = (nowMs: number, { captureTime }: VideoFrameCallbackMetadata): void => {
    video.requestVideoFrameCallback(next);
    onPicture(video, captureTime ?? nowMs);
  };
  video.requestVideoFrameCallback(next);
}

function begin(): void {
  for (const notes of [frameGapsMs, longTasksMs, latenciesMs]) notes.length = 0;
  beganAtMs = performance.now();
}

function end(): BlockNotes {
  return { wallMs: performance.now() - beganAtMs, frameGapsMs, longTasksMs, latenciesMs };
}

Object.assign(globalThis, { probe: { firstFace, begin, end } });
