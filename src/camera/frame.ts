/**
 * One picture from the camera: upright, not mirrored, at the camera's full size.
 * Whoever holds a frame closes it; a frame that is not closed stalls the camera.
 */
export interface Frame {
  /** The pixels. Draw it, clone it, or transfer a clone; then close it. */
  readonly image: VideoFrame | ImageBitmap;
  readonly widthPx: number;
  readonly heightPx: number;
  /** When the frame was taken, on the clock of `performance.now()`. */
  readonly capturedAtMs: number;
}
