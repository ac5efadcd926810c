/// <reference lib="dom" />
/** Encodes a camera picture as the element does, and in a worker, and notes what each takes of the main thread. */
import { encodeJpeg } from '../../../src/capture/encode-jpeg.ts';

/** Medians, in milliseconds. */
export interface EncodingNotes {
  readonly widthPx: number;
  readonly heightPx: number;
  /** As the element encodes: `canvas.toBlob` in the page. */
  readonly pageSyncMs: number;
  readonly pageTotalMs: number;
  /** `OffscreenCanvas.convertToBlob` in a worker that does nothing else. */
  readonly workerSyncMs: number;
  readonly workerTotalMs: number;
}

const WIDTH_PX = 1280;
const HEIGHT_PX = 720;
const QUALITY = 0.92;
const ROUNDS = 30;

const WORKER = `onmessage = async ({ data: { frame, quality } }) => {
  const canvas = new OffscreenCanvas(frame.width, frame.height);
  canvas.getContext('2d').drawImage(frame, 0, 0);
  frame.close();
  const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality });
  postMessage(new FileReaderSync().readAsDataURL(blob));
};`;

/** Both ways in turn, on fresh pictures. */
export async function measureEncoding(): Promise<EncodingNotes> {
  const worker = new Worker(URL.createObjectURL(new Blob([WORKER])));
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const notes = { page: [] as [number, number][], worker: [] as [number, number][] };
  for (let round = 0; round < ROUNDS; round++) {
    paint(canvas, round);
    // A bitmap of a camera picture is what the element keeps until the end of the check.
    const frame = await createImageBitmap(new VideoFrame(canvas, { timestamp: round }));
    notes.page.push(
      await clock(() =>
        encodeJpeg(
          { image: frame, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, capturedAtMs: 0 },
          'neutral',
        ),
      ),
    );
    const copy = await createImageBitmap(frame);
    notes.worker.push(
      await clock(
        () =>
          new Promise((resolve) => {
            worker.onmessage = resolve;
            worker.postMessage({ frame: copy, quality: QUALITY }, [copy]);
          }),
      ),
    );
    frame.close();
  }
  worker.terminate();
  const median = (values: readonly number[]): number =>
    values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
  const of = (way: keyof typeof notes, part: 0 | 1): number =>
    median(notes[way].map((times) => times[part]));
  return {
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    pageSyncMs: of('page', 0),
    pageTotalMs: of('page', 1),
    workerSyncMs: of('worker', 0),
    workerTotalMs: of('worker', 1),
  };
}

/** How long the call itself takes, and how long until its result is there. */
async function clock(act: () => Promise<unknown>): Promise<[syncMs: number, totalMs: number]> {
  const startedAtMs = performance.now();
  const result = act();
  const syncMs = performance.now() - startedAtMs;
  await result;
  return [syncMs, performance.now() - startedAtMs];
}

/** Soft shapes and fine grain, as in a face before a wall. */
function paint(canvas: HTMLCanvasElement, seed: number): void {
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas');
  const image = pen.createImageData(canvas.width, canvas.height);
  let state = seed + 1;
  for (let at = 0; at < image.data.length; at += 4) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    const x = (at >> 2) % canvas.width;
    const shade = 128 + 70 * Math.sin((x + 9 * seed) / 90) + (state & 15);
    image.data.set([shade, shade * 0.85, shade * 0.75, 255], at);
  }
  pen.putImageData(image, 0, 0);
}

Object.assign(globalThis, { measureEncoding });
