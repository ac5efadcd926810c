import type { Frame } from '../camera/frame.ts';

/**
 * The clearest frame of each thing asked for, by its place in the sequence (0 is the neutral face).
 * It owns what it keeps: every frame is closed when a clearer one comes or when the check ends.
 */
export class KeptFrames {
  readonly #frames = new Map<number, Frame>();

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

  close(): void {
    for (const { image } of this.#frames.values()) image.close();
    this.#frames.clear();
  }
}

// A bitmap, not a clone: a cloned VideoFrame holds one of the camera's few buffers until the end of the check.
async function copyFrame(frame: Frame): Promise<Frame> {
  return { ...frame, image: await createImageBitmap(frame.image) };
}
