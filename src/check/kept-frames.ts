import type { Frame } from '../camera/frame.ts';
import type { WaySample } from '../challenge/way-between.ts';

/** Longest side of a frame on the way: measured on it, gestures differ by 3 % in the median from the whole picture. */
const WAY_SIDE_PX = 320;

/**
 * The clearest frame of each thing asked for, by its place in the sequence (0 is the neutral face), and small copies of the
 * frames that may show the way to the present one.
 * It owns what it keeps: every frame is closed when it is not wanted any more, and when the check ends.
 */
export class KeptFrames {
  readonly #frames = new Map<number, Frame>();
  /** By the time at which they were taken. */
  readonly #way = new Map<number, Frame>();

  /** Keeps a copy of the frame in this place, in place of an earlier one. */
  async keep(place: number, frame: Frame): Promise<void> {
    const copy = await copyFrame(frame);
    this.#frames.get(place)?.image.close();
    this.#frames.set(place, copy);
  }

  /** The frame of a place; it stays this one's. Throws when it is missing: an image is never made up. */
  at(place: number): Frame {
    const frame = this.#frames.get(place);
    if (!frame) throw new RangeError(`No frame was kept for place ${place}.`);
    return frame;
  }

  /** The frames of the first `count` places. */
  inOrder(count: number): Frame[] {
    return Array.from({ length: count }, (_, place) => this.at(place));
  }

  /** Keeps a small copy of the frame if it is on the way, and lets go of what is not any more. */
  async followWay(way: readonly WaySample[], frame: Frame): Promise<void> {
    const wanted = new Set(way.map(({ capturedAtMs }) => capturedAtMs));
    for (const [capturedAtMs, { image }] of this.#way) {
      if (wanted.has(capturedAtMs)) continue;
      image.close();
      this.#way.delete(capturedAtMs);
    }
    const { capturedAtMs } = frame;
    if (wanted.has(capturedAtMs) && !this.#way.has(capturedAtMs)) {
      this.#way.set(capturedAtMs, await copyFrame(frame, WAY_SIDE_PX));
    }
  }

  /** The small frames of a way, in its order. They stay this one's. */
  onTheWay(way: readonly WaySample[]): Frame[] {
    return way.flatMap(({ capturedAtMs }) => this.#way.get(capturedAtMs) ?? []);
  }

  close(): void {
    for (const { image } of [...this.#frames.values(), ...this.#way.values()]) image.close();
    this.#frames.clear();
    this.#way.clear();
  }
}

// A bitmap, not a clone: a cloned VideoFrame holds one of the camera's few buffers until the end of the check.
async function copyFrame(frame: Frame, longestSidePx?: number): Promise<Frame> {
  const { widthPx, heightPx } = frame;
  const scale = Math.min(1, (longestSidePx ?? Infinity) / Math.max(widthPx, heightPx));
  if (scale === 1) return { ...frame, image: await createImageBitmap(frame.image) };
  const size = { widthPx: Math.round(widthPx * scale), heightPx: Math.round(heightPx * scale) };
  const image = await createImageBitmap(frame.image, {
    resizeWidth: size.widthPx,
    resizeHeight: size.heightPx,
  });
  return { ...frame, ...size, image };
}
