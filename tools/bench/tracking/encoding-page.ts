/// <reference lib="dom" />
/** Encodes a camera picture both ways that the element has, and notes what each takes of the main thread. */
import { openJpegEncoder } from '../../../src/capture/jpeg-encoder.ts';

/** Medians, in milliseconds. */
export interface EncodingNotes {
  readonly widthPx: number;
  readonly heightPx: number;
  /** `canvas.toBlob` in the page, as where a worker cannot: the longest time that nothing else ran there. */
  readonly pageHeldMs: number;
  readonly pageTotalMs: number;
  /** In the worker. */
  readonly workerHeldMs: number;
  readonly workerTotalMs: number;
}

const WIDTH_PX = 1280;
const HEIGHT_PX = 720;
const ROUNDS = 30;

/** A machine under load is slow, and that is no failure of the worker. */
const PATIENCE_MS = 60_000;

/** Both ways in turn, on fresh pictures. */
export async function measureEncoding(): Promise<EncodingNotes> {
  const ways = {
    page: openJpegEncoder(() => {
      throw new Error('the page is measured');
    }),
    worker: openJpegEncoder(undefined, PATIENCE_MS),
  };
  const canvas = document.createElement('canvas');
  canvas.width = WIDTH_PX;
  canvas.height = HEIGHT_PX;
  const notes = { page: [] as Clocked[], worker: [] as Clocked[] };
  for (let round = 0; round < ROUNDS; round++) {
    paint(canvas, round);
    for (const way of ['page', 'worker'] as const) {
      // A bitmap of a camera picture is what the element keeps until the end of the check.
      const picture = new VideoFrame(canvas, { timestamp: round });
      const image = await createImageBitmap(picture);
      picture.close();
      const frame = { image, widthPx: WIDTH_PX, heightPx: HEIGHT_PX, capturedAtMs: 0 };
      notes[way].push(await clock(() => ways[way].encode(frame, 'neutral')));
      image.close();
    }
  }
  for (const encoder of Object.values(ways)) encoder.close();
  const of = (way: keyof typeof notes, part: keyof Clocked): number => {
    const values = notes[way].map((times) => times[part]).toSorted((a, b) => a - b);
    return values[values.length >> 1] ?? Number.NaN;
  };
  return {
    widthPx: WIDTH_PX,
    heightPx: HEIGHT_PX,
    pageHeldMs: of('page', 'heldMs'),
    pageTotalMs: of('page', 'totalMs'),
    workerHeldMs: of('worker', 'heldMs'),
    workerTotalMs: of('worker', 'totalMs'),
  };
}

interface Clocked {
  readonly heldMs: number;
  readonly totalMs: number;
}

/** How long the main thread did nothing else in one piece, and how long until the result is there. */
async function clock(act: () => Promise<unknown>): Promise<Clocked> {
  const { port1, port2 } = new MessageChannel();
  const startedAtMs = performance.now();
  let lastMs = startedAtMs;
  let heldMs = 0;
  const note = (): void => {
    const nowMs = performance.now();
    heldMs = Math.max(heldMs, nowMs - lastMs);
    lastMs = nowMs;
  };
  // Messages to itself come as often as the thread is free.
  port1.onmessage = () => {
    note();
    port2.postMessage(undefined);
  };
  const result = act();
  port2.postMessage(undefined);
  await result;
  note();
  port1.close();
  return { heldMs, totalMs: performance.now() - startedAtMs };
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
