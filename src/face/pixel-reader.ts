import type { PictureSize } from '../mesh/mesh-points.ts';

/** Longest side of the picture that is tracked: the accuracy of 640×480 at 0.8 of its time (measured in Chromium 147). */
export const TRACKED_LONG_SIDE_PX = 480;

const RGBA = { format: 'RGBA' } as const;

/**
 * Gets the pixels of pictures, scaled down to what is tracked.
 *
 * A camera’s `VideoFrame` that lies in memory is copied straight from there, 1 to 3 ms; drawing it on a canvas would have
 * the browser’s GPU process convert it, 24 ms on a machine without a graphics card (docs/bench-tracking.md). All canvases
 * are in memory too. Everything else, and pictures that have yet to be turned upright, are drawn.
 */
export class PixelReader {
  readonly #full = memoryCanvas();
  readonly #small = memoryCanvas();
  readonly #converts = convertsFrames();
  /** Buffer that is reused between pictures. A read takes it out of the field, so that concurrent reads never share it. */
  #bytes: Uint8ClampedArray<ArrayBuffer> | undefined;

  /** The whole picture, upright, not mirrored. `image` stays the caller's. */
  async read(image: VideoFrame | ImageBitmap, size: PictureSize): Promise<ImageData> {
    const bytes = await this.#copy(image, size).catch(() => undefined);
    if (!bytes) return this.#shrink(image, size);
    resize(this.#full, size.widthPx, size.heightPx);
    this.#full.putImageData(new ImageData(bytes, size.widthPx, size.heightPx), 0, 0);
    this.#bytes = bytes;
    return this.#shrink(this.#full.canvas, size);
  }

  async #copy(
    image: VideoFrame | ImageBitmap,
    size: PictureSize,
  ): Promise<Uint8ClampedArray<ArrayBuffer> | undefined> {
    if (!this.#converts || !(image instanceof VideoFrame) || !isPlain(image, size))
      return undefined;
    const length = 4 * size.widthPx * size.heightPx;
    const kept = this.#bytes;
    this.#bytes = undefined;
    const bytes = kept?.length === length ? kept : new Uint8ClampedArray(length);
    await image.copyTo(bytes, RGBA);
    return bytes;
  }

  #shrink(image: CanvasImageSource, { widthPx, heightPx }: PictureSize): ImageData {
    const scale = Math.min(1, TRACKED_LONG_SIDE_PX / Math.max(widthPx, heightPx));
    const width = Math.round(widthPx * scale);
    const height = Math.round(heightPx * scale);
    resize(this.#small, width, height);
    // A picture that cannot be drawn must not leave the one before: its face may have gone.
    this.#small.clearRect(0, 0, width, height);
    this.#small.drawImage(image, 0, 0, width, height);
    return this.#small.getImageData(0, 0, width, height);
  }
}

/** Whether the picture is nothing but its bytes: to be had, upright, and all of them seen. */
function isPlain(image: VideoFrame, { widthPx, heightPx }: PictureSize): boolean {
  const { rotation = 0, flip = false } = image as { rotation?: number; flip?: boolean };
  const { visibleRect } = image;
  return (
    rotation === 0 &&
    !flip &&
    visibleRect?.width === widthPx &&
    visibleRect.height === heightPx &&
    image.format !== null
  );
}

/** Whether this browser converts what it copies. Others, Chromium before 127 among them, give the bytes in the camera’s format. */
function convertsFrames(): boolean {
  if (typeof VideoFrame === 'undefined') return false;
  const tiny = { format: 'I420', codedWidth: 2, codedHeight: 2, timestamp: 0 } as const;
  const frame = new VideoFrame(new Uint8Array(6), tiny);
  try {
    return frame.allocationSize(RGBA) === 4 * tiny.codedWidth * tiny.codedHeight;
  } catch {
    return false;
  } finally {
    frame.close();
  }
}

function resize(
  { canvas }: OffscreenCanvasRenderingContext2D,
  width: number,
  height: number,
): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
}

function memoryCanvas(): OffscreenCanvasRenderingContext2D {
  const pen = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('No 2-D canvas in this worker.');
  return pen;
}
